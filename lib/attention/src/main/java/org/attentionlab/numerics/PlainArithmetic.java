package org.attentionlab.numerics;

/** Sums, products and reductions in plain loops. */
interface PlainArithmetic extends ArithmeticKernels {
  @Override
  default void add(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    for (int i = 0; i < n; i++) {
      z[zAt + i] = x[xAt + i] + y[yAt + i];
    }
  }

  @Override
  default void subtract(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    for (int i = 0; i < n; i++) {
      z[zAt + i] = x[xAt + i] - y[yAt + i];
    }
  }

  @Override
  default void multiply(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    for (int i = 0; i < n; i++) {
      z[zAt + i] = x[xAt + i] * y[yAt + i];
    }
  }

  @Override
  default void multiplyAdd(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    for (int i = 0; i < n; i++) {
      z[zAt + i] += x[xAt + i] * y[yAt + i];
    }
  }

  @Override
  default void axpy(float alpha, float[] x, int xAt, float[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] += alpha * x[xAt + i];
    }
  }

  @Override
  default void scale(float alpha, float[] x, int xAt, float[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = alpha * x[xAt + i];
    }
  }

  @Override
  default double sum(float[] x, int xAt, int n) {
    double sum = 0;
    for (int i = xAt; i < xAt + n; i++) {
      sum += x[i];
    }
    return sum;
  }

  @Override
  default double sumOfSquares(float[] x, int xAt, int n) {
    return dot(x, xAt, x, xAt, n);
  }

  @Override
  default double dot(float[] x, int xAt, float[] y, int yAt, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (double) x[xAt + i] * y[yAt + i];
    }
    return sum;
  }

  @Override
  default float max(float[] x, int xAt, int n) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = xAt; i < xAt + n; i++) {
      max = Math.max(max, x[i]);
    }
    return max;
  }
}
