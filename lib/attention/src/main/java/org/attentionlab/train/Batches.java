package org.attentionlab.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/**
 * An endless row of shuffled batches: epoch after epoch, each example once in each.
 *
 * <pre>
 * var batches = Batches.of(examples, 32, seed);
 * trainer.train(1000, batches, batch -&gt; model.loss(batch));
 * </pre>
 *
 * <p>The last batch of an epoch may be smaller; nothing is left out. The same seed gives the same
 * batches on every JDK.
 *
 * @param <T> an example
 */
public final class Batches<T> {
  /** Sorted within a stretch of so many batches, examples of like length meet, yet at random. */
  private static final int STRETCH = 16;

  private final List<T> examples;
  private final int size;
  private final Random rng;
  private final Comparator<T> likeness;
  private List<List<T>> epoch = List.of();
  private int next;

  private Batches(List<T> examples, int size, long seed, Comparator<T> likeness) {
    if (examples.isEmpty()) {
      throw new IllegalArgumentException("Batches: there are no examples.");
    }
    if (size < 1) {
      throw new IllegalArgumentException(
          "Batches: a batch has 1 example or more, not " + size + ".");
    }
    this.examples = List.copyOf(examples);
    this.size = Math.min(size, examples.size()); // the same batches, and sums that cannot overflow
    this.rng = new Random(seed);
    this.likeness = likeness;
  }

  /**
   * Batches of examples in random order.
   *
   * @param examples at least one
   * @param size how many in a batch, at least 1; where there are fewer examples, all are one batch
   * @param seed of the order
   * @param <T> an example
   * @return the batches
   * @throws IllegalArgumentException if there are no examples, or the size is below 1
   */
  public static <T> Batches<T> of(List<T> examples, int size, long seed) {
    return byLength(examples, size, seed, example -> 0);
  }

  /**
   * Batches of examples of like length, so that little is padding. The order of the batches is
   * random, and so is who meets whom among those of like length.
   *
   * @param examples at least one
   * @param size how many in a batch, at least 1; where there are fewer examples, all are one batch
   * @param seed of the order
   * @param length of an example
   * @param <T> an example
   * @return the batches
   * @throws IllegalArgumentException if there are no examples, or the size is below 1
   */
  public static <T> Batches<T> byLength(
      List<T> examples, int size, long seed, ToIntFunction<T> length) {
    return new Batches<>(examples, size, seed, Comparator.comparingInt(length));
  }

  /**
   * The next batch; after the last of an epoch the next epoch begins.
   *
   * @return the examples
   */
  public List<T> next() {
    if (next == epoch.size()) {
      epoch = shuffled();
      next = 0;
    }
    return epoch.get(next++);
  }

  /**
   * How many batches each example waits for its turn.
   *
   * @return the batches of an epoch
   */
  public int perEpoch() {
    return (examples.size() + size - 1) / size;
  }

  private List<List<T>> shuffled() {
    List<T> order = new ArrayList<>(examples);
    Collections.shuffle(order, rng);
    int stretch = (int) Math.min(order.size(), (long) size * STRETCH);
    for (int from = 0; from < order.size(); from += stretch) {
      order.subList(from, Math.min(order.size(), from + stretch)).sort(likeness);
    }
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < order.size(); from += size) {
      batches.add(List.copyOf(order.subList(from, Math.min(order.size(), from + size))));
    }
    Collections.shuffle(batches, rng);
    return batches;
  }
}
