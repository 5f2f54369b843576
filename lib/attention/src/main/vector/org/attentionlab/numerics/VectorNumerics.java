package org.attentionlab.numerics;

/** The kernels with the Vector API; what has no vector form of its own is the plain one. */
final class VectorNumerics
    implements SerialNumerics,
        VectorMatrices,
        VectorArithmetic,
        VectorFunctions,
        VectorDropout,
        VectorSoftmax,
        VectorLosses,
        VectorNorms,
        VectorRows,
        VectorGates,
        VectorScores,
        VectorOptimizers,
        VectorTiles {

  /** Found by name, because this class is only there for a JVM with the module. */
  VectorNumerics() {}

  @Override
  public String description() {
    return "Numerics: Vector API, vectors of " + Vectors.V + " numbers.";
  }
}
