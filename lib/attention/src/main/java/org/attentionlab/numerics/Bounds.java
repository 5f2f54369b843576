package org.attentionlab.numerics;

/** Checks of what kernels are given; all messages about it are worded here. */
final class Bounds {
  private Bounds() {}

  /** Numbers at to at + n - 1 must lie in an array. */
  static void range(String op, String name, float[] x, int at, int n) {
    if ((at | n) < 0 || at > x.length - n) {
      throw new IllegalArgumentException(
          op
              + ": "
              + name
              + " is "
              + n
              + " numbers at "
              + at
              + " of an array of "
              + x.length
              + ".");
    }
  }

  /** As {@link #range}, of rows without gaps. */
  static void rows(String op, String name, float[] x, int at, int rows, int n) {
    matrix(op, name, x, at, rows, n, n);
  }

  /** A matrix (rows, columns) with ld numbers from row to row must lie in an array. */
  static void matrix(String op, String name, float[] x, int at, int rows, int columns, int ld) {
    long end = rows == 0 || columns == 0 ? at : at + (long) (rows - 1) * ld + columns;
    if ((at | rows | columns) < 0 || ld < columns || end > x.length) {
      throw new IllegalArgumentException(
          op
              + ": "
              + name
              + " is ("
              + rows
              + ", "
              + columns
              + ") at "
              + at
              + (ld == columns ? "" : " with " + ld + " from row to row")
              + " of an array of "
              + x.length
              + (ld < columns ? ": rows overlap." : "."));
    }
  }

  /** Heads of (batch, heads, rows, width) in a layout must lie in an array. */
  static void heads(
      String op,
      String name,
      float[] x,
      int at,
      int batch,
      int heads,
      int rows,
      int width,
      HeadLayout layout) {
    if (batch == 0 || rows == 0) {
      return;
    }
    long last =
        at
            + (long) (batch - 1) * layout.batchStep()
            + (long) (heads - 1) * layout.headStep()
            + (long) (rows - 1) * layout.rowStep();
    boolean negative =
        (at | layout.batchStep() | layout.headStep() | layout.rowStep()) < 0
            || (rows > 1 && layout.rowStep() < width);
    if (negative || last + width > x.length) {
      throw new IllegalArgumentException(
          op
              + ": "
              + name
              + " ("
              + batch
              + ", "
              + heads
              + ", "
              + rows
              + ", "
              + width
              + ") as "
              + layout
              + " at "
              + at
              + " reaches past an array of "
              + x.length
              + ".");
    }
  }

  /** A chance of zero must leave something. */
  static void chance(String op, float p) {
    if (!(p >= 0 && p < 1)) {
      throw new IllegalArgumentException(op + ": p lies in [0, 1), but is " + p + ".");
    }
  }

  /** The error for what must hold and does not. */
  static IllegalArgumentException problem(String op, String what) {
    return new IllegalArgumentException(op + ": " + what + ".");
  }
}
