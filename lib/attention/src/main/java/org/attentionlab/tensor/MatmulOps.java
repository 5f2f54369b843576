package org.attentionlab.tensor;

import java.util.Arrays;

/** Products of matrices, and of stacks of matrices. */
public sealed interface MatmulOps permits Tensor {

  /**
   * Multiplies matrices.
   *
   * <pre>
   * Y_ij = sum_k A_ik B_kj
   * dA = G B^T,   dB = A^T G
   * </pre>
   *
   * <p>The last two axes are the matrices; the axes before them are batches and broadcast, so
   * {@code (B, H, T, d) x (d, d)} applies one matrix everywhere. A vector (n) on the left counts as
   * a row, on the right as a column, and the result has no axis for it.
   *
   * @param other B (..., k, n), where this tensor is A (..., m, k)
   * @return Y (..., m, n)
   * @throws ShapeException if the inner sizes differ or the batches do not broadcast
   */
  default Tensor matmul(Tensor other) {
    Tensor left = (Tensor) this;
    if (left.rank() == 0 || other.rank() == 0) {
      throw new ShapeException(
          "matmul: "
              + left.shapeString()
              + " x "
              + other.shapeString()
              + ": a scalar is no matrix.\n  Did you mean mul?");
    }
    if (left.size(-1) != other.size(other.rank() == 1 ? 0 : -2)) {
      throw ShapeException.matmul(left.sizes(), other.sizes());
    }
    if (left.rank() == 1) {
      return left.reshape(1, -1).matmul(other).squeeze(other.rank() == 1 ? 0 : -2);
    }
    if (other.rank() == 1) {
      return left.matmul(other.reshape(-1, 1)).squeeze(-1);
    }
    return product(left, other);
  }

  private static Tensor product(Tensor left, Tensor right) {
    int[] leftBatch = Arrays.copyOf(left.sizes(), left.rank() - 2);
    int[] rightBatch = Arrays.copyOf(right.sizes(), right.rank() - 2);
    int m = left.size(-2);
    int k = left.size(-1);
    int n = right.size(-1);
    Broadcast plan = batches(left, right, leftBatch, rightBatch);
    int[] shape = Arrays.copyOf(plan.shape(), plan.shape().length + 2);
    shape[shape.length - 2] = m;
    shape[shape.length - 1] = n;
    shape = Shape.checked("matmul", shape);
    float[] a = left.data();
    float[] b = right.data();
    float[] y = Operation.take(Shape.numel(shape));
    Products products = new Products(plan, m, k, n, rightBatch.length == 0);
    products.forward(a, b, y);
    return Autograd.record(
        "matmul",
        shape,
        y,
        g -> {
          if (left.requiresGrad()) {
            boolean first = !left.hasGrad() && products.leftIsWhole(leftBatch);
            products.left(g, b, first, first ? left.firstGradient() : left.gradient());
          }
          if (right.requiresGrad()) {
            boolean first = !right.hasGrad() && products.rightIsWhole(rightBatch);
            products.right(g, a, first, first ? right.firstGradient() : right.gradient());
          }
        },
        left,
        right);
  }

  private static Broadcast batches(Tensor left, Tensor right, int[] leftBatch, int[] rightBatch) {
    try {
      return Broadcast.of("matmul", leftBatch, rightBatch);
    } catch (ShapeException e) {
      throw ShapeException.batches(left.sizes(), right.sizes(), leftBatch, rightBatch);
    }
  }
}
