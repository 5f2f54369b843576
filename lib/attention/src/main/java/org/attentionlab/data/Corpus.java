package org.attentionlab.data;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes examples of one task.
 *
 * <pre>
 * var split = new SequenceTask(Kind.REVERSE, 10, 1, 8).split(new Random(7), 2000);
 * train(split.train());
 * </pre>
 *
 * <p>{@code java.util.Random} with a seed draws the same examples on every JDK.
 *
 * @param <E> an example
 */
public interface Corpus<E> {
  /**
   * Draws examples, no two with the same source.
   *
   * @param rng what is drawn; the same seed draws the same
   * @param count how many, at least 1
   * @return so many examples in random order
   * @throws IllegalArgumentException if the corpus has not so many different ones
   */
  List<E> examples(RandomGenerator rng, int count);

  /**
   * What two examples must not share if one is to be learned from and the other to be tested with.
   * Examples with the same source have the same key.
   *
   * @param example of this corpus
   * @return a value with {@code equals}
   */
  Object key(E example);

  /**
   * Draws examples and deals them out, about 80 % to train, 10 % to validate and 10 % to test, with
   * no key in two parts.
   *
   * @param rng what is drawn, and who goes where
   * @param count how many in all
   * @return the three parts
   * @throws IllegalArgumentException if the corpus has not so many different ones, or fewer than
   *     three keys are among them
   */
  default Split<E> split(RandomGenerator rng, int count) {
    return Split.byKey(rng, examples(rng, count), this::key);
  }
}
