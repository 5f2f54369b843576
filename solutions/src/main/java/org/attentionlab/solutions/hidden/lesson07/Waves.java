package org.attentionlab.solutions.hidden.lesson07;

/**
 * Right and wrong sines and cosines of positions, and the rotations between them, in double
 * precision. Powers of 10000 are taken as exponentials of logarithms.
 */
final class Waves {

  private static final double LOG_10000 = 4 * Math.log(10);

  /** What makes an encoding: an exponent for each column, and a function. */
  @FunctionalInterface
  interface Exponent {
    double of(int column, int dModel);
  }

  static final Exponent RIGHT = (c, d) -> 2.0 * pair(c) / d;
  static final Exponent I_OVER_D = (c, d) -> (double) pair(c) / d;
  static final Exponent I = (c, d) -> pair(c);
  static final Exponent COLUMN = (c, d) -> 2.0 * c / d;
  static final Exponent OWN = (c, d) -> (double) c / d;
  static final Exponent ROUNDED_WIDTH = (c, d) -> 2.0 * pair(c) / (d + d % 2);
  static final Exponent NONE = (c, d) -> 0;

  private Waves() {}

  private static int pair(int column) {
    return column / 2;
  }

  static double angle(double t, int column, int dModel, Exponent exponent) {
    return t * Math.exp(-exponent.of(column, dModel) * LOG_10000);
  }

  /** PE[t][c], a sine where the column is even. */
  static double wave(int t, int column, int dModel, Exponent exponent) {
    double angle = angle(t, column, dModel, exponent);
    return column % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
  }

  /** PE (positions, dModel). */
  static double[][] encodings(int positions, int dModel, Exponent exponent) {
    double[][] pe = new double[positions][dModel];
    for (int t = 0; t < positions; t++) {
      for (int c = 0; c < dModel; c++) {
        pe[t][c] = wave(t, c, dModel, exponent);
      }
    }
    return pe;
  }

  /** The rotations of pairs that stand side by side; sign -1 turns back. */
  static double[][] shift(int k, int dModel, Exponent exponent, int sign) {
    double[][] m = new double[dModel][dModel];
    for (int c = 0; c < dModel; c += 2) {
      turn(m, c, c + 1, sign * angle(k, c, dModel, exponent));
    }
    return m;
  }

  /** The rotations of pairs whose sines stand in the first half and whose cosines in the other. */
  static double[][] shiftOfHalves(int k, int dModel, int sign) {
    double[][] m = new double[dModel][dModel];
    for (int i = 0; i < dModel / 2; i++) {
      turn(m, i, dModel / 2 + i, sign * angle(k, 2 * i, dModel, RIGHT));
    }
    return m;
  }

  private static void turn(double[][] m, int sine, int cosine, double angle) {
    m[sine][sine] = Math.cos(angle);
    m[sine][cosine] = Math.sin(angle);
    m[cosine][sine] = -Math.sin(angle);
    m[cosine][cosine] = Math.cos(angle);
  }
}
