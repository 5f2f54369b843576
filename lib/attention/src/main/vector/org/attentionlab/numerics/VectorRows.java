package org.attentionlab.numerics;

/** Biases, sums over rows and rows of a table, a vector at a time. */
interface VectorRows extends PlainRows, ArithmeticKernels, FunctionKernels {
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
    RowFunction function = RowFunction.of(f);
    for (int i = 0; i < rows; i++) {
      int row = yAt + i * n;
      add(x, xAt + i * n, bias, biasAt, y, row, n);
      function.apply(this, y, row, n);
    }
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
    RowFunction function = RowFunction.of(f);
    float[] input = f.needsInput() ? Scratch.mine().floats(Scratch.ROW, n) : y;
    for (int i = 0; i < rows; i++) {
      int known = yAt + i * n;
      if (f.needsInput()) {
        add(x, xAt + i * n, bias, biasAt, input, 0, n);
        known = 0;
      }
      int to = dxAt + i * n;
      function.slopes(n, input, known, g, gAt + i * n, dx, to);
      add(dBias, dBiasAt, dx, to, dBias, dBiasAt, n);
    }
  }

  @Override
  default void sumRows(int rows, int n, float[] x, int xAt, float[] out, int outAt) {
    for (int i = 0; i < rows; i++) {
      add(out, outAt, x, xAt + i * n, out, outAt, n);
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
      scale(scale, table, tableAt + ids[idsAt + i] * n, y, yAt + i * n, n);
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
        axpy(scale, g, gAt + i * n, dTable, dTableAt + ids[idsAt + i] * n, n);
      }
    }
  }
}
