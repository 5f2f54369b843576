package org.attentionlab.numerics;

/** Functions of one number and their derivatives in plain loops. */
interface PlainFunctions extends FunctionKernels {

  @Override
  default void exp(float[] x, int xAt, float[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Approximation.exp(x[xAt + i]);
    }
  }

  @Override
  default void tanh(float[] x, int xAt, float[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Approximation.tanh(x[xAt + i]);
    }
  }

  @Override
  default void sigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Approximation.sigmoid(x[xAt + i]);
    }
  }

  @Override
  default void relu(float[] x, int xAt, float[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Math.max(x[xAt + i], 0);
    }
  }

  @Override
  default void gelu(float[] x, int xAt, float[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Approximation.gelu(x[xAt + i]);
    }
  }

  @Override
  default void geluTanh(float[] x, int xAt, float[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Approximation.geluTanh(x[xAt + i]);
    }
  }

  @Override
  default void expBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    for (int i = 0; i < n; i++) {
      dx[dxAt + i] += g[gAt + i] * y[yAt + i];
    }
  }

  @Override
  default void tanhBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    for (int i = 0; i < n; i++) {
      dx[dxAt + i] += g[gAt + i] * (1 - y[yAt + i] * y[yAt + i]);
    }
  }

  @Override
  default void sigmoidBackward(
      float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    for (int i = 0; i < n; i++) {
      dx[dxAt + i] += g[gAt + i] * y[yAt + i] * (1 - y[yAt + i]);
    }
  }

  @Override
  default void reluBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    for (int i = 0; i < n; i++) {
      dx[dxAt + i] += y[yAt + i] > 0 ? g[gAt + i] : 0;
    }
  }

  @Override
  default void geluBackward(float[] x, int xAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    for (int i = 0; i < n; i++) {
      dx[dxAt + i] += g[gAt + i] * Approximation.geluSlope(x[xAt + i]);
    }
  }

  @Override
  default void geluTanhBackward(
      float[] x, int xAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    for (int i = 0; i < n; i++) {
      dx[dxAt + i] += g[gAt + i] * Approximation.geluTanhSlope(x[xAt + i]);
    }
  }
}
