package org.attentionlab.numerics;

/** Checks and splits sums and products. Reductions stay on one thread. */
interface ParallelArithmetic extends ArithmeticKernels, Splitting {
  @Override
  default void add(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    Bounds.range("add", "x", x, xAt, n);
    Bounds.range("add", "y", y, yAt, n);
    Bounds.range("add", "z", z, zAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) -> serial().add(x, xAt + from, y, yAt + from, z, zAt + from, to - from));
    } else {
      serial().add(x, xAt, y, yAt, z, zAt, n);
    }
  }

  @Override
  default void subtract(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    Bounds.range("subtract", "x", x, xAt, n);
    Bounds.range("subtract", "y", y, yAt, n);
    Bounds.range("subtract", "z", z, zAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) -> serial().subtract(x, xAt + from, y, yAt + from, z, zAt + from, to - from));
    } else {
      serial().subtract(x, xAt, y, yAt, z, zAt, n);
    }
  }

  @Override
  default void multiply(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    Bounds.range("multiply", "x", x, xAt, n);
    Bounds.range("multiply", "y", y, yAt, n);
    Bounds.range("multiply", "z", z, zAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) -> serial().multiply(x, xAt + from, y, yAt + from, z, zAt + from, to - from));
    } else {
      serial().multiply(x, xAt, y, yAt, z, zAt, n);
    }
  }

  @Override
  default void multiplyAdd(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    Bounds.range("multiplyAdd", "x", x, xAt, n);
    Bounds.range("multiplyAdd", "y", y, yAt, n);
    Bounds.range("multiplyAdd", "z", z, zAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) ->
              serial().multiplyAdd(x, xAt + from, y, yAt + from, z, zAt + from, to - from));
    } else {
      serial().multiplyAdd(x, xAt, y, yAt, z, zAt, n);
    }
  }

  @Override
  default void axpy(float alpha, float[] x, int xAt, float[] y, int yAt, int n) {
    Bounds.range("axpy", "x", x, xAt, n);
    Bounds.range("axpy", "y", y, yAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n, GRAIN, (from, to) -> serial().axpy(alpha, x, xAt + from, y, yAt + from, to - from));
    } else {
      serial().axpy(alpha, x, xAt, y, yAt, n);
    }
  }

  @Override
  default void scale(float alpha, float[] x, int xAt, float[] y, int yAt, int n) {
    Bounds.range("scale", "x", x, xAt, n);
    Bounds.range("scale", "y", y, yAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n, GRAIN, (from, to) -> serial().scale(alpha, x, xAt + from, y, yAt + from, to - from));
    } else {
      serial().scale(alpha, x, xAt, y, yAt, n);
    }
  }

  @Override
  default double sum(float[] x, int xAt, int n) {
    Bounds.range("sum", "x", x, xAt, n);
    return serial().sum(x, xAt, n);
  }

  @Override
  default double sumOfSquares(float[] x, int xAt, int n) {
    Bounds.range("sumOfSquares", "x", x, xAt, n);
    return serial().sumOfSquares(x, xAt, n);
  }

  @Override
  default double dot(float[] x, int xAt, float[] y, int yAt, int n) {
    Bounds.range("dot", "x", x, xAt, n);
    Bounds.range("dot", "y", y, yAt, n);
    return serial().dot(x, xAt, y, yAt, n);
  }

  @Override
  default float max(float[] x, int xAt, int n) {
    Bounds.range("max", "x", x, xAt, n);
    return serial().max(x, xAt, n);
  }
}
