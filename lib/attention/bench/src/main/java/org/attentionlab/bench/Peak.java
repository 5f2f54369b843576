package org.attentionlab.bench;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** What the CPU can do at most: multiply-adds on vectors that never leave their registers. */
final class Peak implements Workload {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final int ROUNDS = 200_000;
  private static final int CHAINS = 12;

  private final float[] numbers = new float[F.length()];

  @Override
  public double flops() {
    return 2.0 * ROUNDS * CHAINS * F.length();
  }

  /** Twelve sums that do not wait for each other, more than latency times units on any CPU. */
  @Override
  public void run() {
    FloatVector x = FloatVector.broadcast(F, 0.999f);
    FloatVector y = FloatVector.broadcast(F, 0.001f);
    FloatVector s0 = FloatVector.fromArray(F, numbers, 0);
    FloatVector s1 = s0.add(1);
    FloatVector s2 = s0.add(2);
    FloatVector s3 = s0.add(3);
    FloatVector s4 = s0.add(4);
    FloatVector s5 = s0.add(5);
    FloatVector s6 = s0.add(6);
    FloatVector s7 = s0.add(7);
    FloatVector s8 = s0.add(8);
    FloatVector s9 = s0.add(9);
    FloatVector s10 = s0.add(10);
    FloatVector s11 = s0.add(11);
    for (int i = 0; i < ROUNDS; i++) {
      s0 = s0.fma(x, y);
      s1 = s1.fma(x, y);
      s2 = s2.fma(x, y);
      s3 = s3.fma(x, y);
      s4 = s4.fma(x, y);
      s5 = s5.fma(x, y);
      s6 = s6.fma(x, y);
      s7 = s7.fma(x, y);
      s8 = s8.fma(x, y);
      s9 = s9.fma(x, y);
      s10 = s10.fma(x, y);
      s11 = s11.fma(x, y);
    }
    FloatVector left = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
    FloatVector right = s6.add(s7).add(s8).add(s9).add(s10).add(s11);
    left.add(right).intoArray(numbers, 0);
  }
}
