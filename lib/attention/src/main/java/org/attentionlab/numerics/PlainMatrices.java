package org.attentionlab.numerics;

/**
 * Products of matrices in plain loops.
 *
 * <p>The innermost loop adds multiples of four rows of B to a row of C. All rows are copied to
 * arrays of their own first: with offsets inside of a larger array the compiler cannot tell whether
 * source and target overlap, and does not vectorise.
 */
interface PlainMatrices extends MatrixKernels {
  /** Columns of B that are worked on at once: a row of C and of B stay in the nearest cache. */
  int COLUMNS = 512;

  /** Rows of B that are worked on at once. */
  int INNER = 128;

  @Override
  default void gemm(
      boolean transA,
      boolean transB,
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int aAt,
      int lda,
      float[] b,
      int bAt,
      int ldb,
      float beta,
      float[] c,
      int cAt,
      int ldc) {
    if (m == 0 || n == 0) {
      return;
    }
    GemmEdges.scaleRows(beta, m, n, c, cAt, ldc);
    Scratch scratch = Scratch.mine();
    float[] row = scratch.floats(Scratch.ROW, Math.min(n, COLUMNS));
    for (int j = 0; j < n; j += COLUMNS) {
      int width = Math.min(COLUMNS, n - j);
      for (int p = 0; p < k; p += INNER) {
        int depth = Math.min(INNER, k - p);
        float[][] rows = scratch.rows(INNER, Math.min(n, COLUMNS));
        packRows(transB, b, bAt, ldb, p, depth, j, width, rows);
        for (int i = 0; i < m; i++) {
          int at = transA ? aAt + p * lda + i : aAt + i * lda + p;
          System.arraycopy(c, cAt + i * ldc + j, row, 0, width);
          addRows(width, depth, alpha, a, at, transA ? lda : 1, rows, row);
          System.arraycopy(row, 0, c, cAt + i * ldc + j, width);
        }
      }
    }
  }

  private static void packRows(
      boolean transB,
      float[] b,
      int bAt,
      int ldb,
      int p,
      int depth,
      int j,
      int width,
      float[][] rows) {
    for (int r = 0; r < depth; r++) {
      if (transB) {
        int at = bAt + j * ldb + p + r;
        for (int i = 0; i < width; i++, at += ldb) {
          rows[r][i] = b[at];
        }
      } else {
        System.arraycopy(b, bAt + (p + r) * ldb + j, rows[r], 0, width);
      }
    }
  }

  /** row += alpha sum_p a_p rows_p, where a_p stand {@code step} apart. */
  private static void addRows(
      int width, int depth, float alpha, float[] a, int at, int step, float[][] rows, float[] row) {
    int p = 0;
    for (; p + 4 <= depth; p += 4, at += 4 * step) {
      addFour(
          width,
          row,
          alpha * a[at],
          rows[p],
          alpha * a[at + step],
          rows[p + 1],
          alpha * a[at + 2 * step],
          rows[p + 2],
          alpha * a[at + 3 * step],
          rows[p + 3]);
    }
    for (; p < depth; p++, at += step) {
      addOne(width, row, alpha * a[at], rows[p]);
    }
  }

  private static void addFour(
      int n,
      float[] c,
      float a0,
      float[] b0,
      float a1,
      float[] b1,
      float a2,
      float[] b2,
      float a3,
      float[] b3) {
    for (int j = 0; j < n; j++) {
      c[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void addOne(int n, float[] c, float a0, float[] b0) {
    for (int j = 0; j < n; j++) {
      c[j] += a0 * b0[j];
    }
  }

  @Override
  default void gemmBatch(
      int batch,
      boolean transA,
      boolean transB,
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int aAt,
      int lda,
      int aStep,
      float[] b,
      int bAt,
      int ldb,
      int bStep,
      float beta,
      float[] c,
      int cAt,
      int ldc,
      int cStep) {
    for (int i = 0; i < batch; i++) {
      gemm(
          transA,
          transB,
          m,
          n,
          k,
          alpha,
          a,
          aAt + i * aStep,
          lda,
          b,
          bAt + i * bStep,
          ldb,
          beta,
          c,
          cAt + i * cStep,
          ldc);
    }
  }

  @Override
  default void transpose(
      int rows, int columns, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        y[yAt + j * ldy + i] = x[xAt + i * ldx + j];
      }
    }
  }
}
