package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The pieces of tiled attention on columns of vectors: a lane is a query, a row is a key. */
interface VectorTiles extends PlainTiles {
  @Override
  default void softmaxColumns(int count, int width, float[] s, float[] state) {
    FloatVector lowest = FloatVector.broadcast(F, Float.NEGATIVE_INFINITY);
    for (int j = 0; j < width; j += V) {
      FloatVector old = FloatVector.fromArray(F, state, j);
      FloatVector max = old;
      for (int at = j; at < count * width; at += width) {
        max = max.max(FloatVector.fromArray(F, s, at));
      }
      FloatVector base = max.blend(0, max.compare(VectorOperators.EQ, lowest));
      FloatVector correction = VectorFormulas.expNegative(base.sub(old));
      correction = correction.blend(1, old.compare(VectorOperators.EQ, max));
      FloatVector sum = FloatVector.zero(F);
      for (int at = j; at < count * width; at += width) {
        FloatVector e = VectorFormulas.expNegative(base.sub(FloatVector.fromArray(F, s, at)));
        sum = sum.add(e);
        e.intoArray(s, at);
      }
      max.intoArray(state, j);
      FloatVector.fromArray(F, state, width + j).fma(correction, sum).intoArray(state, width + j);
      correction.intoArray(state, 2 * width + j);
    }
  }

  @Override
  default void scoreGradients(
      int count, int width, float scale, float[] s, float[] d, float[] state) {
    for (int j = 0; j < width; j += V) {
      FloatVector logSumExp = FloatVector.fromArray(F, state, j);
      FloatVector drift = FloatVector.fromArray(F, state, width + j);
      for (int at = j; at < count * width; at += width) {
        FloatVector p = VectorFormulas.expNegative(logSumExp.sub(FloatVector.fromArray(F, s, at)));
        p.intoArray(s, at);
        FloatVector.fromArray(F, d, at).sub(drift).mul(p).mul(scale).intoArray(d, at);
      }
    }
  }
}
