package org.attentionlab.numerics;

/** Checks and splits work on rows. */
interface ParallelRows extends RowKernels, Splitting {
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
    Bounds.rows("biasRows", "x", x, xAt, rows, n);
    Bounds.range("biasRows", "bias", bias, biasAt, n);
    Bounds.rows("biasRows", "y", y, yAt, rows, n);
    if (large(cost(f), (long) rows * n)) {
      Parallel.ranges(
          rows,
          1,
          (from, to) ->
              serial()
                  .biasRows(f, to - from, n, x, xAt + from * n, bias, biasAt, y, yAt + from * n));
    } else {
      serial().biasRows(f, rows, n, x, xAt, bias, biasAt, y, yAt);
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
    if (f.needsInput()) {
      Bounds.rows("biasRowsBackward", "x", x, xAt, rows, n);
    }
    if (f.needsInput()) {
      Bounds.range("biasRowsBackward", "bias", bias, biasAt, n);
    }
    if (!f.needsInput()) {
      Bounds.rows("biasRowsBackward", "y", y, yAt, rows, n);
    }
    Bounds.rows("biasRowsBackward", "g", g, gAt, rows, n);
    Bounds.rows("biasRowsBackward", "dx", dx, dxAt, rows, n);
    Bounds.range("biasRowsBackward", "dBias", dBias, dBiasAt, n);
    if (large(cost(f), (long) rows * n)) {
      splitSums(
          rows,
          n,
          (from, to, sums, at) ->
              serial()
                  .biasRowsBackward(
                      f,
                      to - from,
                      n,
                      x,
                      xAt + from * n,
                      bias,
                      biasAt,
                      y,
                      yAt + from * n,
                      g,
                      gAt + from * n,
                      dx,
                      dxAt + from * n,
                      sums,
                      at),
          (sums, at) -> serial().axpy(1, sums, at, dBias, dBiasAt, n));
    } else {
      serial()
          .biasRowsBackward(
              f, rows, n, x, xAt, bias, biasAt, y, yAt, g, gAt, dx, dxAt, dBias, dBiasAt);
    }
  }

  @Override
  default void sumRows(int rows, int n, float[] x, int xAt, float[] out, int outAt) {
    Bounds.rows("sumRows", "x", x, xAt, rows, n);
    Bounds.range("sumRows", "out", out, outAt, n);
    if (large(CHEAP, (long) rows * n)) {
      splitSums(
          rows,
          n,
          (from, to, sums, at) -> serial().sumRows(to - from, n, x, xAt + from * n, sums, at),
          (sums, at) -> serial().axpy(1, sums, at, out, outAt, n));
    } else {
      serial().sumRows(rows, n, x, xAt, out, outAt);
    }
  }

  @Override
  default void repeatRow(int rows, int n, float[] row, int rowAt, float[] y, int yAt) {
    Bounds.range("repeatRow", "row", row, rowAt, n);
    Bounds.rows("repeatRow", "y", y, yAt, rows, n);
    if (large(CHEAP, (long) rows * n)) {
      Parallel.ranges(
          rows, 1, (from, to) -> serial().repeatRow(to - from, n, row, rowAt, y, yAt + from * n));
    } else {
      serial().repeatRow(rows, n, row, rowAt, y, yAt);
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
    Bounds.rows("gatherRows", "y", y, yAt, count, n);
    checkIds(
        "gatherRows",
        ids,
        idsAt,
        count,
        0,
        n == 0 ? Integer.MAX_VALUE : (table.length - tableAt) / n);
    if (large(CHEAP, (long) count * n)) {
      Parallel.ranges(
          count,
          1,
          (from, to) ->
              serial()
                  .gatherRows(
                      ids, idsAt + from, to - from, n, scale, table, tableAt, y, yAt + from * n));
    } else {
      serial().gatherRows(ids, idsAt, count, n, scale, table, tableAt, y, yAt);
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
    Bounds.rows("scatterAddRows", "g", g, gAt, count, n);
    checkIds(
        "scatterAddRows",
        ids,
        idsAt,
        count,
        Integer.MIN_VALUE,
        n == 0 ? Integer.MAX_VALUE : (dTable.length - dTableAt) / n);
    serial().scatterAddRows(ids, idsAt, count, n, scale, g, gAt, dTable, dTableAt);
  }

  private static int cost(Nonlinearity f) {
    return f == Nonlinearity.IDENTITY || f == Nonlinearity.RELU ? CHEAP : DEAR;
  }

  private static void checkIds(String op, int[] ids, int idsAt, int count, int least, int rows) {
    for (int i = idsAt; i < idsAt + count; i++) {
      if (ids[i] < least || ids[i] >= rows) {
        throw Bounds.problem(op, "id " + ids[i] + " for a table of " + rows + " rows");
      }
    }
  }
}
