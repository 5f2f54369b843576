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

  /**
   * Rows of A that are packed at once, a multiple of twelve: so many times DEPTH stay in a cache.
   */
  int HEIGHT = 480;

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
      for (int i = 0; i < m && tall; i += HEIGHT) {
        int rows = Math.min(HEIGHT, m - i);
        int from = aAt + (transA ? p * lda + i : i * lda + p);
        int to = cAt + i * ldc;
        twelves(
            transA, transB, rows, wide, depth, alpha, a, from, lda, b, bRow, ldb, first, c, to,
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
   * left, of six. The columns are a multiple of two vectors.
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
    int high = m / TALL * TALL;
    int low = m - high;
    float[] strips = a;
    int stripsAt = aAt;
    float[] rest = a;
    int restAt = aAt + high * lda;
    int ldRest = lda;
    if (!transA && lda != DEPTH) {
      strips = Panels.strips(high, k, a, aAt, lda);
      stripsAt = 0;
    }
    int ldStrip = lda;
    int step = TALL; // from one strip to the next
    if (transA && n >= PACK_A) {
      strips = Panels.columnStrips(high, k, a, aAt, lda);
      stripsAt = 0;
      ldStrip = TALL;
      step = TALL * k;
    }
    if (transA && low > 0) {
      rest = packRest(a, aAt + high, lda, low, k);
      restAt = 0;
      ldRest = k;
    }
    boolean pack = transB || alpha != 1 || m >= 48;
    for (int j = 0; j < n; j += 2 * V) {
      float[] panel = b;
      int panelAt = bAt + j;
      int ldPanel = ldb;
      if (pack) {
        int from = bAt + (transB ? j * ldb : j);
        panel = Panels.pack(transB, b, from, ldb, k, 2 * V, 2, alpha);
        panelAt = 0;
        ldPanel = 2 * V;
      }
      Panels.twelves(
          transA, high, k, strips, stripsAt, ldStrip, step, panel, panelAt, ldPanel, fresh, c,
          cAt + j, ldc);
      if (low > 0) {
        int to = cAt + high * ldc + j;
        Panels.rows(2, low, k, rest, restAt, ldRest, panel, panelAt, ldPanel, fresh, c, to, ldc);
      }
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
    int whole = transA ? m / TILE * TILE : 0; // rows that are read from a transposed A in place
    float[] rest = a;
    int restAt = aAt;
    int ldRest = lda;
    if (transA && whole < m) {
      rest = packRest(a, aAt + whole, lda, m - whole, k);
      restAt = 0;
      ldRest = k;
    }
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
