package org.attentionlab.numerics;

/**
 * Products of matrices in plain loops.
 *
 * <p>The innermost loop adds multiples of four rows of B to two rows of C. All rows are copied to
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
    for (int j = 0; j < n; j += COLUMNS) {
      int width = Math.min(COLUMNS, n - j);
      for (int p = 0; p < k; p += INNER) {
        int depth = Math.min(INNER, k - p);
        float[][] rows = scratch.rows(INNER + 2, Math.min(n, COLUMNS));
        float[] upper = rows[INNER];
        float[] lower = rows[INNER + 1];
        packRows(transB, b, bAt, ldb, p, depth, j, width, rows);
        for (int i = 0; i < m; i += 2) {
          int at = transA ? aAt + p * lda + i : aAt + i * lda + p;
          int next = i + 1 < m ? transA ? 1 : lda : 0; // a last row alone is its own neighbour
          int to = cAt + i * ldc + j;
          int nextTo = i + 1 < m ? ldc : 0;
          System.arraycopy(c, to, upper, 0, width);
          System.arraycopy(c, to + nextTo, lower, 0, width);
          addRows(width, depth, alpha, a, at, next, transA ? lda : 1, rows, upper, lower);
          System.arraycopy(upper, 0, c, to, width);
          System.arraycopy(lower, 0, c, to + nextTo, width);
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

  /** Both rows += alpha sum_p a_p rows_p, where a_p stand {@code step} apart, a row's next on. */
  private static void addRows(
      int width,
      int depth,
      float alpha,
      float[] a,
      int at,
      int next,
      int step,
      float[][] rows,
      float[] upper,
      float[] lower) {
    int p = 0;
    for (; p + 4 <= depth; p += 4, at += 4 * step) {
      int below = at + next;
      addFour(
          width,
          upper,
          alpha * a[at],
          alpha * a[at + step],
          alpha * a[at + 2 * step],
          alpha * a[at + 3 * step],
          lower,
          alpha * a[below],
          alpha * a[below + step],
          alpha * a[below + 2 * step],
          alpha * a[below + 3 * step],
          rows[p],
          rows[p + 1],
          rows[p + 2],
          rows[p + 3]);
    }
    for (; p < depth; p++, at += step) {
      addOne(width, upper, alpha * a[at], rows[p]);
      addOne(width, lower, alpha * a[at + next], rows[p]);
    }
  }

  private static void addFour(
      int n,
      float[] c,
      float a0,
      float a1,
      float a2,
      float a3,
      float[] d,
      float e0,
      float e1,
      float e2,
      float e3,
      float[] b0,
      float[] b1,
      float[] b2,
      float[] b3) {
    for (int j = 0; j < n; j++) {
      float x0 = b0[j];
      float x1 = b1[j];
      float x2 = b2[j];
      float x3 = b3[j];
      c[j] += a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3;
      d[j] += e0 * x0 + e1 * x1 + e2 * x2 + e3 * x3;
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
