package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The row loops of log-softmax and cross-entropy, a vector at a time. */
interface VectorLosses extends PlainLosses {
  @Override
  default float logSumExp(int n, float[] x, int xAt) {
    if (n < V) {
      return PlainLosses.super.logSumExp(n, x, xAt);
    }
    int whole = Vectors.whole(n);
    FloatVector highest = FloatVector.fromArray(F, x, xAt);
    for (int j = V; j < whole; j += V) {
      highest = highest.max(FloatVector.fromArray(F, x, xAt + j));
    }
    float max = highest.reduceLanes(VectorOperators.MAX);
    for (int j = whole; j < n; j++) {
      max = Math.max(max, x[xAt + j]);
    }
    if (max == Float.NEGATIVE_INFINITY) {
      return max;
    }
    FloatVector top = FloatVector.broadcast(F, max);
    FloatVector sums = FloatVector.zero(F);
    for (int j = 0; j < whole; j += V) {
      sums = sums.add(VectorFormulas.expNegative(top.sub(FloatVector.fromArray(F, x, xAt + j))));
    }
    double sum = Vectors.sum(sums);
    for (int j = whole; j < n; j++) {
      sum += Approximation.expNegative(max - x[xAt + j]);
    }
    return PlainLosses.sumToLog(max, sum);
  }

  @Override
  default void addWeights(
      int n, float weight, float less, float logSumExp, float[] x, int xAt, float[] dx, int dxAt) {
    int whole = Vectors.whole(n);
    FloatVector factor = FloatVector.broadcast(F, weight);
    for (int j = 0; j < whole; j += V) {
      FloatVector p = VectorFormulas.exp(FloatVector.fromArray(F, x, xAt + j).sub(logSumExp));
      p.fma(factor, FloatVector.fromArray(F, dx, dxAt + j)).sub(less).intoArray(dx, dxAt + j);
    }
    PlainLosses.super.addWeights(
        n - whole, weight, less, logSumExp, x, xAt + whole, dx, dxAt + whole);
  }
}
