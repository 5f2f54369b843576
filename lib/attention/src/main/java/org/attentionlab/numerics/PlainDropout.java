package org.attentionlab.numerics;

/** Zeros by chance, in plain loops. */
interface PlainDropout extends DropoutKernels {
  @Override
  default void dropout(
      long seed, int first, float p, float[] x, int xAt, float[] y, int yAt, int n) {
    int threshold = Chance.threshold(p);
    float factor = 1 / (1 - p);
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Chance.at(seed, first + i) >= threshold ? x[xAt + i] * factor : 0;
    }
  }

  @Override
  default void dropoutBackward(
      long seed, int first, float p, float[] g, int gAt, float[] dx, int dxAt, int n) {
    int threshold = Chance.threshold(p);
    float factor = 1 / (1 - p);
    for (int i = 0; i < n; i++) {
      dx[dxAt + i] += Chance.at(seed, first + i) >= threshold ? g[gAt + i] * factor : 0;
    }
  }
}
