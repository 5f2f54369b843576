package org.attentionlab.decode;

/**
 * What the logarithm of a sequence's probability is divided by when sequences are ranked. Without
 * it short ones win, because every further token makes a sequence less likely.
 */
@FunctionalInterface
public interface LengthPenalty {
  /**
   * The divisor.
   *
   * @param length tokens of the sequence, the end included
   * @return a number above 0, not falling with the length
   */
  double of(int length);

  /**
   * No penalty.
   *
   * @return 1 for all lengths
   */
  static LengthPenalty none() {
    return length -> 1;
  }

  /**
   * The penalty of Google's translator.
   *
   * <pre>lp(n) = ((5 + n) / 6)^alpha</pre>
   *
   * <p>Wu et al. (2016), "Google's Neural Machine Translation System", equation 14.
   *
   * @param alpha 0 for none; the paper takes 0.6 to 0.7
   * @return the penalty
   * @throws IllegalArgumentException if alpha is negative or not finite
   */
  static LengthPenalty gnmt(double alpha) {
    require(alpha);
    return length -> Math.pow((5 + length) / 6.0, alpha);
  }

  /**
   * A power of the length; with alpha 1 the mean over the tokens.
   *
   * <pre>lp(n) = n^alpha</pre>
   *
   * @param alpha 0 for none, 1 for the mean
   * @return the penalty
   * @throws IllegalArgumentException if alpha is negative or not finite
   */
  static LengthPenalty power(double alpha) {
    require(alpha);
    return length -> Math.pow(length, alpha);
  }

  private static void require(double alpha) {
    if (!(alpha >= 0 && Double.isFinite(alpha))) {
      throw new IllegalArgumentException(
          "LengthPenalty: alpha is not negative, but is " + alpha + ".");
    }
  }
}
