package org.attentionlab.tensor;

/** The standard normal distribution, and the approximation of it that GELU is known for. */
final class Gaussian {
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
  private static final double ROOT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);
  private static final double CUBIC = 0.044715;

  /** From here on the distribution is 0 or 1 as far as a float times it can tell. */
  private static final double FAR = 14;

  private Gaussian() {}

  /** The density at x. */
  static double density(double x) {
    return Math.exp(-0.5 * x * x) / ROOT_TWO_PI;
  }

  /** The chance of a number below x, which is (1 + erf(x / sqrt 2)) / 2. */
  static double below(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (Math.abs(x) > FAR) {
      return x > 0 ? 1 : 0;
    }
    if (Math.abs(x) < 3) {
      return 0.5 + density(x) * series(x);
    }
    double tail = density(x) / fraction(Math.abs(x));
    return x > 0 ? 1 - tail : tail;
  }

  /** x + x^3 / 3 + x^5 / (3 5) + ..., all terms of one sign. */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
      term *= x * x / n;
      sum += term;
    }
    return sum;
  }

  /** x + 1 / (x + 2 / (x + 3 / ...)), the density divided by the tail, for x from 3. */
  private static double fraction(double x) {
    double value = x;
    for (int n = 60; n > 0; n--) {
      value = x + n / value;
    }
    return value;
  }

  /** tanh(sqrt(2 / pi) (x + 0.044715 x^3)). */
  static double tanhApproximation(double x) {
    return Math.tanh(ROOT_TWO_OVER_PI * (x + CUBIC * x * x * x));
  }

  /** The slope of the argument of that tanh. */
  static double tanhArgumentSlope(double x) {
    return ROOT_TWO_OVER_PI * (1 + 3 * CUBIC * x * x);
  }
}
