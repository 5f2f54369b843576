package org.attentionlab.numerics;

/** Checks and splits softmax and losses over their rows. */
interface ParallelSoftmax extends SoftmaxKernels, Splitting {
  @Override
  default void softmaxRows(
      int rows, int n, float scale, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    Bounds.matrix("softmaxRows", "x", x, xAt, rows, n, ldx);
    Bounds.matrix("softmaxRows", "y", y, yAt, rows, n, ldy);
    if (large(DEAR, (long) rows * n)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .softmaxRows(
                      to - from, n, scale, x, xAt + from * ldx, ldx, y, yAt + from * ldy, ldy));
    } else {
      serial().softmaxRows(rows, n, scale, x, xAt, ldx, y, yAt, ldy);
    }
  }

  @Override
  default void softmaxRowsMasked(
      int rows,
      int n,
      float scale,
      boolean[] mask,
      int maskAt,
      int ldMask,
      float[] x,
      int xAt,
      int ldx,
      float[] y,
      int yAt,
      int ldy) {
    Bounds.matrix("softmaxRowsMasked", "x", x, xAt, rows, n, ldx);
    Bounds.matrix("softmaxRowsMasked", "y", y, yAt, rows, n, ldy);
    if (rows > 0 && (maskAt < 0 || maskAt + (long) (rows - 1) * ldMask + n > mask.length)) {
      throw Bounds.problem(
          "softmaxRowsMasked", "mask of " + mask.length + " entries for (" + rows + ", " + n + ")");
    }
    if (large(DEAR, (long) rows * n)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .softmaxRowsMasked(
                      to - from,
                      n,
                      scale,
                      mask,
                      maskAt + from * ldMask,
                      ldMask,
                      x,
                      xAt + from * ldx,
                      ldx,
                      y,
                      yAt + from * ldy,
                      ldy));
    } else {
      serial().softmaxRowsMasked(rows, n, scale, mask, maskAt, ldMask, x, xAt, ldx, y, yAt, ldy);
    }
  }

  @Override
  default void softmaxRowsCausal(
      int rows,
      int n,
      int queries,
      int shift,
      float scale,
      float[] x,
      int xAt,
      int ldx,
      float[] y,
      int yAt,
      int ldy) {
    Bounds.matrix("softmaxRowsCausal", "x", x, xAt, rows, n, ldx);
    Bounds.matrix("softmaxRowsCausal", "y", y, yAt, rows, n, ldy);
    if (queries < 1 || rows % queries != 0) {
      throw Bounds.problem("softmaxRowsCausal", rows + " rows for " + queries + " queries");
    }
    if (large(DEAR, (long) rows * n)) {
      Parallel.ranges(
          rows,
          queries,
          (from, to) ->
              serial()
                  .softmaxRowsCausal(
                      to - from,
                      n,
                      queries,
                      shift,
                      scale,
                      x,
                      xAt + from * ldx,
                      ldx,
                      y,
                      yAt + from * ldy,
                      ldy));
    } else {
      serial().softmaxRowsCausal(rows, n, queries, shift, scale, x, xAt, ldx, y, yAt, ldy);
    }
  }

  @Override
  default void softmaxRowsWithin(
      int rows,
      int n,
      int[] lengths,
      int lengthsAt,
      int rowsPerLength,
      float scale,
      float[] x,
      int xAt,
      int ldx,
      float[] y,
      int yAt,
      int ldy) {
    Bounds.matrix("softmaxRowsWithin", "x", x, xAt, rows, n, ldx);
    Bounds.matrix("softmaxRowsWithin", "y", y, yAt, rows, n, ldy);
    if (rowsPerLength < 1 || rows % rowsPerLength != 0) {
      throw Bounds.problem(
          "softmaxRowsWithin", rows + " rows for " + rowsPerLength + " rows per length");
    }
    for (int i = 0; i < rows / rowsPerLength; i++) {
      int length = lengths[lengthsAt + i];
      if (length < 0 || length > n) {
        throw Bounds.problem("softmaxRowsWithin", "length " + length + " of " + n + " keys");
      }
    }
    if (large(DEAR, (long) rows * n)) {
      Parallel.ranges(
          rows,
          rowsPerLength,
          (from, to) ->
              serial()
                  .softmaxRowsWithin(
                      to - from,
                      n,
                      lengths,
                      lengthsAt + from / rowsPerLength,
                      rowsPerLength,
                      scale,
                      x,
                      xAt + from * ldx,
                      ldx,
                      y,
                      yAt + from * ldy,
                      ldy));
    } else {
      serial()
          .softmaxRowsWithin(
              rows, n, lengths, lengthsAt, rowsPerLength, scale, x, xAt, ldx, y, yAt, ldy);
    }
  }

  @Override
  default void softmaxRowsBackward(
      int rows,
      int n,
      float scale,
      float[] y,
      int yAt,
      int ldy,
      float[] g,
      int gAt,
      int ldg,
      float[] dx,
      int dxAt,
      int lddx) {
    Bounds.matrix("softmaxRowsBackward", "y", y, yAt, rows, n, ldy);
    Bounds.matrix("softmaxRowsBackward", "g", g, gAt, rows, n, ldg);
    Bounds.matrix("softmaxRowsBackward", "dx", dx, dxAt, rows, n, lddx);
    if (large(CHEAP, (long) rows * n)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .softmaxRowsBackward(
                      to - from,
                      n,
                      scale,
                      y,
                      yAt + from * ldy,
                      ldy,
                      g,
                      gAt + from * ldg,
                      ldg,
                      dx,
                      dxAt + from * lddx,
                      lddx));
    } else {
      serial().softmaxRowsBackward(rows, n, scale, y, yAt, ldy, g, gAt, ldg, dx, dxAt, lddx);
    }
  }

  @Override
  default void logSumExpRows(int rows, int n, float[] x, int xAt, int ldx, float[] out, int outAt) {
    Bounds.matrix("logSumExpRows", "x", x, xAt, rows, n, ldx);
    Bounds.range("logSumExpRows", "out", out, outAt, rows);
    if (large(DEAR, (long) rows * n)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial().logSumExpRows(to - from, n, x, xAt + from * ldx, ldx, out, outAt + from));
    } else {
      serial().logSumExpRows(rows, n, x, xAt, ldx, out, outAt);
    }
  }

  @Override
  default void logSoftmaxRows(
      int rows, int n, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    Bounds.matrix("logSoftmaxRows", "x", x, xAt, rows, n, ldx);
    Bounds.matrix("logSoftmaxRows", "y", y, yAt, rows, n, ldy);
    if (large(DEAR, (long) rows * n)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .logSoftmaxRows(
                      to - from, n, x, xAt + from * ldx, ldx, y, yAt + from * ldy, ldy));
    } else {
      serial().logSoftmaxRows(rows, n, x, xAt, ldx, y, yAt, ldy);
    }
  }

  @Override
  default void logSoftmaxRowsBackward(
      int rows,
      int n,
      float[] y,
      int yAt,
      int ldy,
      float[] g,
      int gAt,
      int ldg,
      float[] dx,
      int dxAt,
      int lddx) {
    Bounds.matrix("logSoftmaxRowsBackward", "y", y, yAt, rows, n, ldy);
    Bounds.matrix("logSoftmaxRowsBackward", "g", g, gAt, rows, n, ldg);
    Bounds.matrix("logSoftmaxRowsBackward", "dx", dx, dxAt, rows, n, lddx);
    if (large(DEAR, (long) rows * n)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .logSoftmaxRowsBackward(
                      to - from,
                      n,
                      y,
                      yAt + from * ldy,
                      ldy,
                      g,
                      gAt + from * ldg,
                      ldg,
                      dx,
                      dxAt + from * lddx,
                      lddx));
    } else {
      serial().logSoftmaxRowsBackward(rows, n, y, yAt, ldy, g, gAt, ldg, dx, dxAt, lddx);
    }
  }

  @Override
  default void crossEntropyRows(
      int rows,
      int n,
      float smoothing,
      float[] x,
      int xAt,
      int[] targets,
      int targetsAt,
      float[] losses,
      int lossesAt,
      float[] logSumExp,
      int logSumExpAt) {
    Bounds.rows("crossEntropyRows", "x", x, xAt, rows, n);
    Bounds.range("crossEntropyRows", "losses", losses, lossesAt, rows);
    Bounds.range("crossEntropyRows", "logSumExp", logSumExp, logSumExpAt, rows);
    checkTargets("crossEntropyRows", rows, n, targets, targetsAt);
    if (large(DEAR, (long) rows * n)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .crossEntropyRows(
                      to - from,
                      n,
                      smoothing,
                      x,
                      xAt + from * n,
                      targets,
                      targetsAt + from,
                      losses,
                      lossesAt + from,
                      logSumExp,
                      logSumExpAt + from));
    } else {
      serial()
          .crossEntropyRows(
              rows,
              n,
              smoothing,
              x,
              xAt,
              targets,
              targetsAt,
              losses,
              lossesAt,
              logSumExp,
              logSumExpAt);
    }
  }

  @Override
  default void crossEntropyRowsBackward(
      int rows,
      int n,
      float smoothing,
      float weight,
      float[] x,
      int xAt,
      int[] targets,
      int targetsAt,
      float[] logSumExp,
      int logSumExpAt,
      float[] dx,
      int dxAt) {
    Bounds.rows("crossEntropyRowsBackward", "x", x, xAt, rows, n);
    Bounds.range("crossEntropyRowsBackward", "logSumExp", logSumExp, logSumExpAt, rows);
    Bounds.rows("crossEntropyRowsBackward", "dx", dx, dxAt, rows, n);
    checkTargets("crossEntropyRowsBackward", rows, n, targets, targetsAt);
    if (large(DEAR, (long) rows * n)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .crossEntropyRowsBackward(
                      to - from,
                      n,
                      smoothing,
                      weight,
                      x,
                      xAt + from * n,
                      targets,
                      targetsAt + from,
                      logSumExp,
                      logSumExpAt + from,
                      dx,
                      dxAt + from * n));
    } else {
      serial()
          .crossEntropyRowsBackward(
              rows,
              n,
              smoothing,
              weight,
              x,
              xAt,
              targets,
              targetsAt,
              logSumExp,
              logSumExpAt,
              dx,
              dxAt);
    }
  }

  private static void checkTargets(String op, int rows, int n, int[] targets, int targetsAt) {
    for (int i = 0; i < rows; i++) {
      if (targets[targetsAt + i] >= n) {
        throw Bounds.problem(
            op,
            "target "
                + targets[targetsAt + i]
                + " of row "
                + i
                + " is not below "
                + n
                + " classes");
      }
    }
  }
}
