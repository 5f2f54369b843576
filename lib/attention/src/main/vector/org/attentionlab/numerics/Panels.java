package org.attentionlab.numerics;

import static org.attentionlab.numerics.VectorMatrices.DEPTH;
import static org.attentionlab.numerics.VectorMatrices.TALL;
import static org.attentionlab.numerics.VectorMatrices.TILE;
import static org.attentionlab.numerics.VectorMatrices.ZEROS;
import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** A panel of B with all tiles of C that it contributes to. */
final class Panels {
  private Panels() {}

  /**
   * Twelve rows of C, from a strip of A. Where A is transposed, twelve of a column lie side by side
   * and the next column lda further; otherwise rows lie apart by {@link VectorMatrices#DEPTH}.
   */
  static void twelve(
      boolean transA,
      int n,
      int k,
      float[] strip,
      int stripAt,
      int ldStrip,
      float[] panels,
      int panelsAt,
      int ldPanel,
      int panelStep,
      boolean fresh,
      float[] c,
      int cAt,
      int ldc) {
    float[] from = fresh ? ZEROS : c;
    int ldFrom = fresh ? 0 : ldc;
    int b = panelsAt;
    for (int j = 0; j < n; j += 2 * V, b += panelStep) {
      int to = cAt + j;
      int at = fresh ? 0 : to;
      if (transA) {
        Tile12x2.columns(
            k, strip, stripAt, ldStrip, panels, b, ldPanel, from, at, ldFrom, c, to, ldc);
      } else {
        Tile12x2.rows(k, strip, stripAt, panels, b, ldPanel, from, at, ldFrom, c, to, ldc);
      }
    }
  }

  /** Copies twelve rows of A, or of a transposed A twelve columns, to where a tile wants them. */
  static float[] strip(boolean transA, int k, float[] a, int aAt, int lda) {
    float[] strip = Scratch.mine().floats(Scratch.STRIP, TALL * DEPTH + V);
    if (transA) {
      for (int p = 0; p < k - 1; p++) { // what a wide vector copies too much is written over
        for (int i = 0; i < TALL; i += V) {
          FloatVector.fromArray(F, a, aAt + p * lda + i).intoArray(strip, p * TALL + i);
        }
      }
      System.arraycopy(a, aAt + (k - 1) * lda, strip, (k - 1) * TALL, TALL);
    } else {
      for (int i = 0; i < TALL; i++) {
        System.arraycopy(a, aAt + i * lda, strip, i * DEPTH, k);
      }
    }
    return strip;
  }

  /** Copies k rows of B, scaled, so that panels of two vectors lie one behind the other. */
  static float[] packAll(boolean transB, float[] b, int bAt, int ldb, int k, int n, float alpha) {
    float[] packed = Scratch.mine().floats(Scratch.PACKED_B, k * n);
    if (transB) {
      for (int j = 0; j < n; j += 2 * V) {
        Transposition.transpose(2 * V, k, b, bAt + j * ldb, ldb, packed, j * k, 2 * V);
      }
    } else {
      for (int p = 0; p < k; p++) { // row by row, as they lie in memory
        int from = bAt + p * ldb;
        int to = p * 2 * V;
        for (int j = 0; j < n; j += 2 * V, to += 2 * V * k) {
          FloatVector.fromArray(F, b, from + j).intoArray(packed, to);
          FloatVector.fromArray(F, b, from + j + V).intoArray(packed, to + V);
        }
      }
    }
    scale(alpha, packed, k * n);
    return packed;
  }

  private static void scale(float alpha, float[] packed, int n) {
    if (alpha != 1) {
      FloatVector factor = FloatVector.broadcast(F, alpha);
      for (int i = 0; i < n; i += V) {
        FloatVector.fromArray(F, packed, i).mul(factor).intoArray(packed, i);
      }
    }
  }

  /** Rows of C in a panel by sixes, from an A that is read where it lies. */
  static void sixes(
      boolean transA,
      int vectors,
      int m,
      int k,
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
    float[] from = fresh ? ZEROS : c;
    for (int i = 0; i < m; i += TILE) {
      int to = cAt + i * ldc;
      int at = fresh ? 0 : to;
      int ldFrom = fresh ? 0 : ldc;
      int rows = Math.min(TILE, m - i);
      if (transA) {
        columns(vectors, rows, k, a, aAt + i, lda, b, bAt, ldb, from, at, ldFrom, c, to, ldc);
      } else {
        rows(vectors, rows, k, a, aAt + i * lda, lda, b, bAt, ldb, from, at, ldFrom, c, to, ldc);
      }
    }
  }

  private static void rows(
      int vectors,
      int rows,
      int k,
      float[] a,
      int aAt,
      int lda,
      float[] b,
      int bAt,
      int ldb,
      float[] from,
      int fromAt,
      int ldFrom,
      float[] c,
      int cAt,
      int ldc) {
    switch (vectors) {
      case 4 -> Tile6x4.rows(rows, k, a, aAt, lda, b, bAt, ldb, from, fromAt, ldFrom, c, cAt, ldc);
      case 2 -> Tile6x2.rows(rows, k, a, aAt, lda, b, bAt, ldb, from, fromAt, ldFrom, c, cAt, ldc);
      default -> Tile6x1.rows(rows, k, a, aAt, lda, b, bAt, ldb, from, fromAt, ldFrom, c, cAt, ldc);
    }
  }

  private static void columns(
      int vectors,
      int rows,
      int k,
      float[] a,
      int aAt,
      int lda,
      float[] b,
      int bAt,
      int ldb,
      float[] from,
      int fromAt,
      int ldFrom,
      float[] c,
      int cAt,
      int ldc) {
    switch (vectors) {
      case 4 ->
          Tile6x4.columns(rows, k, a, aAt, lda, b, bAt, ldb, from, fromAt, ldFrom, c, cAt, ldc);
      case 2 ->
          Tile6x2.columns(rows, k, a, aAt, lda, b, bAt, ldb, from, fromAt, ldFrom, c, cAt, ldc);
      default ->
          Tile6x1.columns(rows, k, a, aAt, lda, b, bAt, ldb, from, fromAt, ldFrom, c, cAt, ldc);
    }
  }

  /** A panel that is narrower than a vector: tiles go through an array that is wide enough. */
  static void ragged(
      boolean transA,
      int m,
      int width,
      int k,
      float[] a,
      int aAt,
      int lda,
      float[] panel,
      boolean fresh,
      float[] c,
      int cAt,
      int ldc) {
    float[] edge = Scratch.mine().floats(Scratch.EDGE, TILE * V);
    for (int i = 0; i < m; i += TILE) {
      int rows = Math.min(TILE, m - i);
      int at = aAt + (transA ? i : i * lda);
      sixes(transA, 1, rows, k, a, at, lda, panel, 0, V, true, edge, 0, V);
      for (int r = 0; r < rows; r++) {
        int to = cAt + (i + r) * ldc;
        for (int j = 0; j < width; j++) {
          c[to + j] = fresh ? edge[r * V + j] : c[to + j] + edge[r * V + j];
        }
      }
    }
  }

  /** Copies k rows of B of some width, scaled, and filled up with zeros to whole vectors. */
  static float[] pack(
      boolean transB, float[] b, int bAt, int ldb, int k, int width, int vectors, float alpha) {
    int ld = vectors * V;
    float[] packed = Scratch.mine().floats(Scratch.PACKED_B, k * ld);
    if (width < ld) {
      Arrays.fill(packed, 0, k * ld, 0);
    }
    if (transB) {
      Transposition.transpose(width, k, b, bAt, ldb, packed, 0, ld);
    } else {
      for (int p = 0; p < k; p++) {
        System.arraycopy(b, bAt + p * ldb, packed, p * ld, width);
      }
    }
    scale(alpha, packed, k * ld);
    return packed;
  }
}
