package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

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
    for (int i = 0; i < rows; i++) {
      int row = yAt + i * n;
      add(x, xAt + i * n, bias, biasAt, y, row, n);
      switch (f) {
        case IDENTITY -> {}
        case RELU -> relu(y, row, y, row, n);
        case GELU -> gelu(y, row, y, row, n);
        case GELU_TANH -> geluTanh(y, row, y, row, n);
        case TANH -> tanh(y, row, y, row, n);
        case SIGMOID -> sigmoid(y, row, y, row, n);
      }
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
    float[] input = f.needsInput() ? Scratch.mine().floats(Scratch.ROW, n) : y;
    for (int i = 0; i < rows; i++) {
      int known = yAt + i * n;
      if (f.needsInput()) {
        add(x, xAt + i * n, bias, biasAt, input, 0, n);
        known = 0;
      }
      int to = dxAt + i * n;
      slopes(f, n, input, known, g, gAt + i * n, dx, to);
      add(dBias, dBiasAt, dx, to, dBias, dBiasAt, n);
    }
  }

  /** dx = g dy/dx, where the GELUs are told x and the others y. */
  private static void slopes(
      Nonlinearity f, int n, float[] known, int at, float[] g, int gAt, float[] dx, int dxAt) {
    switch (f) {
      case IDENTITY -> System.arraycopy(g, gAt, dx, dxAt, n);
      case RELU -> reluSlopes(n, known, at, g, gAt, dx, dxAt);
      case GELU -> geluSlopes(n, known, at, g, gAt, dx, dxAt);
      case GELU_TANH -> geluTanhSlopes(n, known, at, g, gAt, dx, dxAt);
      case TANH -> tanhSlopes(n, known, at, g, gAt, dx, dxAt);
      case SIGMOID -> sigmoidSlopes(n, known, at, g, gAt, dx, dxAt);
    }
  }

  private static void reluSlopes(
      int n, float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt) {
    int whole = Vectors.whole(n);
    for (int j = 0; j < whole; j += V) {
      FloatVector.zero(F)
          .blend(
              FloatVector.fromArray(F, g, gAt + j),
              FloatVector.fromArray(F, y, yAt + j).compare(VectorOperators.GT, 0))
          .intoArray(dx, dxAt + j);
    }
    for (int j = whole; j < n; j++) {
      dx[dxAt + j] = y[yAt + j] > 0 ? g[gAt + j] : 0;
    }
  }

  private static void geluSlopes(
      int n, float[] x, int xAt, float[] g, int gAt, float[] dx, int dxAt) {
    int whole = Vectors.whole(n);
    for (int j = 0; j < whole; j += V) {
      FloatVector a = FloatVector.fromArray(F, x, xAt + j);
      FloatVector bell = VectorFormulas.bell(a);
      VectorFormulas.geluSlope(a, VectorFormulas.below(a, bell), bell)
          .mul(FloatVector.fromArray(F, g, gAt + j))
          .intoArray(dx, dxAt + j);
    }
    for (int j = whole; j < n; j++) {
      dx[dxAt + j] = g[gAt + j] * Approximation.geluSlope(x[xAt + j]);
    }
  }

  private static void geluTanhSlopes(
      int n, float[] x, int xAt, float[] g, int gAt, float[] dx, int dxAt) {
    int whole = Vectors.whole(n);
    for (int j = 0; j < whole; j += V) {
      FloatVector a = FloatVector.fromArray(F, x, xAt + j);
      VectorFormulas.geluTanhSlope(a, VectorFormulas.sigmoid(VectorFormulas.steepened(a)))
          .mul(FloatVector.fromArray(F, g, gAt + j))
          .intoArray(dx, dxAt + j);
    }
    for (int j = whole; j < n; j++) {
      dx[dxAt + j] = g[gAt + j] * Approximation.geluTanhSlope(x[xAt + j]);
    }
  }

  private static void tanhSlopes(
      int n, float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt) {
    int whole = Vectors.whole(n);
    for (int j = 0; j < whole; j += V) {
      FloatVector t = FloatVector.fromArray(F, y, yAt + j);
      t.mul(t).neg().add(1).mul(FloatVector.fromArray(F, g, gAt + j)).intoArray(dx, dxAt + j);
    }
    for (int j = whole; j < n; j++) {
      dx[dxAt + j] = g[gAt + j] * (1 - y[yAt + j] * y[yAt + j]);
    }
  }

  private static void sigmoidSlopes(
      int n, float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt) {
    int whole = Vectors.whole(n);
    for (int j = 0; j < whole; j += V) {
      FloatVector s = FloatVector.fromArray(F, y, yAt + j);
      s.sub(s.mul(s)).mul(FloatVector.fromArray(F, g, gAt + j)).intoArray(dx, dxAt + j);
    }
    for (int j = whole; j < n; j++) {
      dx[dxAt + j] = g[gAt + j] * y[yAt + j] * (1 - y[yAt + j]);
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
