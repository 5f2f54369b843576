package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The pieces of tiled attention on columns of vectors: a lane is a query, a row is a key. */
interface VectorTiles extends PlainTiles {
  /** Zeros. */
  FloatVector ZEROS = FloatVector.zero(F);

  /** Scores of keys that are hidden. */
  FloatVector LOWEST = FloatVector.broadcast(F, Float.NEGATIVE_INFINITY);

  @Override
  default void softmaxColumns(int count, int width, float[] s, float[] state) {
    for (int j = 0; j < width; j += V) {
      FloatVector max = FloatVector.fromArray(F, state, j);
      for (int at = j; at < count * width; at += width) {
        max = max.max(FloatVector.fromArray(F, s, at));
      }
      max.intoArray(state, 2 * width + j);
      raise(width, j, state);
      // Zero where a column has only minus infinity: their difference would be NaN.
      FloatVector base = max.blend(ZEROS, max.compare(VectorOperators.EQ, LOWEST));
      FloatVector sum = FloatVector.fromArray(F, state, width + j);
      for (int at = j; at < count * width; at += width) {
        FloatVector e = VectorFormulas.expNegative(base.sub(FloatVector.fromArray(F, s, at)));
        sum = sum.add(e);
        e.intoArray(s, at);
      }
      sum.intoArray(state, width + j);
    }
  }

  /**
   * Puts new maxima, which stand in the place of the corrections, where they belong, and corrects
   * the sums. One by one: it is done once for many rows, and a second formula in the loop above
   * would be more than the compiler inlines.
   */
  private static void raise(int width, int from, float[] state) {
    for (int j = from; j < from + V; j++) {
      float old = state[j];
      float max = state[2 * width + j];
      float correction = old == max ? 1 : Approximation.expNegative(max - old);
      state[j] = max;
      state[width + j] *= correction;
      state[2 * width + j] = correction;
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
