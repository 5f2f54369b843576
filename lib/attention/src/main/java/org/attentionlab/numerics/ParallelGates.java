package org.attentionlab.numerics;

/** Checks and splits the gates of recurrent cells over the batch. */
interface ParallelGates extends GateKernels, Splitting {
  @Override
  default void gru(
      int rows,
      int hidden,
      float[] xGates,
      int xGatesAt,
      int ldx,
      float[] hGates,
      int hGatesAt,
      float[] h,
      int hAt,
      int ldh,
      float[] gates,
      int gatesAt,
      float[] next,
      int nextAt,
      int ldNext) {
    Bounds.matrix("gru", "xGates", xGates, xGatesAt, rows, 3 * hidden, ldx);
    Bounds.rows("gru", "hGates", hGates, hGatesAt, rows, 3 * hidden);
    Bounds.matrix("gru", "h", h, hAt, rows, hidden, ldh);
    Bounds.rows("gru", "gates", gates, gatesAt, rows, 3 * hidden);
    Bounds.matrix("gru", "next", next, nextAt, rows, hidden, ldNext);
    if (large(3 * DEAR, (long) rows * hidden)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .gru(
                      to - from,
                      hidden,
                      xGates,
                      xGatesAt + from * ldx,
                      ldx,
                      hGates,
                      hGatesAt + from * 3 * hidden,
                      h,
                      hAt + from * ldh,
                      ldh,
                      gates,
                      gatesAt + from * 3 * hidden,
                      next,
                      nextAt + from * ldNext,
                      ldNext));
    } else {
      serial()
          .gru(
              rows, hidden, xGates, xGatesAt, ldx, hGates, hGatesAt, h, hAt, ldh, gates, gatesAt,
              next, nextAt, ldNext);
    }
  }

  @Override
  default void gruBackward(
      int rows,
      int hidden,
      float[] gates,
      int gatesAt,
      float[] hGates,
      int hGatesAt,
      float[] h,
      int hAt,
      int ldh,
      float[] g,
      int gAt,
      float[] dxGates,
      int dxGatesAt,
      int lddx,
      float[] dhGates,
      int dhGatesAt,
      float[] dh,
      int dhAt) {
    Bounds.rows("gruBackward", "gates", gates, gatesAt, rows, 3 * hidden);
    Bounds.rows("gruBackward", "hGates", hGates, hGatesAt, rows, 3 * hidden);
    Bounds.matrix("gruBackward", "h", h, hAt, rows, hidden, ldh);
    Bounds.rows("gruBackward", "g", g, gAt, rows, hidden);
    Bounds.matrix("gruBackward", "dxGates", dxGates, dxGatesAt, rows, 3 * hidden, lddx);
    Bounds.rows("gruBackward", "dhGates", dhGates, dhGatesAt, rows, 3 * hidden);
    Bounds.rows("gruBackward", "dh", dh, dhAt, rows, hidden);
    if (large(3 * CHEAP, (long) rows * hidden)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .gruBackward(
                      to - from,
                      hidden,
                      gates,
                      gatesAt + from * 3 * hidden,
                      hGates,
                      hGatesAt + from * 3 * hidden,
                      h,
                      hAt + from * ldh,
                      ldh,
                      g,
                      gAt + from * hidden,
                      dxGates,
                      dxGatesAt + from * lddx,
                      lddx,
                      dhGates,
                      dhGatesAt + from * 3 * hidden,
                      dh,
                      dhAt + from * hidden));
    } else {
      serial()
          .gruBackward(
              rows, hidden, gates, gatesAt, hGates, hGatesAt, h, hAt, ldh, g, gAt, dxGates,
              dxGatesAt, lddx, dhGates, dhGatesAt, dh, dhAt);
    }
  }

  @Override
  default void lstm(
      int rows,
      int hidden,
      float[] xGates,
      int xGatesAt,
      int ldx,
      float[] hGates,
      int hGatesAt,
      float[] cell,
      int cellAt,
      float[] gates,
      int gatesAt,
      float[] nextCell,
      int nextCellAt,
      float[] next,
      int nextAt,
      int ldNext) {
    Bounds.matrix("lstm", "xGates", xGates, xGatesAt, rows, 4 * hidden, ldx);
    Bounds.rows("lstm", "hGates", hGates, hGatesAt, rows, 4 * hidden);
    Bounds.rows("lstm", "cell", cell, cellAt, rows, hidden);
    Bounds.rows("lstm", "gates", gates, gatesAt, rows, 4 * hidden);
    Bounds.rows("lstm", "nextCell", nextCell, nextCellAt, rows, hidden);
    Bounds.matrix("lstm", "next", next, nextAt, rows, hidden, ldNext);
    if (large(3 * DEAR, (long) rows * hidden)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .lstm(
                      to - from,
                      hidden,
                      xGates,
                      xGatesAt + from * ldx,
                      ldx,
                      hGates,
                      hGatesAt + from * 4 * hidden,
                      cell,
                      cellAt + from * hidden,
                      gates,
                      gatesAt + from * 4 * hidden,
                      nextCell,
                      nextCellAt + from * hidden,
                      next,
                      nextAt + from * ldNext,
                      ldNext));
    } else {
      serial()
          .lstm(
              rows,
              hidden,
              xGates,
              xGatesAt,
              ldx,
              hGates,
              hGatesAt,
              cell,
              cellAt,
              gates,
              gatesAt,
              nextCell,
              nextCellAt,
              next,
              nextAt,
              ldNext);
    }
  }

  @Override
  default void lstmBackward(
      int rows,
      int hidden,
      float[] gates,
      int gatesAt,
      float[] cell,
      int cellAt,
      float[] nextCell,
      int nextCellAt,
      float[] g,
      int gAt,
      float[] dGates,
      int dGatesAt,
      int lddg,
      float[] dCell,
      int dCellAt) {
    Bounds.rows("lstmBackward", "gates", gates, gatesAt, rows, 4 * hidden);
    Bounds.rows("lstmBackward", "cell", cell, cellAt, rows, hidden);
    Bounds.rows("lstmBackward", "nextCell", nextCell, nextCellAt, rows, hidden);
    Bounds.rows("lstmBackward", "g", g, gAt, rows, hidden);
    Bounds.matrix("lstmBackward", "dGates", dGates, dGatesAt, rows, 4 * hidden, lddg);
    Bounds.rows("lstmBackward", "dCell", dCell, dCellAt, rows, hidden);
    if (large(DEAR, (long) rows * hidden)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .lstmBackward(
                      to - from,
                      hidden,
                      gates,
                      gatesAt + from * 4 * hidden,
                      cell,
                      cellAt + from * hidden,
                      nextCell,
                      nextCellAt + from * hidden,
                      g,
                      gAt + from * hidden,
                      dGates,
                      dGatesAt + from * lddg,
                      lddg,
                      dCell,
                      dCellAt + from * hidden));
    } else {
      serial()
          .lstmBackward(
              rows,
              hidden,
              gates,
              gatesAt,
              cell,
              cellAt,
              nextCell,
              nextCellAt,
              g,
              gAt,
              dGates,
              dGatesAt,
              lddg,
              dCell,
              dCellAt);
    }
  }
}
