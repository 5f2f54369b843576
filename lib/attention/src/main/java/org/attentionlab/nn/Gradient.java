package org.attentionlab.nn;

import org.attentionlab.numerics.Numerics;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/** The gradient of an input of a linear map, which is a product of matrices. */
final class Gradient {
  private Gradient() {}

  /**
   * Adds a product to the gradient of a tensor, or writes it there if it is the first; does nothing
   * where the tensor asks for no gradient.
   *
   * <pre>gradient += op(A) op(B),   op(X) = X or X^T</pre>
   *
   * @param m rows of the product
   * @param n columns of the product
   * @param k the length of each sum
   * @param a A, row by row without gaps
   * @param b B, row by row without gaps
   */
  static void addProduct(
      Tensor to, boolean transA, boolean transB, int m, int n, int k, float[] a, float[] b) {
    if (!to.requiresGrad()) {
      return;
    }
    boolean add = to.hasGrad();
    float[] gradient = add ? Operation.gradient(to) : Operation.firstGradient(to);
    int lda = transA ? m : k;
    int ldb = transB ? k : n;
    Numerics.get()
        .gemm(transA, transB, m, n, k, 1, a, 0, lda, b, 0, ldb, add ? 1 : 0, gradient, 0, n);
  }
}
