package org.attentionlab.numerics;

/** Softmax over rows in plain loops. */
interface PlainSoftmax extends SoftmaxKernels {
  @Override
  default void softmaxRows(
      int rows, int n, float scale, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    for (int i = 0; i < rows; i++) {
      softmaxRow(n, n, scale, x, xAt + i * ldx, y, yAt + i * ldy);
    }
  }

  @Override
  default void softmaxRowsCausal(
      int rows,
      int n,
      int queries,
      int shift,
      float scale,
      float[] x,
      int xAt,
      int ldx,
      float[] y,
      int yAt,
      int ldy) {
    for (int i = 0; i < rows; i++) {
      int visible = Math.max(0, Math.min(n, i % queries + shift + 1));
      softmaxRow(visible, n, scale, x, xAt + i * ldx, y, yAt + i * ldy);
    }
  }

  @Override
  default void softmaxRowsWithin(
      int rows,
      int n,
      int[] lengths,
      int lengthsAt,
      int rowsPerLength,
      float scale,
      float[] x,
      int xAt,
      int ldx,
      float[] y,
      int yAt,
      int ldy) {
    for (int i = 0; i < rows; i++) {
      softmaxRow(
          lengths[lengthsAt + i / rowsPerLength], n, scale, x, xAt + i * ldx, y, yAt + i * ldy);
    }
  }

  @Override
  default void softmaxRowsMasked(
      int rows,
      int n,
      float scale,
      boolean[] mask,
      int maskAt,
      int ldMask,
      float[] x,
      int xAt,
      int ldx,
      float[] y,
      int yAt,
      int ldy) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < n; j++) {
        y[yAt + i * ldy + j] =
            mask[maskAt + i * ldMask + j] ? x[xAt + i * ldx + j] * scale : Float.NEGATIVE_INFINITY;
      }
      softmaxRow(n, n, 1, y, yAt + i * ldy, y, yAt + i * ldy);
    }
  }

  /** The softmax of the first numbers of a row; the hidden ones behind become zero. */
  default void softmaxRow(int visible, int n, float scale, float[] x, int xAt, float[] y, int yAt) {
    float max = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < visible; j++) {
      max = Math.max(max, x[xAt + j] * scale);
    }
    boolean nothing = max == Float.NEGATIVE_INFINITY;
    double sum = 0;
    for (int j = 0; j < n; j++) {
      float e = j < visible && !nothing ? Approximation.expNegative(max - x[xAt + j] * scale) : 0;
      y[yAt + j] = e;
      sum += e;
    }
    if (!nothing) {
      float factor = (float) (1 / sum);
      for (int j = 0; j < visible; j++) {
        y[yAt + j] *= factor;
      }
    }
  }

  @Override
  default void softmaxRowsBackward(
      int rows,
      int n,
      float scale,
      float[] y,
      int yAt,
      int ldy,
      float[] g,
      int gAt,
      int ldg,
      float[] dx,
      int dxAt,
      int lddx) {
    for (int i = 0; i < rows; i++) {
      int yRow = yAt + i * ldy;
      int gRow = gAt + i * ldg;
      int dxRow = dxAt + i * lddx;
      double dot = 0;
      for (int j = 0; j < n; j++) {
        dot += g[gRow + j] * y[yRow + j];
      }
      for (int j = 0; j < n; j++) {
        dx[dxRow + j] += scale * y[yRow + j] * (g[gRow + j] - (float) dot);
      }
    }
  }
}
