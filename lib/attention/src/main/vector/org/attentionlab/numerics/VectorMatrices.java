package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.V;

/**
 * Products of matrices with vectors.
 *
 * <p>C is cut into panels of a few vectors' width, and each panel into tiles of six or twelve rows.
 * B is read where it lies, or packed panel by panel where that pays: transposed, scaled, ragged at
 * its edge, or with rows so far apart that they drive each other out of the cache. A is packed
 * where many panels will read it, in the way that the tile of twelve reads fastest.
 *
 * <p>Goto and van de Geijn (2008), "Anatomy of High-Performance Matrix Multiplication".
 */
interface VectorMatrices extends PlainMatrices {
  /** Rows of a tile. */
  int TILE = 6;

  /** Rows of a tile where the CPU has 32 vector registers. */
  int TALL = 12;

  /** Rows of B that are worked on at once. */
  int DEPTH = 256;

  /** Columns of B that are packed at once: with a depth they fill a part of the second cache. */
  int WIDTH = 512;

  /**
   * Rows of a transposed A that lie further apart are packed: each would be on a page of its own.
   */
  int DISTANT = 256;

  /** Rows of C that are worth it to pack B. */
  int PACK_B = 128;

  /** Columns of B that are worth it to pack A; for fewer it is read where it lies. */
  int PACK_A = 96;

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
    if (m == 1 && (!transB || !transA || lda == 1)) {
      if (transB) {
        RowProducts.dots(n, k, alpha, a, aAt, b, bAt, ldb, fresh, c, cAt);
      } else {
        RowProducts.times(n, k, alpha, a, aAt, transA ? lda : 1, b, bAt, ldb, fresh, c, cAt);
      }
      return;
    }
    boolean tall = PANEL == 4 && m >= TALL && n >= 2 * V && (transA || n >= PACK_A);
    int wide = tall ? n / (2 * V) * (2 * V) : 0;
    for (int p = 0; p < k; p += DEPTH) {
      int depth = Math.min(DEPTH, k - p);
      boolean first = fresh && p == 0;
      int bRow = bAt + (transB ? p : p * ldb);
      for (int j = 0; j < wide; j += WIDTH) {
        int from = aAt + (transA ? p * lda : p);
        int column = bRow + (transB ? j * ldb : j);
        int columns = Math.min(WIDTH, wide - j);
        int to = cAt + j;
        twelves(
            transA, transB, m, columns, depth, alpha, a, from, lda, b, column, ldb, first, c, to,
            ldc);
      }
      if (wide < n) {
        int from = aAt + (transA ? p * lda : p);
        int column = bRow + (transB ? wide * ldb : wide);
        int to = cAt + wide;
        sixes(
            transA, transB, m, n - wide, depth, alpha, a, from, lda, b, column, ldb, first, c, to,
            ldc);
      }
    }
  }

  @Override
  default void transpose(
      int rows, int columns, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    Transposition.transpose(rows, columns, x, xAt, ldx, y, yAt, ldy);
  }

  /**
   * C = A B, or C += A B where it is not fresh, by tiles of twelve rows and, for the rows that are
   * left, of six. The columns are a multiple of two vectors. All panels of B are packed first; then
   * each strip of A meets them one after the other, so that C is written row by row.
   */
  private static void twelves(
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
    float[] panels = b;
    int panelsAt = bAt;
    int ldPanel = ldb;
    int panelStep = 2 * V;
    boolean near = transA && ldb <= DISTANT; // a long and narrow B, which reads well as it lies
    if (transB || alpha != 1 || (m >= PACK_B && !near)) {
      panels = Panels.packAll(transB, b, bAt, ldb, k, n, alpha);
      panelsAt = 0;
      ldPanel = 2 * V;
      panelStep = 2 * V * k;
    }
    int high = m / TALL * TALL;
    boolean pack = transA ? lda > DISTANT : lda != DEPTH;
    float[] strip = a;
    int ldStrip = transA && pack ? TALL : lda;
    for (int i = 0; i < high; i += TALL) {
      int from = aAt + (transA ? i : i * lda);
      if (pack) {
        strip = Panels.strip(transA, k, a, from, lda);
        from = 0;
      }
      Panels.twelve(
          transA,
          n,
          k,
          strip,
          from,
          ldStrip,
          panels,
          panelsAt,
          ldPanel,
          panelStep,
          fresh,
          c,
          cAt + i * ldc,
          ldc);
    }
    for (int j = 0; j < n && high < m; j += 2 * V) {
      int from = aAt + (transA ? high : high * lda);
      int panel = panelsAt + j / (2 * V) * panelStep;
      int to = cAt + high * ldc + j;
      Panels.sixes(transA, 2, m - high, k, a, from, lda, panels, panel, ldPanel, fresh, c, to, ldc);
    }
  }

  /** C = A B, or C += A B where it is not fresh, by tiles of six rows. */
  private static void sixes(
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
    boolean pack = transB || alpha != 1 || (m >= 48 && ldb > 64);
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
        Panels.ragged(transA, m, width, k, a, aAt, lda, panel, fresh, c, to, ldc);
      } else {
        Panels.sixes(
            transA, vectors, m, k, a, aAt, lda, panel, panelAt, ldPanel, fresh, c, to, ldc);
      }
      j += width;
    }
  }
}
