package org.attentionlab.numerics;

/** Transposes in small squares, so that what is read and what is written both stay in the cache. */
final class Transposition {
  private static final int SQUARE = 16;

  private Transposition() {}

  /** y (columns, rows) = x^T with x (rows, columns). */
  static void transpose(
      int rows, int columns, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    for (int i = 0; i < rows; i += SQUARE) {
      int height = Math.min(SQUARE, rows - i);
      for (int j = 0; j < columns; j += SQUARE) {
        int width = Math.min(SQUARE, columns - j);
        square(height, width, x, xAt + i * ldx + j, ldx, y, yAt + j * ldy + i, ldy);
      }
    }
  }

  private static void square(
      int rows, int columns, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    for (int j = 0; j < columns; j++) {
      int from = xAt + j;
      int to = yAt + j * ldy;
      for (int i = 0; i < rows; i++, from += ldx) {
        y[to + i] = x[from];
      }
    }
  }
}
