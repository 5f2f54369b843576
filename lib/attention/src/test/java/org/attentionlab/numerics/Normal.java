package org.attentionlab.numerics;

/** The normal distribution and the functions that are made of it, in double. */
final class Normal {
  /** From here on the series below would run long and the tail is below 1e-15. */
  private static final double FAR = 8;

  private static final double SLOPE = Math.sqrt(2 / Math.PI);
  private static final double CUBE = 0.044715;

  private Normal() {}

  static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /** Phi(x) by its power series, 1/2 + density(x) (x + x^3 / 3 + x^5 / (3 5) + ...). */
  static double below(double x) {
    if (Math.abs(x) > FAR) {
      return x > 0 ? 1 : 0;
    }
    double sum = 0;
    double term = x;
    for (int k = 1; Math.abs(term) > 1e-18; k++) {
      sum += term;
      term *= x * x / (2 * k + 1);
    }
    return 0.5 + density(x) * sum;
  }

  static double geluSlope(double x) {
    return below(x) + x * density(x);
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** What the tangent of GELU by tanh is taken of. */
  static double inner(double x) {
    return SLOPE * (x + CUBE * x * x * x);
  }

  static double geluTanhSlope(double x) {
    double t = Math.tanh(inner(x));
    double rise = (1 - t * t) * SLOPE * (1 + 3 * CUBE * x * x);
    return (1 + t + x * rise) / 2;
  }
}
