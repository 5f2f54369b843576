package org.attentionlab.decode;

import java.util.Arrays;
import java.util.Locale;

/**
 * A sequence that a decoder wrote.
 *
 * @param tokens what was written, without the token that begins and the one that ends
 * @param logProbability the logarithm of its probability under the model, the end included where it
 *     was reached
 * @param score what it was ranked by: the same, or divided by a length penalty
 * @param finished whether the end was reached before the limit
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode look into the array
public record Decoded(int[] tokens, double logProbability, double score, boolean finished) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Decoded that
        && Arrays.equals(tokens, that.tokens)
        && logProbability == that.logProbability
        && score == that.score
        && finished == that.finished;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(tokens) + Double.hashCode(score);
  }

  /** The tokens, the score, and a mark where the end was not reached. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s %.4f%s", Arrays.toString(tokens), score, finished ? "" : " (cut off)");
  }
}
