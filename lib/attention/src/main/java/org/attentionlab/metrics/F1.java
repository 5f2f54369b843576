package org.attentionlab.metrics;

/**
 * Precision, recall, and their harmonic mean.
 *
 * <pre>
 * precision = hits / predicted,   recall = hits / relevant
 * F1 = 2 precision recall / (precision + recall)
 * </pre>
 *
 * <p>What would divide by zero is 0, as in scikit-learn. Van Rijsbergen (1979), "Information
 * Retrieval", chapter 7.
 *
 * @param hits what was predicted and is right
 * @param predicted what was predicted
 * @param relevant what should have been predicted
 */
public record F1(long hits, long predicted, long relevant) {
  /**
   * Checks that the counts can be.
   *
   * @throws IllegalArgumentException if one is negative, or there are more hits than predictions or
   *     relevant things
   */
  public F1 {
    if (hits < 0 || hits > predicted || hits > relevant) {
      throw new IllegalArgumentException(
          "F1: " + hits + " hits of " + predicted + " predicted and " + relevant + " relevant.");
    }
  }

  /**
   * How much of what was predicted is right.
   *
   * @return from 0 to 1; 0 where nothing was predicted
   */
  public double precision() {
    return predicted == 0 ? 0 : (double) hits / predicted;
  }

  /**
   * How much of what is right was predicted.
   *
   * @return from 0 to 1; 0 where nothing is relevant
   */
  public double recall() {
    return relevant == 0 ? 0 : (double) hits / relevant;
  }

  /**
   * The harmonic mean of precision and recall.
   *
   * @return from 0 to 1; 0 where both are
   */
  public double value() {
    return predicted + relevant == 0 ? 0 : 2.0 * hits / (predicted + relevant);
  }

  /**
   * Both counts together, for an average over everything (micro).
   *
   * @param other other counts
   * @return the sums
   */
  public F1 plus(F1 other) {
    return new F1(hits + other.hits, predicted + other.predicted, relevant + other.relevant);
  }
}
