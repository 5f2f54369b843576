package org.attentionlab.numerics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
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

  private Vectors() {}

  /**
   * The sum of a vector's lanes, in an order of our own: that of {@code reduceLanes} is not
   * defined, and differs between the interpreter and the compiler, so that no training could be
   * repeated.
   *
   * @param lanes room for a vector
   */
  static float sum(FloatVector vector, float[] lanes) {
    vector.intoArray(lanes, 0);
    for (int half = V / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        lanes[i] += lanes[i + half];
      }
    }
    return lanes[0];
  }

  /** Room for the lanes of a vector; of the calling thread. */
  static float[] lanes() {
    return Scratch.mine().floats(Scratch.LANES, V);
  }

  /** The part of n that whole vectors cover. */
  static int whole(int n) {
    return n & -V;
  }
}
