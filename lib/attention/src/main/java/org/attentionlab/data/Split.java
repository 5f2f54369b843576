package org.attentionlab.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Examples to learn from, to choose settings by, and to test with once at the end.
 *
 * <p>A test only tells what was learned if its examples were not seen. Two examples may look
 * different and yet be the same to a model: the same date written in two ways, the same sentence
 * twice in a dirty corpus. So examples are dealt out by a key, and all with the same key go to the
 * same part. {@link #byIndex} does it carelessly, to show what happens, and {@link #leaks} finds
 * out.
 *
 * @param train to learn from
 * @param validation to choose settings by
 * @param test to test with
 * @param <E> an example
 */
public record Split<E>(List<E> train, List<E> validation, List<E> test) {
  private static final double SHARE = 0.1;

  /** Copies the three lists. */
  public Split {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /**
   * Deals out by key: 80 %, 10 % and 10 %.
   *
   * @param rng who goes where
   * @param examples with at least three different keys
   * @param key what no two parts may share
   * @param <E> an example
   * @return the parts, each in the order of {@code examples}
   */
  public static <E> Split<E> byKey(
      RandomGenerator rng, List<E> examples, Function<? super E, ?> key) {
    return byKey(rng, examples, key, SHARE, SHARE);
  }

  /**
   * Deals out by key.
   *
   * <p>The test part is filled first, then the validation part; what is left is learned from. A
   * part is larger than its share by less than one group of the same key, and never empty.
   *
   * @param rng who goes where
   * @param examples with at least three different keys
   * @param key what no two parts may share
   * @param validation share of the validation part, above 0
   * @param test share of the test part, above 0; both together below 1
   * @param <E> an example
   * @return the parts, each in the order of {@code examples}
   */
  public static <E> Split<E> byKey(
      RandomGenerator rng,
      List<E> examples,
      Function<? super E, ?> key,
      double validation,
      double test) {
    if (!(validation > 0 && test > 0 && validation + test < 1)) {
      throw new IllegalArgumentException(
          "Split: shares of "
              + validation
              + " to validate and "
              + test
              + " to test leave nothing for one part; both have to be above 0, together below 1.");
    }
    Map<Object, Integer> sizes = new LinkedHashMap<>();
    for (E example : examples) {
      sizes.merge(key.apply(example), 1, Integer::sum);
    }
    if (sizes.size() < 3) {
      throw new IllegalArgumentException(
          "Split: "
              + examples.size()
              + " examples have "
              + sizes.size()
              + " different keys; three parts without leakage need 3 or more.");
    }
    List<Object> order = Draw.shuffled(rng, List.copyOf(sizes.keySet()));
    Map<Object, Integer> parts = new HashMap<>();
    int next = fill(2, test * examples.size(), order, 0, sizes, parts);
    fill(1, validation * examples.size(), order, next, sizes, parts);
    return dealt(examples, example -> parts.getOrDefault(key.apply(example), 0));
  }

  /**
   * Deals out by place, whatever the examples are: where the same source is found twice, it may be
   * learned from and tested with. For corpora without duplicates, and to show the fault.
   *
   * @param rng who goes where
   * @param examples three or more
   * @param <E> an example
   * @return the parts: 80 %, 10 % and 10 %
   */
  public static <E> Split<E> byIndex(RandomGenerator rng, List<E> examples) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      places.add(i);
    }
    return byKey(rng, places, place -> place).map(examples::get);
  }

  /**
   * The same parts with each example turned into something else.
   *
   * @param change of each example
   * @param <R> what it becomes
   * @return parts as large
   */
  public <R> Split<R> map(Function<? super E, ? extends R> change) {
    return new Split<R>(each(train, change), each(validation, change), each(test, change));
  }

  /**
   * What is found in more than one part.
   *
   * @param key what no two parts should share
   * @return the keys that two or three parts share; empty if there is no leak
   */
  public Set<Object> leaks(Function<? super E, ?> key) {
    Set<Object> shared = new LinkedHashSet<>();
    Set<Object> seen = new HashSet<>();
    for (List<E> part : List.of(train, validation, test)) {
      Set<Object> keys = new LinkedHashSet<>(each(part, key));
      keys.stream().filter(seen::contains).forEach(shared::add);
      seen.addAll(keys);
    }
    return shared;
  }

  /** The sizes; the examples would be too many to print. */
  @Override
  public String toString() {
    return "Split[train "
        + train.size()
        + ", validation "
        + validation.size()
        + ", test "
        + test.size()
        + "]";
  }

  /** Gives groups to a part until it is full; as many as its number are left for the others. */
  private static int fill(
      int part,
      double wanted,
      List<Object> order,
      int from,
      Map<Object, Integer> sizes,
      Map<Object, Integer> parts) {
    int next = from;
    int size = 0;
    while (next < order.size() - part && (size == 0 || size + 0.5 < wanted)) {
      Object group = order.get(next++);
      parts.put(group, part);
      size += sizes.get(group);
    }
    return next;
  }

  private static <E> Split<E> dealt(List<E> examples, Function<E, Integer> part) {
    List<List<E>> lists = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (E example : examples) {
      lists.get(part.apply(example)).add(example);
    }
    return new Split<>(lists.get(0), lists.get(1), lists.get(2));
  }

  private static <E, R> List<R> each(List<E> part, Function<? super E, ? extends R> change) {
    List<R> changed = new ArrayList<>();
    for (E example : part) {
      changed.add(change.apply(example));
    }
    return changed;
  }
}
