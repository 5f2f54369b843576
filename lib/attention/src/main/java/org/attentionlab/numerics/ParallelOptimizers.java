package org.attentionlab.numerics;

/** Checks and splits steps of optimisers. */
interface ParallelOptimizers extends OptimizerKernels, Splitting {
  @Override
  default void adam(
      AdamStep settings,
      float[] x,
      int xAt,
      float[] g,
      int gAt,
      float[] m,
      int mAt,
      float[] v,
      int vAt,
      int n) {
    Bounds.range("adam", "x", x, xAt, n);
    Bounds.range("adam", "g", g, gAt, n);
    Bounds.range("adam", "m", m, mAt, n);
    Bounds.range("adam", "v", v, vAt, n);
    if (large(2 * CHEAP, n)) {
      Parallel.ranges(
          n,
          GRAIN,
          (from, to) ->
              serial()
                  .adam(
                      settings,
                      x,
                      xAt + from,
                      g,
                      gAt + from,
                      m,
                      mAt + from,
                      v,
                      vAt + from,
                      to - from));
    } else {
      serial().adam(settings, x, xAt, g, gAt, m, mAt, v, vAt, n);
    }
  }
}
