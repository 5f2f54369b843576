package org.attentionlab.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Draws some examples from many, each at most once.
 *
 * <pre>
 * Sample.of(rng, reviews, 1000)                      // as the corpus is, so is the sample
 * Sample.balanced(rng, reviews, Review::label)       // of each label as many
 * </pre>
 */
public final class Sample {
  private Sample() {}

  /**
   * Some examples, all equally likely.
   *
   * @param rng what is drawn
   * @param examples to draw from
   * @param count how many, 0 to the number of examples
   * @param <E> an example
   * @return so many, in the order of {@code examples}
   * @throws IllegalArgumentException if there are not so many
   */
  public static <E> List<E> of(RandomGenerator rng, List<E> examples, int count) {
    if (count < 0 || count > examples.size()) {
      throw new IllegalArgumentException(
          "Sample: "
              + count
              + " were asked for, and there are "
              + examples.size()
              + "; each is drawn once at most.");
    }
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      places.add(i);
    }
    return Draw.some(rng, places, count).stream().sorted().map(examples::get).toList();
  }

  /**
   * As many examples of each label as the rarest has, so that its rarity is not learned.
   *
   * @param rng what is drawn
   * @param examples to draw from
   * @param label what is to occur equally often
   * @param <E> an example
   * @return the sample, in the order of {@code examples}
   */
  public static <E> List<E> balanced(
      RandomGenerator rng, List<E> examples, Function<? super E, ?> label) {
    Map<Object, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < examples.size(); i++) {
      places.computeIfAbsent(label.apply(examples.get(i)), each -> new ArrayList<>()).add(i);
    }
    int least = places.values().stream().mapToInt(List::size).min().orElse(0);
    return places.values().stream()
        .flatMap(group -> Draw.some(rng, group, least).stream())
        .sorted()
        .map(examples::get)
        .toList();
  }
}
