package org.attentionlab.numerics;

/** Checks and splits functions of one number. */
interface ParallelFunctions extends FunctionKernels, Splitting {
  @Override
  default void exp(float[] x, int xAt, float[] y, int yAt, int n) {
    Bounds.range("exp", "x", x, xAt, n);
    Bounds.range("exp", "y", y, yAt, n);
    if (large(DEAR, n)) {
      Parallel.ranges(
          n, GRAIN, (from, to) -> serial().exp(x, xAt + from, y, yAt + from, to - from));
    } else {
      serial().exp(x, xAt, y, yAt, n);
    }
  }

  @Override
  default void tanh(float[] x, int xAt, float[] y, int yAt, int n) {
    Bounds.range("tanh", "x", x, xAt, n);
    Bounds.range("tanh", "y", y, yAt, n);
    if (large(DEAR, n)) {
      Parallel.ranges(
          n, GRAIN, (from, to) -> serial().tanh(x, xAt + from, y, yAt + from, to - from));
    } else {
      serial().tanh(x, xAt, y, yAt, n);
    }
  }

  @Override
  default void sigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
    Bounds.range("sigmoid", "x", x, xAt, n);
    Bounds.range("sigmoid", "y", y, yAt, n);
    if (large(DEAR, n)) {
      Parallel.ranges(
          n, GRAIN, (from, to) -> serial().sigmoid(x, xAt + from, y, yAt + from, to - from));
    } else {
      serial().sigmoid(x, xAt, y, yAt, n);
    }
  }

  @Override
  default void relu(float[] x, int xAt, float[] y, int yAt, int n) {
    Bounds.range("relu", "x", x, xAt, n);
    Bounds.range("relu", "y", y, yAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n, GRAIN, (from, to) -> serial().relu(x, xAt + from, y, yAt + from, to - from));
    } else {
      serial().relu(x, xAt, y, yAt, n);
    }
  }

  @Override
  default void gelu(float[] x, int xAt, float[] y, int yAt, int n) {
    Bounds.range("gelu", "x", x, xAt, n);
    Bounds.range("gelu", "y", y, yAt, n);
    if (large(DEAR, n)) {
      Parallel.ranges(
          n, GRAIN, (from, to) -> serial().gelu(x, xAt + from, y, yAt + from, to - from));
    } else {
      serial().gelu(x, xAt, y, yAt, n);
    }
  }

  @Override
  default void geluTanh(float[] x, int xAt, float[] y, int yAt, int n) {
    Bounds.range("geluTanh", "x", x, xAt, n);
    Bounds.range("geluTanh", "y", y, yAt, n);
    if (large(DEAR, n)) {
      Parallel.ranges(
          n, GRAIN, (from, to) -> serial().geluTanh(x, xAt + from, y, yAt + from, to - from));
    } else {
      serial().geluTanh(x, xAt, y, yAt, n);
    }
  }

  @Override
  default void expBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    Bounds.range("expBackward", "y", y, yAt, n);
    Bounds.range("expBackward", "g", g, gAt, n);
    Bounds.range("expBackward", "dx", dx, dxAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) ->
              serial().expBackward(y, yAt + from, g, gAt + from, dx, dxAt + from, to - from));
    } else {
      serial().expBackward(y, yAt, g, gAt, dx, dxAt, n);
    }
  }

  @Override
  default void tanhBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    Bounds.range("tanhBackward", "y", y, yAt, n);
    Bounds.range("tanhBackward", "g", g, gAt, n);
    Bounds.range("tanhBackward", "dx", dx, dxAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) ->
              serial().tanhBackward(y, yAt + from, g, gAt + from, dx, dxAt + from, to - from));
    } else {
      serial().tanhBackward(y, yAt, g, gAt, dx, dxAt, n);
    }
  }

  @Override
  default void sigmoidBackward(
      float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    Bounds.range("sigmoidBackward", "y", y, yAt, n);
    Bounds.range("sigmoidBackward", "g", g, gAt, n);
    Bounds.range("sigmoidBackward", "dx", dx, dxAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) ->
              serial().sigmoidBackward(y, yAt + from, g, gAt + from, dx, dxAt + from, to - from));
    } else {
      serial().sigmoidBackward(y, yAt, g, gAt, dx, dxAt, n);
    }
  }

  @Override
  default void reluBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    Bounds.range("reluBackward", "y", y, yAt, n);
    Bounds.range("reluBackward", "g", g, gAt, n);
    Bounds.range("reluBackward", "dx", dx, dxAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) ->
              serial().reluBackward(y, yAt + from, g, gAt + from, dx, dxAt + from, to - from));
    } else {
      serial().reluBackward(y, yAt, g, gAt, dx, dxAt, n);
    }
  }

  @Override
  default void geluBackward(float[] x, int xAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    Bounds.range("geluBackward", "x", x, xAt, n);
    Bounds.range("geluBackward", "g", g, gAt, n);
    Bounds.range("geluBackward", "dx", dx, dxAt, n);
    if (large(DEAR, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) ->
              serial().geluBackward(x, xAt + from, g, gAt + from, dx, dxAt + from, to - from));
    } else {
      serial().geluBackward(x, xAt, g, gAt, dx, dxAt, n);
    }
  }

  @Override
  default void geluTanhBackward(
      float[] x, int xAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    Bounds.range("geluTanhBackward", "x", x, xAt, n);
    Bounds.range("geluTanhBackward", "g", g, gAt, n);
    Bounds.range("geluTanhBackward", "dx", dx, dxAt, n);
    if (large(DEAR, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) ->
              serial().geluTanhBackward(x, xAt + from, g, gAt + from, dx, dxAt + from, to - from));
    } else {
      serial().geluTanhBackward(x, xAt, g, gAt, dx, dxAt, n);
    }
  }
}
