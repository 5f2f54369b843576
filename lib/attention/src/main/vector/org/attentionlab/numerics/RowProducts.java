package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;

/** A row times a matrix: the products of a single query, for which tiles of rows are no use. */
final class RowProducts {
  private RowProducts() {}

  /**
   * c = alpha a B, or c += alpha a B where it is not fresh; the numbers of a stand a step apart.
   */
  static void times(
      int n,
      int k,
      float alpha,
      float[] a,
      int aAt,
      int step,
      float[] b,
      int bAt,
      int ldb,
      boolean fresh,
      float[] c,
      int cAt) {
    int whole = Vectors.whole(n);
    for (int j = 0; j < whole; j += V) {
      FloatVector sum = FloatVector.zero(F);
      for (int p = 0; p < k; p++) {
        FloatVector x = FloatVector.broadcast(F, a[aAt + p * step]);
        sum = x.fma(FloatVector.fromArray(F, b, bAt + p * ldb + j), sum);
      }
      sum = sum.mul(alpha);
      (fresh ? sum : sum.add(FloatVector.fromArray(F, c, cAt + j))).intoArray(c, cAt + j);
    }
    for (int j = whole; j < n; j++) {
      float sum = 0;
      for (int p = 0; p < k; p++) {
        sum += a[aAt + p * step] * b[bAt + p * ldb + j];
      }
      c[cAt + j] = alpha * sum + (fresh ? 0 : c[cAt + j]);
    }
  }

  /**
   * c = alpha a B^T, or c += alpha a B^T where it is not fresh: a dot product for each row of B.
   */
  static void dots(
      int n,
      int k,
      float alpha,
      float[] a,
      int aAt,
      float[] b,
      int bAt,
      int ldb,
      boolean fresh,
      float[] c,
      int cAt) {
    int whole = Vectors.whole(k);
    for (int j = 0; j < n; j++) {
      int row = bAt + j * ldb;
      FloatVector lanes = FloatVector.zero(F);
      for (int p = 0; p < whole; p += V) {
        lanes =
            FloatVector.fromArray(F, a, aAt + p).fma(FloatVector.fromArray(F, b, row + p), lanes);
      }
      float sum = Vectors.sum(lanes);
      for (int p = whole; p < k; p++) {
        sum += a[aAt + p] * b[row + p];
      }
      c[cAt + j] = alpha * sum + (fresh ? 0 : c[cAt + j]);
    }
  }
}
