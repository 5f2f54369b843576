package org.attentionlab.text;

import java.util.List;

/**
 * How a vocabulary is made from counts.
 *
 * @param specials the special tokens, PAD first
 * @param minimumCount how often a token must occur to get an id, at least 1
 * @param maximumSize how many ids there may be, the special tokens included
 */
public record VocabularyConfig(List<Special> specials, int minimumCount, int maximumSize) {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if the minimum is below 1, or the maximum leaves no room for
   *     the special tokens
   */
  public VocabularyConfig {
    specials = List.copyOf(specials);
    if (minimumCount < 1) {
      throw new IllegalArgumentException(
          "Vocabulary: a minimum count of " + minimumCount + "; 1 keeps every token.");
    }
    if (maximumSize < specials.size()) {
      throw new IllegalArgumentException(
          "Vocabulary: a maximum size of "
              + maximumSize
              + " has no room for the "
              + specials.size()
              + " special tokens "
              + specials
              + ".");
    }
  }

  /**
   * Keeps every token.
   *
   * @param specials the special tokens, PAD first
   * @return minimum count 1, no maximum size
   */
  public static VocabularyConfig of(List<Special> specials) {
    return new VocabularyConfig(specials, 1, Integer.MAX_VALUE);
  }

  /**
   * The same with another minimum count.
   *
   * @param count how often a token must occur to get an id
   * @return the changed settings
   */
  public VocabularyConfig withMinimumCount(int count) {
    return new VocabularyConfig(specials, count, maximumSize);
  }

  /**
   * The same with another maximum size.
   *
   * @param size how many ids there may be, the special tokens included
   * @return the changed settings
   */
  public VocabularyConfig withMaximumSize(int size) {
    return new VocabularyConfig(specials, minimumCount, size);
  }
}
