package org.attentionlab.decode;

import org.attentionlab.text.Special;
import org.attentionlab.text.Vocabulary;

/**
 * Where a sequence begins and where it ends.
 *
 * @param begin the token that a decoder is told first; no part of the result
 * @param end the token that ends a sequence; no part of the result. One that the model has no logit
 *     for never comes, so that every sequence has {@code maxTokens}
 * @param maxTokens how many steps a decoder takes at most, the one that writes the end included
 */
public record Limits(int begin, int end, int maxTokens) {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if an id is negative, or no token is to be written
   */
  public Limits {
    if (begin < 0 || end < 0 || maxTokens < 1) {
      throw new IllegalArgumentException(
          "Limits: ids are not negative and at least one token is written, got begin "
              + begin
              + ", end "
              + end
              + " and "
              + maxTokens
              + " tokens.");
    }
  }

  /**
   * From {@code [BOS]} to {@code [EOS]}.
   *
   * @param vocabulary of what is written
   * @param maxTokens how many steps a decoder takes at most
   * @return the limits
   * @throws IllegalArgumentException if the vocabulary has not both, or no token is to be written
   */
  public static Limits of(Vocabulary vocabulary, int maxTokens) {
    return new Limits(vocabulary.id(Special.BOS), vocabulary.id(Special.EOS), maxTokens);
  }
}
