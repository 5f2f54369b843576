package org.attentionlab.numerics;

import static org.attentionlab.numerics.VectorMatrices.DEPTH;
import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;

/**
 * Twelve rows of C by two vectors, 24 sums that stay in registers, for CPUs that have 32.
 *
 * <p>Each step reads twelve numbers of A that lie side by side: their addresses differ by
 * constants, and nothing but the multiply-adds takes the units that these need. Rows that lie apart
 * want an addition each, which costs a fifth of the speed; so A is packed where it is used often
 * enough.
 *
 * <p>The sums begin with what is at {@code from}, C itself or zeros, because a choice between the
 * two inside would leave the vectors on the heap.
 */
final class Tile12x2 {
  private Tile12x2() {}

  /** C = From + A B for 12 rows, where A's columns lie apart by lda. */
  static void columns(
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
    int f1 = fromAt + ldFrom;
    int f2 = fromAt + 2 * ldFrom;
    int f3 = fromAt + 3 * ldFrom;
    int f4 = fromAt + 4 * ldFrom;
    int f5 = fromAt + 5 * ldFrom;
    int f6 = fromAt + 6 * ldFrom;
    int f7 = fromAt + 7 * ldFrom;
    int f8 = fromAt + 8 * ldFrom;
    int f9 = fromAt + 9 * ldFrom;
    int f10 = fromAt + 10 * ldFrom;
    int f11 = fromAt + 11 * ldFrom;
    FloatVector c0l = FloatVector.fromArray(F, from, fromAt);
    FloatVector c0r = FloatVector.fromArray(F, from, fromAt + V);
    FloatVector c1l = FloatVector.fromArray(F, from, f1);
    FloatVector c1r = FloatVector.fromArray(F, from, f1 + V);
    FloatVector c2l = FloatVector.fromArray(F, from, f2);
    FloatVector c2r = FloatVector.fromArray(F, from, f2 + V);
    FloatVector c3l = FloatVector.fromArray(F, from, f3);
    FloatVector c3r = FloatVector.fromArray(F, from, f3 + V);
    FloatVector c4l = FloatVector.fromArray(F, from, f4);
    FloatVector c4r = FloatVector.fromArray(F, from, f4 + V);
    FloatVector c5l = FloatVector.fromArray(F, from, f5);
    FloatVector c5r = FloatVector.fromArray(F, from, f5 + V);
    FloatVector c6l = FloatVector.fromArray(F, from, f6);
    FloatVector c6r = FloatVector.fromArray(F, from, f6 + V);
    FloatVector c7l = FloatVector.fromArray(F, from, f7);
    FloatVector c7r = FloatVector.fromArray(F, from, f7 + V);
    FloatVector c8l = FloatVector.fromArray(F, from, f8);
    FloatVector c8r = FloatVector.fromArray(F, from, f8 + V);
    FloatVector c9l = FloatVector.fromArray(F, from, f9);
    FloatVector c9r = FloatVector.fromArray(F, from, f9 + V);
    FloatVector c10l = FloatVector.fromArray(F, from, f10);
    FloatVector c10r = FloatVector.fromArray(F, from, f10 + V);
    FloatVector c11l = FloatVector.fromArray(F, from, f11);
    FloatVector c11r = FloatVector.fromArray(F, from, f11 + V);
    int aRow = aAt;
    int bRow = bAt;
    for (int p = 0; p < k; p++) {
      FloatVector left = FloatVector.fromArray(F, b, bRow);
      FloatVector right = FloatVector.fromArray(F, b, bRow + V);
      FloatVector x = FloatVector.broadcast(F, a[aRow]);
      c0l = x.fma(left, c0l);
      c0r = x.fma(right, c0r);
      x = FloatVector.broadcast(F, a[aRow + 1]);
      c1l = x.fma(left, c1l);
      c1r = x.fma(right, c1r);
      x = FloatVector.broadcast(F, a[aRow + 2]);
      c2l = x.fma(left, c2l);
      c2r = x.fma(right, c2r);
      x = FloatVector.broadcast(F, a[aRow + 3]);
      c3l = x.fma(left, c3l);
      c3r = x.fma(right, c3r);
      x = FloatVector.broadcast(F, a[aRow + 4]);
      c4l = x.fma(left, c4l);
      c4r = x.fma(right, c4r);
      x = FloatVector.broadcast(F, a[aRow + 5]);
      c5l = x.fma(left, c5l);
      c5r = x.fma(right, c5r);
      x = FloatVector.broadcast(F, a[aRow + 6]);
      c6l = x.fma(left, c6l);
      c6r = x.fma(right, c6r);
      x = FloatVector.broadcast(F, a[aRow + 7]);
      c7l = x.fma(left, c7l);
      c7r = x.fma(right, c7r);
      x = FloatVector.broadcast(F, a[aRow + 8]);
      c8l = x.fma(left, c8l);
      c8r = x.fma(right, c8r);
      x = FloatVector.broadcast(F, a[aRow + 9]);
      c9l = x.fma(left, c9l);
      c9r = x.fma(right, c9r);
      x = FloatVector.broadcast(F, a[aRow + 10]);
      c10l = x.fma(left, c10l);
      c10r = x.fma(right, c10r);
      x = FloatVector.broadcast(F, a[aRow + 11]);
      c11l = x.fma(left, c11l);
      c11r = x.fma(right, c11r);
      aRow += lda;
      bRow += ldb;
    }
    int o1 = cAt + ldc;
    int o2 = cAt + 2 * ldc;
    int o3 = cAt + 3 * ldc;
    int o4 = cAt + 4 * ldc;
    int o5 = cAt + 5 * ldc;
    int o6 = cAt + 6 * ldc;
    int o7 = cAt + 7 * ldc;
    int o8 = cAt + 8 * ldc;
    int o9 = cAt + 9 * ldc;
    int o10 = cAt + 10 * ldc;
    int o11 = cAt + 11 * ldc;
    c0l.intoArray(c, cAt);
    c0r.intoArray(c, cAt + V);
    c1l.intoArray(c, o1);
    c1r.intoArray(c, o1 + V);
    c2l.intoArray(c, o2);
    c2r.intoArray(c, o2 + V);
    c3l.intoArray(c, o3);
    c3r.intoArray(c, o3 + V);
    c4l.intoArray(c, o4);
    c4r.intoArray(c, o4 + V);
    c5l.intoArray(c, o5);
    c5r.intoArray(c, o5 + V);
    c6l.intoArray(c, o6);
    c6r.intoArray(c, o6 + V);
    c7l.intoArray(c, o7);
    c7r.intoArray(c, o7 + V);
    c8l.intoArray(c, o8);
    c8r.intoArray(c, o8 + V);
    c9l.intoArray(c, o9);
    c9r.intoArray(c, o9 + V);
    c10l.intoArray(c, o10);
    c10r.intoArray(c, o10 + V);
    c11l.intoArray(c, o11);
    c11r.intoArray(c, o11 + V);
  }

  /**
   * C = From + A B for 12 rows, where A's rows lie apart by {@link VectorMatrices#DEPTH}: a
   * constant, so that it costs no addition.
   */
  static void rows(
      int k,
      float[] a,
      int aAt,
      float[] b,
      int bAt,
      int ldb,
      float[] from,
      int fromAt,
      int ldFrom,
      float[] c,
      int cAt,
      int ldc) {
    int f1 = fromAt + ldFrom;
    int f2 = fromAt + 2 * ldFrom;
    int f3 = fromAt + 3 * ldFrom;
    int f4 = fromAt + 4 * ldFrom;
    int f5 = fromAt + 5 * ldFrom;
    int f6 = fromAt + 6 * ldFrom;
    int f7 = fromAt + 7 * ldFrom;
    int f8 = fromAt + 8 * ldFrom;
    int f9 = fromAt + 9 * ldFrom;
    int f10 = fromAt + 10 * ldFrom;
    int f11 = fromAt + 11 * ldFrom;
    FloatVector c0l = FloatVector.fromArray(F, from, fromAt);
    FloatVector c0r = FloatVector.fromArray(F, from, fromAt + V);
    FloatVector c1l = FloatVector.fromArray(F, from, f1);
    FloatVector c1r = FloatVector.fromArray(F, from, f1 + V);
    FloatVector c2l = FloatVector.fromArray(F, from, f2);
    FloatVector c2r = FloatVector.fromArray(F, from, f2 + V);
    FloatVector c3l = FloatVector.fromArray(F, from, f3);
    FloatVector c3r = FloatVector.fromArray(F, from, f3 + V);
    FloatVector c4l = FloatVector.fromArray(F, from, f4);
    FloatVector c4r = FloatVector.fromArray(F, from, f4 + V);
    FloatVector c5l = FloatVector.fromArray(F, from, f5);
    FloatVector c5r = FloatVector.fromArray(F, from, f5 + V);
    FloatVector c6l = FloatVector.fromArray(F, from, f6);
    FloatVector c6r = FloatVector.fromArray(F, from, f6 + V);
    FloatVector c7l = FloatVector.fromArray(F, from, f7);
    FloatVector c7r = FloatVector.fromArray(F, from, f7 + V);
    FloatVector c8l = FloatVector.fromArray(F, from, f8);
    FloatVector c8r = FloatVector.fromArray(F, from, f8 + V);
    FloatVector c9l = FloatVector.fromArray(F, from, f9);
    FloatVector c9r = FloatVector.fromArray(F, from, f9 + V);
    FloatVector c10l = FloatVector.fromArray(F, from, f10);
    FloatVector c10r = FloatVector.fromArray(F, from, f10 + V);
    FloatVector c11l = FloatVector.fromArray(F, from, f11);
    FloatVector c11r = FloatVector.fromArray(F, from, f11 + V);
    int bRow = bAt;
    for (int p = aAt; p < aAt + k; p++) {
      FloatVector left = FloatVector.fromArray(F, b, bRow);
      FloatVector right = FloatVector.fromArray(F, b, bRow + V);
      FloatVector x = FloatVector.broadcast(F, a[p]);
      c0l = x.fma(left, c0l);
      c0r = x.fma(right, c0r);
      x = FloatVector.broadcast(F, a[p + DEPTH]);
      c1l = x.fma(left, c1l);
      c1r = x.fma(right, c1r);
      x = FloatVector.broadcast(F, a[p + 2 * DEPTH]);
      c2l = x.fma(left, c2l);
      c2r = x.fma(right, c2r);
      x = FloatVector.broadcast(F, a[p + 3 * DEPTH]);
      c3l = x.fma(left, c3l);
      c3r = x.fma(right, c3r);
      x = FloatVector.broadcast(F, a[p + 4 * DEPTH]);
      c4l = x.fma(left, c4l);
      c4r = x.fma(right, c4r);
      x = FloatVector.broadcast(F, a[p + 5 * DEPTH]);
      c5l = x.fma(left, c5l);
      c5r = x.fma(right, c5r);
      x = FloatVector.broadcast(F, a[p + 6 * DEPTH]);
      c6l = x.fma(left, c6l);
      c6r = x.fma(right, c6r);
      x = FloatVector.broadcast(F, a[p + 7 * DEPTH]);
      c7l = x.fma(left, c7l);
      c7r = x.fma(right, c7r);
      x = FloatVector.broadcast(F, a[p + 8 * DEPTH]);
      c8l = x.fma(left, c8l);
      c8r = x.fma(right, c8r);
      x = FloatVector.broadcast(F, a[p + 9 * DEPTH]);
      c9l = x.fma(left, c9l);
      c9r = x.fma(right, c9r);
      x = FloatVector.broadcast(F, a[p + 10 * DEPTH]);
      c10l = x.fma(left, c10l);
      c10r = x.fma(right, c10r);
      x = FloatVector.broadcast(F, a[p + 11 * DEPTH]);
      c11l = x.fma(left, c11l);
      c11r = x.fma(right, c11r);
      bRow += ldb;
    }
    int o1 = cAt + ldc;
    int o2 = cAt + 2 * ldc;
    int o3 = cAt + 3 * ldc;
    int o4 = cAt + 4 * ldc;
    int o5 = cAt + 5 * ldc;
    int o6 = cAt + 6 * ldc;
    int o7 = cAt + 7 * ldc;
    int o8 = cAt + 8 * ldc;
    int o9 = cAt + 9 * ldc;
    int o10 = cAt + 10 * ldc;
    int o11 = cAt + 11 * ldc;
    c0l.intoArray(c, cAt);
    c0r.intoArray(c, cAt + V);
    c1l.intoArray(c, o1);
    c1r.intoArray(c, o1 + V);
    c2l.intoArray(c, o2);
    c2r.intoArray(c, o2 + V);
    c3l.intoArray(c, o3);
    c3r.intoArray(c, o3 + V);
    c4l.intoArray(c, o4);
    c4r.intoArray(c, o4 + V);
    c5l.intoArray(c, o5);
    c5r.intoArray(c, o5 + V);
    c6l.intoArray(c, o6);
    c6r.intoArray(c, o6 + V);
    c7l.intoArray(c, o7);
    c7r.intoArray(c, o7 + V);
    c8l.intoArray(c, o8);
    c8r.intoArray(c, o8 + V);
    c9l.intoArray(c, o9);
    c9r.intoArray(c, o9 + V);
    c10l.intoArray(c, o10);
    c10r.intoArray(c, o10 + V);
    c11l.intoArray(c, o11);
    c11r.intoArray(c, o11 + V);
  }
}
