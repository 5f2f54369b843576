package org.attentionlab.numerics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The shape of this CPU's vectors. */
final class Vectors {
  /** The widest vector of floats. */
  static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;

  /** Integers of the same shape, for the bits of floats. */
  static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;

  /** Numbers in a vector. */
  static final int V = F.length();

  /** Numbers that a sum gathers in floats before it goes on in double. */
  static final int CHUNK = 64 * V;

  private static final VectorShuffle<Float> DOWN_1 = down(1);
  private static final VectorShuffle<Float> DOWN_2 = down(2);
  private static final VectorShuffle<Float> DOWN_4 = down(4);
  private static final VectorShuffle<Float> DOWN_8 = down(8);

  private Vectors() {}

  /**
   * The sum of a vector's lanes, in an order of our own: that of {@code reduceLanes} is not
   * defined, and differs between the interpreter and the compiler, so that no training could be
   * repeated. Each step adds the upper half of what is left to the lower.
   */
  static float sum(FloatVector vector) {
    FloatVector v = vector;
    if (V > 8) {
      v = v.add(v.rearrange(DOWN_8));
    }
    if (V > 4) {
      v = v.add(v.rearrange(DOWN_4));
    }
    if (V > 2) {
      v = v.add(v.rearrange(DOWN_2));
    }
    return v.add(v.rearrange(DOWN_1)).lane(0);
  }

  private static VectorShuffle<Float> down(int lanes) {
    return VectorShuffle.fromOp(F, i -> (i + lanes) % V);
  }

  /** The part of n that whole vectors cover. */
  static int whole(int n) {
    return n & -V;
  }
}
