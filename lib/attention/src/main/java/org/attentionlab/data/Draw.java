package org.attentionlab.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Lots that are drawn the same on every JDK: only {@code nextInt(bound)} and {@code nextDouble()}
 * are asked, which {@code java.util.Random} specifies to the bit.
 */
final class Draw {
  /** So many known examples in a row, and there is hardly a new one left. */
  private static final int PATIENCE = 2000;

  private Draw() {}

  static <T> T one(RandomGenerator rng, List<T> choices) {
    return choices.get(rng.nextInt(choices.size()));
  }

  /** One of the words in a row of words, "cat dog bird". */
  static String word(RandomGenerator rng, String words) {
    return one(rng, Words.of(words));
  }

  static boolean chance(RandomGenerator rng, double chance) {
    return rng.nextDouble() < chance;
  }

  static int between(RandomGenerator rng, int least, int greatest) {
    return least + rng.nextInt(greatest - least + 1);
  }

  static <T> List<T> shuffled(RandomGenerator rng, List<T> things) {
    List<T> order = new ArrayList<>(things);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, rng.nextInt(i + 1));
    }
    return order;
  }

  /** Different things, at different places of the list. */
  static <T> List<T> some(RandomGenerator rng, List<T> things, int count) {
    return shuffled(rng, things).subList(0, count);
  }

  /** Draws until there are so many with different sources. */
  static <E> List<E> distinct(
      String corpus, int count, Function<? super E, ?> source, Supplier<E> lot) {
    if (count < 1) {
      throw new IllegalArgumentException(corpus + ": 1 example or more, not " + count + ".");
    }
    List<E> examples = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    int known = 0;
    while (examples.size() < count) {
      E example = lot.get();
      if (seen.add(source.apply(example))) {
        examples.add(example);
        known = 0;
      } else if (++known == PATIENCE) {
        throw new IllegalArgumentException(
            corpus
                + ": "
                + count
                + " different examples were asked for, and hardly more than "
                + examples.size()
                + " exist. Ask for fewer, or give the corpus more to draw from.");
      }
    }
    return examples;
  }
}
