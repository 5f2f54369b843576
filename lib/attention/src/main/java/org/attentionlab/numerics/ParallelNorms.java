package org.attentionlab.numerics;

/** Checks and splits normalisation over rows. */
interface ParallelNorms extends NormKernels, Splitting {
  @Override
  default void layerNormRows(
      int rows,
      int n,
      float epsilon,
      float[] x,
      int xAt,
      float[] gain,
      int gainAt,
      float[] bias,
      int biasAt,
      float[] y,
      int yAt,
      float[] mean,
      int meanAt,
      float[] inverse,
      int inverseAt) {
    Bounds.rows("layerNormRows", "x", x, xAt, rows, n);
    Bounds.range("layerNormRows", "gain", gain, gainAt, n);
    Bounds.range("layerNormRows", "bias", bias, biasAt, n);
    Bounds.rows("layerNormRows", "y", y, yAt, rows, n);
    Bounds.range("layerNormRows", "mean", mean, meanAt, rows);
    Bounds.range("layerNormRows", "inverse", inverse, inverseAt, rows);
    if (large(3 * CHEAP, (long) rows * n)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .layerNormRows(
                      to - from,
                      n,
                      epsilon,
                      x,
                      xAt + from * n,
                      gain,
                      gainAt,
                      bias,
                      biasAt,
                      y,
                      yAt + from * n,
                      mean,
                      meanAt + from,
                      inverse,
                      inverseAt + from));
    } else {
      serial()
          .layerNormRows(
              rows, n, epsilon, x, xAt, gain, gainAt, bias, biasAt, y, yAt, mean, meanAt, inverse,
              inverseAt);
    }
  }

  @Override
  default void layerNormRowsBackward(
      int rows,
      int n,
      float[] x,
      int xAt,
      float[] gain,
      int gainAt,
      float[] mean,
      int meanAt,
      float[] inverse,
      int inverseAt,
      float[] g,
      int gAt,
      float[] dx,
      int dxAt,
      float[] dGain,
      int dGainAt,
      float[] dBias,
      int dBiasAt) {
    Bounds.rows("layerNormRowsBackward", "x", x, xAt, rows, n);
    Bounds.range("layerNormRowsBackward", "gain", gain, gainAt, n);
    Bounds.range("layerNormRowsBackward", "mean", mean, meanAt, rows);
    Bounds.range("layerNormRowsBackward", "inverse", inverse, inverseAt, rows);
    Bounds.rows("layerNormRowsBackward", "g", g, gAt, rows, n);
    Bounds.rows("layerNormRowsBackward", "dx", dx, dxAt, rows, n);
    Bounds.range("layerNormRowsBackward", "dGain", dGain, dGainAt, n);
    Bounds.range("layerNormRowsBackward", "dBias", dBias, dBiasAt, n);
    if (large(3 * CHEAP, (long) rows * n)) {
      splitSums(
          rows,
          2 * n,
          (from, to, sums, at) ->
              serial()
                  .layerNormRowsBackward(
                      to - from,
                      n,
                      x,
                      xAt + from * n,
                      gain,
                      gainAt,
                      mean,
                      meanAt + from,
                      inverse,
                      inverseAt + from,
                      g,
                      gAt + from * n,
                      dx,
                      dxAt + from * n,
                      sums,
                      at,
                      sums,
                      at + n),
          (sums, at) -> {
            serial().axpy(1, sums, at, dGain, dGainAt, n);
            serial().axpy(1, sums, at + n, dBias, dBiasAt, n);
          });
    } else {
      serial()
          .layerNormRowsBackward(
              rows, n, x, xAt, gain, gainAt, mean, meanAt, inverse, inverseAt, g, gAt, dx, dxAt,
              dGain, dGainAt, dBias, dBiasAt);
    }
  }

  @Override
  default void rmsNormRows(
      int rows,
      int n,
      float epsilon,
      float[] x,
      int xAt,
      float[] gain,
      int gainAt,
      float[] y,
      int yAt,
      float[] inverse,
      int inverseAt) {
    Bounds.rows("rmsNormRows", "x", x, xAt, rows, n);
    Bounds.range("rmsNormRows", "gain", gain, gainAt, n);
    Bounds.rows("rmsNormRows", "y", y, yAt, rows, n);
    Bounds.range("rmsNormRows", "inverse", inverse, inverseAt, rows);
    if (large(3 * CHEAP, (long) rows * n)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .rmsNormRows(
                      to - from,
                      n,
                      epsilon,
                      x,
                      xAt + from * n,
                      gain,
                      gainAt,
                      y,
                      yAt + from * n,
                      inverse,
                      inverseAt + from));
    } else {
      serial().rmsNormRows(rows, n, epsilon, x, xAt, gain, gainAt, y, yAt, inverse, inverseAt);
    }
  }

  @Override
  default void rmsNormRowsBackward(
      int rows,
      int n,
      float[] x,
      int xAt,
      float[] gain,
      int gainAt,
      float[] inverse,
      int inverseAt,
      float[] g,
      int gAt,
      float[] dx,
      int dxAt,
      float[] dGain,
      int dGainAt) {
    Bounds.rows("rmsNormRowsBackward", "x", x, xAt, rows, n);
    Bounds.range("rmsNormRowsBackward", "gain", gain, gainAt, n);
    Bounds.range("rmsNormRowsBackward", "inverse", inverse, inverseAt, rows);
    Bounds.rows("rmsNormRowsBackward", "g", g, gAt, rows, n);
    Bounds.rows("rmsNormRowsBackward", "dx", dx, dxAt, rows, n);
    Bounds.range("rmsNormRowsBackward", "dGain", dGain, dGainAt, n);
    if (large(3 * CHEAP, (long) rows * n)) {
      splitSums(
          rows,
          n,
          (from, to, sums, at) ->
              serial()
                  .rmsNormRowsBackward(
                      to - from,
                      n,
                      x,
                      xAt + from * n,
                      gain,
                      gainAt,
                      inverse,
                      inverseAt + from,
                      g,
                      gAt + from * n,
                      dx,
                      dxAt + from * n,
                      sums,
                      at),
          (sums, at) -> {
            serial().axpy(1, sums, at, dGain, dGainAt, n);
          });
    } else {
      serial()
          .rmsNormRowsBackward(
              rows, n, x, xAt, gain, gainAt, inverse, inverseAt, g, gAt, dx, dxAt, dGain, dGainAt);
    }
  }
}
