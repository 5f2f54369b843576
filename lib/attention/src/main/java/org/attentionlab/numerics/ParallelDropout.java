package org.attentionlab.numerics;

/** Checks and splits zeros by chance. */
interface ParallelDropout extends DropoutKernels, Splitting {
  @Override
  default void dropout(
      long seed, int first, float p, float[] x, int xAt, float[] y, int yAt, int n) {
    Bounds.chance("dropout", p);
    Bounds.range("dropout", "x", x, xAt, n);
    Bounds.range("dropout", "y", y, yAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) ->
              serial().dropout(seed, first + from, p, x, xAt + from, y, yAt + from, to - from));
    } else {
      serial().dropout(seed, first, p, x, xAt, y, yAt, n);
    }
  }

  @Override
  default void dropoutBackward(
      long seed, int first, float p, float[] g, int gAt, float[] dx, int dxAt, int n) {
    Bounds.chance("dropoutBackward", p);
    Bounds.range("dropoutBackward", "g", g, gAt, n);
    Bounds.range("dropoutBackward", "dx", dx, dxAt, n);
    if (large(CHEAP, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) ->
              serial()
                  .dropoutBackward(
                      seed, first + from, p, g, gAt + from, dx, dxAt + from, to - from));
    } else {
      serial().dropoutBackward(seed, first, p, g, gAt, dx, dxAt, n);
    }
  }
}
