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

  /** The part of n that whole vectors cover. */
  static int whole(int n) {
    return n & -V;
  }
}
