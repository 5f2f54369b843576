package org.attentionlab.numerics;

/** Checks arguments, splits large work over threads and leaves the work itself to others. */
final class ParallelNumerics
    implements Numerics,
        ParallelMatrices,
        ParallelArithmetic,
        ParallelFunctions,
        ParallelDropout,
        ParallelSoftmax,
        ParallelNorms,
        ParallelRows,
        ParallelGates,
        ParallelScores,
        ParallelOptimizers,
        ParallelAttention {
  private final SerialNumerics serial;
  private final String description;

  ParallelNumerics(SerialNumerics serial, String description) {
    this.serial = serial;
    this.description = description;
  }

  @Override
  public SerialNumerics serial() {
    return serial;
  }

  @Override
  public String description() {
    return description;
  }
}
