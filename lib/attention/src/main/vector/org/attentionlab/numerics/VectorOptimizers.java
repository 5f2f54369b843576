package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Steps of optimisers, a vector at a time. */
interface VectorOptimizers extends PlainOptimizers {
  @Override
  default void adam(
      AdamStep settings,
      float[] x,
      int xAt,
      float[] g,
      int gAt,
      float[] m,
      int mAt,
      float[] v,
      int vAt,
      int n) {
    FloatVector beta1 = FloatVector.broadcast(F, (float) settings.beta1());
    FloatVector beta2 = FloatVector.broadcast(F, (float) settings.beta2());
    FloatVector newer1 = FloatVector.broadcast(F, (float) (1 - settings.beta1()));
    FloatVector newer2 = FloatVector.broadcast(F, (float) (1 - settings.beta2()));
    FloatVector epsilon = FloatVector.broadcast(F, (float) settings.epsilon());
    FloatVector pull = FloatVector.broadcast(F, settings.pull());
    FloatVector keep = FloatVector.broadcast(F, settings.keep());
    FloatVector rate = FloatVector.broadcast(F, settings.correctedRate());
    FloatVector root = FloatVector.broadcast(F, 1 / settings.correctionRoot());
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector old = FloatVector.fromArray(F, x, xAt + i);
      FloatVector slope = pull.fma(old, FloatVector.fromArray(F, g, gAt + i));
      FloatVector mean = FloatVector.fromArray(F, m, mAt + i).fma(beta1, newer1.mul(slope));
      FloatVector square =
          FloatVector.fromArray(F, v, vAt + i).fma(beta2, newer2.mul(slope).mul(slope));
      mean.intoArray(m, mAt + i);
      square.intoArray(v, vAt + i);
      FloatVector below = square.lanewise(VectorOperators.SQRT).fma(root, epsilon);
      keep.mul(old).sub(rate.mul(mean).div(below)).intoArray(x, xAt + i);
    }
    PlainOptimizers.super.adam(
        settings, x, xAt + whole, g, gAt + whole, m, mAt + whole, v, vAt + whole, n - whole);
  }
}
