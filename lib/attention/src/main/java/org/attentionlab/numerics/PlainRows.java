package org.attentionlab.numerics;

/** Biases, sums over rows and rows of a table in plain loops. */
interface PlainRows extends RowKernels {
  @Override
  default void biasRows(
      Nonlinearity f,
      int rows,
      int n,
      float[] x,
      int xAt,
      float[] bias,
      int biasAt,
      float[] y,
      int yAt) {
    for (int i = 0; i < rows; i++) {
      int xRow = xAt + i * n;
      int yRow = yAt + i * n;
      for (int j = 0; j < n; j++) {
        y[yRow + j] = apply(f, x[xRow + j] + bias[biasAt + j]);
      }
    }
  }

  private static float apply(Nonlinearity f, float x) {
    return switch (f) {
      case IDENTITY -> x;
      case RELU -> Math.max(x, 0);
      case GELU -> Approximation.gelu(x);
      case GELU_TANH -> Approximation.geluTanh(x);
      case TANH -> Approximation.tanh(x);
      case SIGMOID -> Approximation.sigmoid(x);
    };
  }

  @Override
  default void biasRowsBackward(
      Nonlinearity f,
      int rows,
      int n,
      float[] x,
      int xAt,
      float[] bias,
      int biasAt,
      float[] y,
      int yAt,
      float[] g,
      int gAt,
      float[] dx,
      int dxAt,
      float[] dBias,
      int dBiasAt) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < n; j++) {
        int at = i * n + j;
        float known = f.needsInput() ? x[xAt + at] + bias[biasAt + j] : y[yAt + at];
        float d = backward(f, known, g[gAt + at]);
        dx[dxAt + at] = d;
        dBias[dBiasAt + j] += d;
      }
    }
  }

  /** g dy/dx from x for the GELUs, from y for the others. */
  private static float backward(Nonlinearity f, float known, float g) {
    return switch (f) {
      case IDENTITY -> g;
      case RELU -> known > 0 ? g : 0;
      case GELU -> g * Approximation.geluSlope(known);
      case GELU_TANH -> g * Approximation.geluTanhSlope(known);
      case TANH -> g * (1 - known * known);
      case SIGMOID -> g * known * (1 - known);
    };
  }

  @Override
  default void sumRows(int rows, int n, float[] x, int xAt, float[] out, int outAt) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < n; j++) {
        out[outAt + j] += x[xAt + i * n + j];
      }
    }
  }

  @Override
  default void repeatRow(int rows, int n, float[] row, int rowAt, float[] y, int yAt) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(row, rowAt, y, yAt + i * n, n);
    }
  }

  @Override
  default void gatherRows(
      int[] ids,
      int idsAt,
      int count,
      int n,
      float scale,
      float[] table,
      int tableAt,
      float[] y,
      int yAt) {
    for (int i = 0; i < count; i++) {
      int row = tableAt + ids[idsAt + i] * n;
      for (int j = 0; j < n; j++) {
        y[yAt + i * n + j] = scale * table[row + j];
      }
    }
  }

  @Override
  default void scatterAddRows(
      int[] ids,
      int idsAt,
      int count,
      int n,
      float scale,
      float[] g,
      int gAt,
      float[] dTable,
      int dTableAt) {
    for (int i = 0; i < count; i++) {
      if (ids[idsAt + i] >= 0) {
        int row = dTableAt + ids[idsAt + i] * n;
        for (int j = 0; j < n; j++) {
          dTable[row + j] += scale * g[gAt + i * n + j];
        }
      }
    }
  }
}
