package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;

/**
 * As {@link Tile6x4} with two vectors: for CPUs with 16 vector registers, and for narrow matrices.
 */
final class Tile6x2 {
  private Tile6x2() {}

  /**
   * C = From + A B for up to 6 rows, where A's rows lie apart by lda. Rows past the last are the
   * last again: they compute and write the same.
   */
  static void rows(
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
    int a1 = aAt + Math.min(1, rows - 1) * lda;
    int a2 = aAt + Math.min(2, rows - 1) * lda;
    int a3 = aAt + Math.min(3, rows - 1) * lda;
    int a4 = aAt + Math.min(4, rows - 1) * lda;
    int a5 = aAt + Math.min(5, rows - 1) * lda;
    int f1 = fromAt + Math.min(1, rows - 1) * ldFrom;
    int f2 = fromAt + Math.min(2, rows - 1) * ldFrom;
    int f3 = fromAt + Math.min(3, rows - 1) * ldFrom;
    int f4 = fromAt + Math.min(4, rows - 1) * ldFrom;
    int f5 = fromAt + Math.min(5, rows - 1) * ldFrom;
    FloatVector c00 = FloatVector.fromArray(F, from, fromAt);
    FloatVector c01 = FloatVector.fromArray(F, from, fromAt + V);
    FloatVector c10 = FloatVector.fromArray(F, from, f1);
    FloatVector c11 = FloatVector.fromArray(F, from, f1 + V);
    FloatVector c20 = FloatVector.fromArray(F, from, f2);
    FloatVector c21 = FloatVector.fromArray(F, from, f2 + V);
    FloatVector c30 = FloatVector.fromArray(F, from, f3);
    FloatVector c31 = FloatVector.fromArray(F, from, f3 + V);
    FloatVector c40 = FloatVector.fromArray(F, from, f4);
    FloatVector c41 = FloatVector.fromArray(F, from, f4 + V);
    FloatVector c50 = FloatVector.fromArray(F, from, f5);
    FloatVector c51 = FloatVector.fromArray(F, from, f5 + V);
    int bRow = bAt;
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(F, b, bRow);
      FloatVector b1 = FloatVector.fromArray(F, b, bRow + V);
      FloatVector x = FloatVector.broadcast(F, a[aAt + p]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = FloatVector.broadcast(F, a[a1 + p]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = FloatVector.broadcast(F, a[a2 + p]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = FloatVector.broadcast(F, a[a3 + p]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      x = FloatVector.broadcast(F, a[a4 + p]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      x = FloatVector.broadcast(F, a[a5 + p]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
      bRow += ldb;
    }
    int o1 = cAt + Math.min(1, rows - 1) * ldc;
    int o2 = cAt + Math.min(2, rows - 1) * ldc;
    int o3 = cAt + Math.min(3, rows - 1) * ldc;
    int o4 = cAt + Math.min(4, rows - 1) * ldc;
    int o5 = cAt + Math.min(5, rows - 1) * ldc;
    c00.intoArray(c, cAt);
    c01.intoArray(c, cAt + V);
    c10.intoArray(c, o1);
    c11.intoArray(c, o1 + V);
    c20.intoArray(c, o2);
    c21.intoArray(c, o2 + V);
    c30.intoArray(c, o3);
    c31.intoArray(c, o3 + V);
    c40.intoArray(c, o4);
    c41.intoArray(c, o4 + V);
    c50.intoArray(c, o5);
    c51.intoArray(c, o5 + V);
  }

  /**
   * C = From + A B for up to 6 rows, where A's columns lie apart by lda: it is stored transposed.
   * Rows past the last are the last again.
   */
  static void columns(
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
    int r1 = Math.min(1, rows - 1);
    int r2 = Math.min(2, rows - 1);
    int r3 = Math.min(3, rows - 1);
    int r4 = Math.min(4, rows - 1);
    int r5 = Math.min(5, rows - 1);
    int f1 = fromAt + r1 * ldFrom;
    int f2 = fromAt + r2 * ldFrom;
    int f3 = fromAt + r3 * ldFrom;
    int f4 = fromAt + r4 * ldFrom;
    int f5 = fromAt + r5 * ldFrom;
    FloatVector c00 = FloatVector.fromArray(F, from, fromAt);
    FloatVector c01 = FloatVector.fromArray(F, from, fromAt + V);
    FloatVector c10 = FloatVector.fromArray(F, from, f1);
    FloatVector c11 = FloatVector.fromArray(F, from, f1 + V);
    FloatVector c20 = FloatVector.fromArray(F, from, f2);
    FloatVector c21 = FloatVector.fromArray(F, from, f2 + V);
    FloatVector c30 = FloatVector.fromArray(F, from, f3);
    FloatVector c31 = FloatVector.fromArray(F, from, f3 + V);
    FloatVector c40 = FloatVector.fromArray(F, from, f4);
    FloatVector c41 = FloatVector.fromArray(F, from, f4 + V);
    FloatVector c50 = FloatVector.fromArray(F, from, f5);
    FloatVector c51 = FloatVector.fromArray(F, from, f5 + V);
    int bRow = bAt;
    int aRow = aAt;
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(F, b, bRow);
      FloatVector b1 = FloatVector.fromArray(F, b, bRow + V);
      FloatVector x = FloatVector.broadcast(F, a[aRow]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = FloatVector.broadcast(F, a[aRow + r1]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = FloatVector.broadcast(F, a[aRow + r2]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = FloatVector.broadcast(F, a[aRow + r3]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      x = FloatVector.broadcast(F, a[aRow + r4]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      x = FloatVector.broadcast(F, a[aRow + r5]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
      bRow += ldb;
      aRow += lda;
    }
    int o1 = cAt + r1 * ldc;
    int o2 = cAt + r2 * ldc;
    int o3 = cAt + r3 * ldc;
    int o4 = cAt + r4 * ldc;
    int o5 = cAt + r5 * ldc;
    c00.intoArray(c, cAt);
    c01.intoArray(c, cAt + V);
    c10.intoArray(c, o1);
    c11.intoArray(c, o1 + V);
    c20.intoArray(c, o2);
    c21.intoArray(c, o2 + V);
    c30.intoArray(c, o3);
    c31.intoArray(c, o3 + V);
    c40.intoArray(c, o4);
    c41.intoArray(c, o4 + V);
    c50.intoArray(c, o5);
    c51.intoArray(c, o5 + V);
  }
}
