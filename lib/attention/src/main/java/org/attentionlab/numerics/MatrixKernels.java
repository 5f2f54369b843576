package org.attentionlab.numerics;

/**
 * Products of matrices that lie row by row in arrays.
 *
 * <p>A matrix is told by its array, the place of its first element ({@code At}) and its leading
 * dimension ({@code ld}): element (i, j) stands at {@code at + i * ld + j}. A leading dimension
 * above the number of columns reads a slice of a wider matrix, such as one head of several.
 */
public interface MatrixKernels {

  /**
   * The general product.
   *
   * <pre>C = alpha op(A) op(B) + beta C,   op(X) = X or X^T</pre>
   *
   * <p>op(A) is (m, k), op(B) is (k, n), C is (m, n). So A itself is (m, k), or (k, m) where {@code
   * transA} is true; B is (k, n) or (n, k). With beta 0 the old content of C is not read, so it may
   * be NaN. C must not overlap A or B.
   *
   * @param transA whether A is stored transposed
   * @param transB whether B is stored transposed
   * @param m rows of C
   * @param n columns of C
   * @param k the length of each sum; 0 leaves beta C
   * @param alpha factor of the product
   * @param a array of A
   * @param aAt where A begins
   * @param lda elements from one stored row of A to the next
   * @param b array of B
   * @param bAt where B begins
   * @param ldb elements from one stored row of B to the next
   * @param beta factor of the old C
   * @param c array of C
   * @param cAt where C begins
   * @param ldc elements from one row of C to the next
   * @throws IllegalArgumentException if a size is negative, a leading dimension is below the
   *     columns, or a matrix reaches past its array
   */
  void gemm(
      boolean transA,
      boolean transB,
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int aAt,
      int lda,
      float[] b,
      int bAt,
      int ldb,
      float beta,
      float[] c,
      int cAt,
      int ldc);

  /**
   * As many products as {@code batch} says, each as {@link #gemm}, on matrices that follow each
   * other at a fixed step. A step of 0 uses the same matrix every time; the results must not
   * overlap.
   *
   * @param batch number of products
   * @param transA whether each A is stored transposed
   * @param transB whether each B is stored transposed
   * @param m rows of each C
   * @param n columns of each C
   * @param k the length of each sum
   * @param alpha factor of the products
   * @param a array of all A
   * @param aAt where the first A begins
   * @param lda elements from one stored row of A to the next
   * @param aStep elements from one A to the next
   * @param b array of all B
   * @param bAt where the first B begins
   * @param ldb elements from one stored row of B to the next
   * @param bStep elements from one B to the next
   * @param beta factor of the old C
   * @param c array of all C
   * @param cAt where the first C begins
   * @param ldc elements from one row of C to the next
   * @param cStep elements from one C to the next
   * @throws IllegalArgumentException as {@link #gemm}
   */
  void gemmBatch(
      int batch,
      boolean transA,
      boolean transB,
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int aAt,
      int lda,
      int aStep,
      float[] b,
      int bAt,
      int ldb,
      int bStep,
      float beta,
      float[] c,
      int cAt,
      int ldc,
      int cStep);

  /**
   * Copies a matrix transposed.
   *
   * <pre>y[j][i] = x[i][j]</pre>
   *
   * @param rows rows of x
   * @param columns columns of x
   * @param x array of x (rows, columns)
   * @param xAt where x begins
   * @param ldx elements from one row of x to the next
   * @param y array of y (columns, rows), not overlapping x
   * @param yAt where y begins
   * @param ldy elements from one row of y to the next
   * @throws IllegalArgumentException if a matrix reaches past its array
   */
  void transpose(int rows, int columns, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy);
}
