package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;

/**
 * The inmost loop of products: six rows of C by four vectors, 24 sums that stay in registers.
 *
 * <p>Each step loads four vectors of B and six numbers of A, ten loads for 24 multiply-adds, which
 * leaves the arithmetic units the bottleneck. With the loads this needs 29 vector registers; CPUs
 * with 32 have them.
 *
 * <p>The sums begin with what is at {@code from}, C itself or zeros, because a choice between the
 * two inside would leave the vectors on the heap.
 */
final class Tile6x4 {
  private Tile6x4() {}

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
    FloatVector c02 = FloatVector.fromArray(F, from, fromAt + 2 * V);
    FloatVector c03 = FloatVector.fromArray(F, from, fromAt + 3 * V);
    FloatVector c10 = FloatVector.fromArray(F, from, f1);
    FloatVector c11 = FloatVector.fromArray(F, from, f1 + V);
    FloatVector c12 = FloatVector.fromArray(F, from, f1 + 2 * V);
    FloatVector c13 = FloatVector.fromArray(F, from, f1 + 3 * V);
    FloatVector c20 = FloatVector.fromArray(F, from, f2);
    FloatVector c21 = FloatVector.fromArray(F, from, f2 + V);
    FloatVector c22 = FloatVector.fromArray(F, from, f2 + 2 * V);
    FloatVector c23 = FloatVector.fromArray(F, from, f2 + 3 * V);
    FloatVector c30 = FloatVector.fromArray(F, from, f3);
    FloatVector c31 = FloatVector.fromArray(F, from, f3 + V);
    FloatVector c32 = FloatVector.fromArray(F, from, f3 + 2 * V);
    FloatVector c33 = FloatVector.fromArray(F, from, f3 + 3 * V);
    FloatVector c40 = FloatVector.fromArray(F, from, f4);
    FloatVector c41 = FloatVector.fromArray(F, from, f4 + V);
    FloatVector c42 = FloatVector.fromArray(F, from, f4 + 2 * V);
    FloatVector c43 = FloatVector.fromArray(F, from, f4 + 3 * V);
    FloatVector c50 = FloatVector.fromArray(F, from, f5);
    FloatVector c51 = FloatVector.fromArray(F, from, f5 + V);
    FloatVector c52 = FloatVector.fromArray(F, from, f5 + 2 * V);
    FloatVector c53 = FloatVector.fromArray(F, from, f5 + 3 * V);
    int bRow = bAt;
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(F, b, bRow);
      FloatVector b1 = FloatVector.fromArray(F, b, bRow + V);
      FloatVector b2 = FloatVector.fromArray(F, b, bRow + 2 * V);
      FloatVector b3 = FloatVector.fromArray(F, b, bRow + 3 * V);
      FloatVector x = FloatVector.broadcast(F, a[aAt + p]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      c02 = x.fma(b2, c02);
      c03 = x.fma(b3, c03);
      x = FloatVector.broadcast(F, a[a1 + p]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      c12 = x.fma(b2, c12);
      c13 = x.fma(b3, c13);
      x = FloatVector.broadcast(F, a[a2 + p]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      c22 = x.fma(b2, c22);
      c23 = x.fma(b3, c23);
      x = FloatVector.broadcast(F, a[a3 + p]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      c32 = x.fma(b2, c32);
      c33 = x.fma(b3, c33);
      x = FloatVector.broadcast(F, a[a4 + p]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      c42 = x.fma(b2, c42);
      c43 = x.fma(b3, c43);
      x = FloatVector.broadcast(F, a[a5 + p]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
      c52 = x.fma(b2, c52);
      c53 = x.fma(b3, c53);
      bRow += ldb;
    }
    int o1 = cAt + Math.min(1, rows - 1) * ldc;
    int o2 = cAt + Math.min(2, rows - 1) * ldc;
    int o3 = cAt + Math.min(3, rows - 1) * ldc;
    int o4 = cAt + Math.min(4, rows - 1) * ldc;
    int o5 = cAt + Math.min(5, rows - 1) * ldc;
    c00.intoArray(c, cAt);
    c01.intoArray(c, cAt + V);
    c02.intoArray(c, cAt + 2 * V);
    c03.intoArray(c, cAt + 3 * V);
    c10.intoArray(c, o1);
    c11.intoArray(c, o1 + V);
    c12.intoArray(c, o1 + 2 * V);
    c13.intoArray(c, o1 + 3 * V);
    c20.intoArray(c, o2);
    c21.intoArray(c, o2 + V);
    c22.intoArray(c, o2 + 2 * V);
    c23.intoArray(c, o2 + 3 * V);
    c30.intoArray(c, o3);
    c31.intoArray(c, o3 + V);
    c32.intoArray(c, o3 + 2 * V);
    c33.intoArray(c, o3 + 3 * V);
    c40.intoArray(c, o4);
    c41.intoArray(c, o4 + V);
    c42.intoArray(c, o4 + 2 * V);
    c43.intoArray(c, o4 + 3 * V);
    c50.intoArray(c, o5);
    c51.intoArray(c, o5 + V);
    c52.intoArray(c, o5 + 2 * V);
    c53.intoArray(c, o5 + 3 * V);
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
    FloatVector c02 = FloatVector.fromArray(F, from, fromAt + 2 * V);
    FloatVector c03 = FloatVector.fromArray(F, from, fromAt + 3 * V);
    FloatVector c10 = FloatVector.fromArray(F, from, f1);
    FloatVector c11 = FloatVector.fromArray(F, from, f1 + V);
    FloatVector c12 = FloatVector.fromArray(F, from, f1 + 2 * V);
    FloatVector c13 = FloatVector.fromArray(F, from, f1 + 3 * V);
    FloatVector c20 = FloatVector.fromArray(F, from, f2);
    FloatVector c21 = FloatVector.fromArray(F, from, f2 + V);
    FloatVector c22 = FloatVector.fromArray(F, from, f2 + 2 * V);
    FloatVector c23 = FloatVector.fromArray(F, from, f2 + 3 * V);
    FloatVector c30 = FloatVector.fromArray(F, from, f3);
    FloatVector c31 = FloatVector.fromArray(F, from, f3 + V);
    FloatVector c32 = FloatVector.fromArray(F, from, f3 + 2 * V);
    FloatVector c33 = FloatVector.fromArray(F, from, f3 + 3 * V);
    FloatVector c40 = FloatVector.fromArray(F, from, f4);
    FloatVector c41 = FloatVector.fromArray(F, from, f4 + V);
    FloatVector c42 = FloatVector.fromArray(F, from, f4 + 2 * V);
    FloatVector c43 = FloatVector.fromArray(F, from, f4 + 3 * V);
    FloatVector c50 = FloatVector.fromArray(F, from, f5);
    FloatVector c51 = FloatVector.fromArray(F, from, f5 + V);
    FloatVector c52 = FloatVector.fromArray(F, from, f5 + 2 * V);
    FloatVector c53 = FloatVector.fromArray(F, from, f5 + 3 * V);
    int bRow = bAt;
    int aRow = aAt;
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(F, b, bRow);
      FloatVector b1 = FloatVector.fromArray(F, b, bRow + V);
      FloatVector b2 = FloatVector.fromArray(F, b, bRow + 2 * V);
      FloatVector b3 = FloatVector.fromArray(F, b, bRow + 3 * V);
      FloatVector x = FloatVector.broadcast(F, a[aRow]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      c02 = x.fma(b2, c02);
      c03 = x.fma(b3, c03);
      x = FloatVector.broadcast(F, a[aRow + r1]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      c12 = x.fma(b2, c12);
      c13 = x.fma(b3, c13);
      x = FloatVector.broadcast(F, a[aRow + r2]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      c22 = x.fma(b2, c22);
      c23 = x.fma(b3, c23);
      x = FloatVector.broadcast(F, a[aRow + r3]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      c32 = x.fma(b2, c32);
      c33 = x.fma(b3, c33);
      x = FloatVector.broadcast(F, a[aRow + r4]);
      c40 = x.fma(b0, c40);
      c41 = x.fma(b1, c41);
      c42 = x.fma(b2, c42);
      c43 = x.fma(b3, c43);
      x = FloatVector.broadcast(F, a[aRow + r5]);
      c50 = x.fma(b0, c50);
      c51 = x.fma(b1, c51);
      c52 = x.fma(b2, c52);
      c53 = x.fma(b3, c53);
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
    c02.intoArray(c, cAt + 2 * V);
    c03.intoArray(c, cAt + 3 * V);
    c10.intoArray(c, o1);
    c11.intoArray(c, o1 + V);
    c12.intoArray(c, o1 + 2 * V);
    c13.intoArray(c, o1 + 3 * V);
    c20.intoArray(c, o2);
    c21.intoArray(c, o2 + V);
    c22.intoArray(c, o2 + 2 * V);
    c23.intoArray(c, o2 + 3 * V);
    c30.intoArray(c, o3);
    c31.intoArray(c, o3 + V);
    c32.intoArray(c, o3 + 2 * V);
    c33.intoArray(c, o3 + 3 * V);
    c40.intoArray(c, o4);
    c41.intoArray(c, o4 + V);
    c42.intoArray(c, o4 + 2 * V);
    c43.intoArray(c, o4 + 3 * V);
    c50.intoArray(c, o5);
    c51.intoArray(c, o5 + V);
    c52.intoArray(c, o5 + 2 * V);
    c53.intoArray(c, o5 + 3 * V);
  }
}
