package org.attentionlab.tensor;

/**
 * The product of two matrices in plain loops, the one place where multiplications are done in bulk.
 *
 * <p>The innermost loop adds a multiple of a row of B to a row of C. Both rows are copied to arrays
 * of their own first: with offsets inside of a larger array the compiler cannot tell whether source
 * and target overlap, and does not vectorise.
 */
final class MatrixProduct {
  private MatrixProduct() {}

  /** C += A B with A (m, k), B (k, n), C (m, n), each starting at its offset. */
  static void add(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int m, int k, int n) {
    multiply(a, aAt, k, 1, rows(b, bAt, k, n), c, cAt, m, k, n);
  }

  /** C += A B^T with A (m, k), B (n, k), C (m, n). */
  static void addTransposedRight(
      float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int m, int k, int n) {
    multiply(a, aAt, k, 1, columns(b, bAt, n, k), c, cAt, m, k, n);
  }

  /** C += A^T B with A (k, m), B (k, n), C (m, n). */
  static void addTransposedLeft(
      float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int m, int k, int n) {
    multiply(a, aAt, 1, m, rows(b, bAt, k, n), c, cAt, m, k, n);
  }

  /** A's element (i, p) stands at {@code aAt + i * rowStep + p * columnStep}. */
  private static void multiply(
      float[] a,
      int aAt,
      int rowStep,
      int columnStep,
      float[][] bRows,
      float[] c,
      int cAt,
      int m,
      int k,
      int n) {
    float[] row = Operation.take(n);
    for (int i = 0; i < m; i++) {
      System.arraycopy(c, cAt + i * n, row, 0, n);
      int at = aAt + i * rowStep;
      int p = 0;
      for (; p + 4 <= k; p += 4) {
        addFour(
            row,
            a[at + p * columnStep],
            bRows[p],
            a[at + (p + 1) * columnStep],
            bRows[p + 1],
            a[at + (p + 2) * columnStep],
            bRows[p + 2],
            a[at + (p + 3) * columnStep],
            bRows[p + 3]);
      }
      for (; p < k; p++) {
        addOne(row, a[at + p * columnStep], bRows[p]);
      }
      System.arraycopy(row, 0, c, cAt + i * n, n);
    }
    Operation.giveOwn(row);
    for (float[] used : bRows) {
      Operation.giveOwn(used);
    }
  }

  private static void addFour(
      float[] c,
      float a0,
      float[] b0,
      float a1,
      float[] b1,
      float a2,
      float[] b2,
      float a3,
      float[] b3) {
    for (int j = 0; j < c.length; j++) {
      c[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void addOne(float[] c, float a0, float[] b0) {
    for (int j = 0; j < c.length; j++) {
      c[j] += a0 * b0[j];
    }
  }

  private static float[][] rows(float[] b, int bAt, int rows, int columns) {
    float[][] result = new float[rows][];
    for (int i = 0; i < rows; i++) {
      result[i] = Operation.take(columns);
      System.arraycopy(b, bAt + i * columns, result[i], 0, columns);
    }
    return result;
  }

  private static float[][] columns(float[] b, int bAt, int rows, int columns) {
    float[][] result = new float[columns][];
    for (int j = 0; j < columns; j++) {
      result[j] = Operation.take(rows);
    }
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result[j][i] = b[bAt + i * columns + j];
      }
    }
    return result;
  }
}
