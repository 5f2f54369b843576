package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.V;

/**
 * Products of matrices with vectors.
 *
 * <p>C is cut into panels of a few vectors' width, and each panel into tiles of six rows. B is read
 * where it lies, or packed panel by panel where that pays: transposed, scaled, ragged at its edge,
 * or with rows so far apart that they drive each other out of the cache. A is always read where it
 * lies, but for ragged rows of a transposed one.
 *
 * <p>Goto and van de Geijn (2008), "Anatomy of High-Performance Matrix Multiplication".
 */
interface VectorMatrices extends PlainMatrices {
  /** Rows of a tile. */
  int TILE = 6;

  /** Rows of B that are worked on at once. */
  int DEPTH = 256;

  /**
   * Right sides of up to so many numbers are left to the plain loops, however many rows A has:
   * vectors gain nothing there, and the small examples of a lesson come out with the same bits on
   * every machine. A fused multiply-add would even make a b + c d differ from c d + a b.
   */
  int SMALL = 64;

  /** Vectors across a panel: four where the CPU has 32 registers, two where it has 16. */
  int PANEL = V == 8 ? 2 : 4;

  /** What a sum begins with where C is overwritten. */
  float[] ZEROS = new float[4 * V];

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
    if ((long) n * k <= SMALL) {
      PlainMatrices.super.gemm(
          transA, transB, m, n, k, alpha, a, aAt, lda, b, bAt, ldb, beta, c, cAt, ldc);
      return;
    }
    boolean fresh = beta == 0 && k > 0;
    if (!fresh) {
      GemmEdges.scaleRows(beta, m, n, c, cAt, ldc);
    }
    for (int p = 0; p < k; p += DEPTH) {
      int depth = Math.min(DEPTH, k - p);
      block(
          transA,
          transB,
          m,
          n,
          depth,
          alpha,
          a,
          aAt + (transA ? p * lda : p),
          lda,
          b,
          bAt + (transB ? p : p * ldb),
          ldb,
          fresh && p == 0,
          c,
          cAt,
          ldc);
    }
  }

  @Override
  default void transpose(
      int rows, int columns, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    Transposition.transpose(rows, columns, x, xAt, ldx, y, yAt, ldy);
  }

  /** C = A B, or C += A B where it is not fresh, for a depth that the cache holds. */
  private static void block(
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
      boolean fresh,
      float[] c,
      int cAt,
      int ldc) {
    int whole = transA ? m / TILE * TILE : 0; // rows that are read from a transposed A in place
    float[] rest = a;
    int restAt = aAt;
    int ldRest = lda;
    if (transA && whole < m) {
      rest = packRest(a, aAt + whole, lda, m - whole, k);
      restAt = 0;
      ldRest = k;
    }
    boolean pack = transB || alpha != 1 || (m >= 48 && ldb > 128 && (long) k * ldb > 8192);
    int j = 0;
    while (j < n) {
      int left = n - j;
      int vectors = left >= 4 * V && PANEL == 4 ? 4 : left >= 2 * V ? 2 : 1;
      int width = Math.min(left, vectors * V);
      boolean ragged = width < vectors * V;
      float[] panel = b;
      int panelAt = transB ? bAt + j * ldb : bAt + j;
      int ldPanel = ldb;
      if (pack || ragged) {
        panel = Panels.pack(transB, b, panelAt, ldb, k, width, vectors, alpha);
        panelAt = 0;
        ldPanel = vectors * V;
      }
      int to = cAt + j;
      if (ragged) {
        Panels.ragged(
            whole, m, width, k, a, aAt, lda, rest, restAt, ldRest, panel, fresh, c, to, ldc);
      } else {
        if (whole > 0) {
          Panels.columns(
              vectors, whole, k, a, aAt, lda, panel, panelAt, ldPanel, fresh, c, to, ldc);
        }
        if (whole < m) {
          Panels.rows(
              vectors,
              m - whole,
              k,
              rest,
              restAt,
              ldRest,
              panel,
              panelAt,
              ldPanel,
              fresh,
              c,
              to + whole * ldc,
              ldc);
        }
      }
      j += width;
    }
  }

  /** The last rows of a transposed A, row by row. */
  private static float[] packRest(float[] a, int aAt, int lda, int rows, int k) {
    float[] packed = Scratch.mine().floats(Scratch.PACKED_A, rows * k);
    for (int p = 0; p < k; p++) {
      for (int i = 0; i < rows; i++) {
        packed[i * k + p] = a[aAt + p * lda + i];
      }
    }
    return packed;
  }
}
