package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Softmax over rows, a vector at a time; how rows are masked is the plain kernels' matter. */
interface VectorSoftmax extends PlainSoftmax {
  @Override
  default void softmaxRow(int visible, int n, float scale, float[] x, int xAt, float[] y, int yAt) {
    if (visible < V) {
      PlainSoftmax.super.softmaxRow(visible, n, scale, x, xAt, y, yAt);
      return;
    }
    int whole = Vectors.whole(visible);
    FloatVector factor = FloatVector.broadcast(F, scale);
    FloatVector highest = FloatVector.fromArray(F, x, xAt).mul(factor);
    for (int j = V; j < whole; j += V) {
      highest = highest.max(FloatVector.fromArray(F, x, xAt + j).mul(factor));
    }
    float max = highest.reduceLanes(VectorOperators.MAX);
    for (int j = whole; j < visible; j++) {
      max = Math.max(max, x[xAt + j] * scale);
    }
    Arrays.fill(y, yAt + visible, yAt + n, 0);
    if (max == Float.NEGATIVE_INFINITY) { // nothing to attend to
      Arrays.fill(y, yAt, yAt + visible, 0);
      return;
    }
    FloatVector top = FloatVector.broadcast(F, max);
    FloatVector sums = FloatVector.zero(F);
    for (int j = 0; j < whole; j += V) {
      FloatVector z = top.sub(FloatVector.fromArray(F, x, xAt + j).mul(factor));
      FloatVector e = VectorFormulas.expNegative(z);
      sums = sums.add(e);
      e.intoArray(y, yAt + j);
    }
    float sum = Vectors.sum(sums);
    for (int j = whole; j < visible; j++) {
      float e = Approximation.expNegative(max - x[xAt + j] * scale);
      y[yAt + j] = e;
      sum += e;
    }
    float share = 1 / sum;
    for (int j = 0; j < whole; j += V) {
      FloatVector.fromArray(F, y, yAt + j).mul(share).intoArray(y, yAt + j);
    }
    for (int j = whole; j < visible; j++) {
      y[yAt + j] *= share;
    }
  }

  @Override
  default void softmaxRowsBackward(
      int rows,
      int n,
      float scale,
      float[] y,
      int yAt,
      int ldy,
      float[] g,
      int gAt,
      int ldg,
      float[] dx,
      int dxAt,
      int lddx) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < rows; i++) {
      int yRow = yAt + i * ldy;
      int gRow = gAt + i * ldg;
      int dxRow = dxAt + i * lddx;
      FloatVector sums = FloatVector.zero(F);
      for (int j = 0; j < whole; j += V) {
        sums =
            FloatVector.fromArray(F, g, gRow + j).fma(FloatVector.fromArray(F, y, yRow + j), sums);
      }
      float dot = Vectors.sum(sums);
      for (int j = whole; j < n; j++) {
        dot += g[gRow + j] * y[yRow + j];
      }
      for (int j = 0; j < whole; j += V) {
        FloatVector.fromArray(F, g, gRow + j)
            .sub(dot)
            .mul(scale)
            .fma(FloatVector.fromArray(F, y, yRow + j), FloatVector.fromArray(F, dx, dxRow + j))
            .intoArray(dx, dxRow + j);
      }
      for (int j = whole; j < n; j++) {
        dx[dxRow + j] += scale * y[yRow + j] * (g[gRow + j] - dot);
      }
    }
  }
}
