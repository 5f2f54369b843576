package org.attentionlab.numerics;

/** The kernels in plain loops, each next to its formula; they run on any JVM. */
final class PlainNumerics
    implements SerialNumerics,
        PlainMatrices,
        PlainArithmetic,
        PlainFunctions,
        PlainDropout,
        PlainSoftmax,
        PlainLosses,
        PlainNorms,
        PlainRows,
        PlainGates,
        PlainScores,
        PlainOptimizers,
        PlainTiles {
  static final PlainNumerics INSTANCE = new PlainNumerics();

  private PlainNumerics() {}

  @Override
  public String description() {
    return "Numerics: plain Java loops, one thread.";
  }
}
