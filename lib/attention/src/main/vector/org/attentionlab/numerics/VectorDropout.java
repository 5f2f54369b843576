package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.I;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Zeros by chance, for a vector of places at once. */
interface VectorDropout extends PlainDropout {
  /** The steps of the places within a vector. */
  IntVector STEPS = IntVector.zero(I).addIndex(1).mul(Chance.STEP);

  @Override
  default void dropout(
      long seed, int first, float p, float[] x, int xAt, float[] y, int yAt, int n) {
    int whole = Vectors.whole(n);
    FloatVector factor = FloatVector.broadcast(F, 1 / (1 - p));
    FloatVector zero = FloatVector.zero(F);
    for (int i = 0; i < whole; i += V) {
      FloatVector kept = FloatVector.fromArray(F, x, xAt + i).mul(factor);
      zero.blend(kept, stays(seed, first + i, p)).intoArray(y, yAt + i);
    }
    PlainDropout.super.dropout(seed, first + whole, p, x, xAt + whole, y, yAt + whole, n - whole);
  }

  @Override
  default void dropoutBackward(
      long seed, int first, float p, float[] g, int gAt, float[] dx, int dxAt, int n) {
    int whole = Vectors.whole(n);
    FloatVector factor = FloatVector.broadcast(F, 1 / (1 - p));
    for (int i = 0; i < whole; i += V) {
      FloatVector old = FloatVector.fromArray(F, dx, dxAt + i);
      FloatVector more = FloatVector.fromArray(F, g, gAt + i).fma(factor, old);
      old.blend(more, stays(seed, first + i, p)).intoArray(dx, dxAt + i);
    }
    PlainDropout.super.dropoutBackward(
        seed, first + whole, p, g, gAt + whole, dx, dxAt + whole, n - whole);
  }

  private static VectorMask<Float> stays(long seed, int first, float p) {
    IntVector low = mixed(STEPS.add(first * Chance.STEP + (int) seed));
    IntVector chance =
        mixed(low.add((int) (seed >>> 32)))
            .lanewise(VectorOperators.LSHR, Integer.SIZE - Chance.BITS);
    return chance.compare(VectorOperators.GE, Chance.threshold(p)).cast(F);
  }

  private static IntVector mixed(IntVector z) {
    IntVector a = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 16));
    a = a.mul(Chance.FIRST);
    IntVector b = a.lanewise(VectorOperators.XOR, a.lanewise(VectorOperators.LSHR, 13));
    b = b.mul(Chance.SECOND);
    return b.lanewise(VectorOperators.XOR, b.lanewise(VectorOperators.LSHR, 16));
  }
}
