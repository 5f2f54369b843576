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

  /** Copies columns of A by twelves: each twelve of a row lie behind those of the row before. */
  static float[] columnStrips(int m, int k, float[] a, int aAt, int lda) {
    float[] packed = Scratch.mine().floats(Scratch.STRIPS, m * k + V);
    for (int i = 0; i < m; i += TALL) {
      int to = i * k;
      for (int p = 0; p < k - 1; p++) { // a vector is wider, and what is too much is written over
        FloatVector.fromArray(F, a, aAt + p * lda + i).intoArray(packed, to + p * TALL);
      }
      System.arraycopy(a, aAt + (k - 1) * lda + i, packed, to + (k - 1) * TALL, TALL);
    }
    return packed;
  }

  /**
   * Rows of C in a panel of two vectors, a multiple of twelve. Where A is transposed, strips of
   * twelve columns lie a step apart, and a column's next row lda further; otherwise A's rows lie
   * apart by {@link VectorMatrices#DEPTH}.
   */
  static void twelves(
      boolean transA,
      int m,
      int k,
      float[] a,
      int aAt,
      int lda,
      int step,
      float[] b,
      int bAt,
      int ldb,
      boolean fresh,
      float[] c,
      int cAt,
      int ldc) {
    float[] from = fresh ? ZEROS : c;
    for (int i = 0; i < m; i += TALL) {
      int to = cAt + i * ldc;
      int fromAt = fresh ? 0 : to;
      int ldFrom = fresh ? 0 : ldc;
      if (transA) {
        Tile12x2.columns(
            k, a, aAt + i / TALL * step, lda, b, bAt, ldb, from, fromAt, ldFrom, c, to, ldc);
      } else {
        Tile12x2.rows(k, a, aAt + i * DEPTH, b, bAt, ldb, from, fromAt, ldFrom, c, to, ldc);
      }
    }
  }

  /** Copies rows of A so that they lie apart by {@link VectorMatrices#DEPTH}. */
  static float[] strips(int m, int k, float[] a, int aAt, int lda) {
    float[] packed = Scratch.mine().floats(Scratch.STRIPS, m * DEPTH);
    for (int i = 0; i < m; i++) {
      System.arraycopy(a, aAt + i * lda, packed, i * DEPTH, k);
    }
    return packed;
  }

  /** All rows of C in a panel, from an A whose rows lie apart by lda. */
  static void rows(
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
      int rows = Math.min(TILE, m - i);
      int at = aAt + i * lda;
      int to = cAt + i * ldc;
      int fromAt = fresh ? 0 : to;
      int ldFrom = fresh ? 0 : ldc;
      switch (vectors) {
        case 4 -> Tile6x4.rows(rows, k, a, at, lda, b, bAt, ldb, from, fromAt, ldFrom, c, to, ldc);
        case 2 -> Tile6x2.rows(rows, k, a, at, lda, b, bAt, ldb, from, fromAt, ldFrom, c, to, ldc);
        default -> Tile6x1.rows(rows, k, a, at, lda, b, bAt, ldb, from, fromAt, ldFrom, c, to, ldc);
      }
    }
  }

  /** Rows of C in a panel, a multiple of six, from an A that is stored transposed. */
  static void columns(
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
      int fromAt = fresh ? 0 : to;
      int ldFrom = fresh ? 0 : ldc;
      switch (vectors) {
        case 4 ->
            Tile6x4.columns(k, a, aAt + i, lda, b, bAt, ldb, from, fromAt, ldFrom, c, to, ldc);
        case 2 ->
            Tile6x2.columns(k, a, aAt + i, lda, b, bAt, ldb, from, fromAt, ldFrom, c, to, ldc);
        default ->
            Tile6x1.columns(k, a, aAt + i, lda, b, bAt, ldb, from, fromAt, ldFrom, c, to, ldc);
      }
    }
  }

  /** A panel that is narrower than a vector: tiles go through an array that is wide enough. */
  static void ragged(
      int whole,
      int m,
      int width,
      int k,
      float[] a,
      int aAt,
      int lda,
      float[] rest,
      int restAt,
      int ldRest,
      float[] panel,
      boolean fresh,
      float[] c,
      int cAt,
      int ldc) {
    float[] edge = Scratch.mine().floats(Scratch.EDGE, TILE * V);
    for (int i = 0; i < m; i += TILE) {
      int rows = Math.min(TILE, m - i);
      if (i < whole) {
        Tile6x1.columns(k, a, aAt + i, lda, panel, 0, V, ZEROS, 0, 0, edge, 0, V);
      } else {
        int at = restAt + (i - whole) * ldRest;
        Tile6x1.rows(rows, k, rest, at, ldRest, panel, 0, V, ZEROS, 0, 0, edge, 0, V);
      }
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
    if (alpha != 1) {
      FloatVector factor = FloatVector.broadcast(F, alpha);
      for (int i = 0; i < k * ld; i += V) {
        FloatVector.fromArray(F, packed, i).mul(factor).intoArray(packed, i);
      }
    }
    return packed;
  }
}
