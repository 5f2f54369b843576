package org.attentionlab.numerics;

/**
 * All kernels of the library. {@link #get()} is what everything above uses.
 *
 * <pre>
 * Numerics numerics = Numerics.get();
 * numerics.gemm(false, false, m, n, k, 1, a, 0, k, b, 0, n, 0, c, 0, n);       // C = A B
 * System.out.println(numerics.description());
 * </pre>
 */
public interface Numerics
    extends MatrixKernels,
        ArithmeticKernels,
        FunctionKernels,
        DropoutKernels,
        SoftmaxKernels,
        NormKernels,
        RowKernels,
        GateKernels,
        ScoreKernels,
        OptimizerKernels,
        AttentionKernels {

  /**
   * The system property that chooses the kernels: {@code plain} for the readable ones even where
   * the Vector API is there, {@code vector} for the Vector API or an error, {@code auto} (what it
   * is without the property) for the Vector API where this JVM runs it fast.
   */
  String PROPERTY = "attentionlab.numerics";

  /**
   * The kernels of this JVM, chosen when first asked for and the same ever after: those of the
   * Vector API where the JVM was started with {@code --add-modules jdk.incubator.vector} and has
   * its optimising compiler on, the plain ones otherwise, of which a line on the standard error
   * tells. Large work is split over {@link Parallel}.
   *
   * @return the kernels
   */
  static Numerics get() {
    return ChosenNumerics.INSTANCE;
  }

  /**
   * The readable kernels, on one thread: the reference.
   *
   * @return the kernels
   */
  static Numerics plain() {
    return PlainNumerics.INSTANCE;
  }

  /**
   * Which kernels these are and, where they are not the fast ones, how to get those.
   *
   * @return one line for people
   */
  String description();
}
