package org.attentionlab.numerics;

/**
 * Sums, products and reductions over n numbers of arrays, each array told by itself and the place
 * of its first number. A result may be the very same place as an input; otherwise they must not
 * overlap.
 */
public interface ArithmeticKernels {

  /**
   * <code>z = x + y</code>, the residual connection among others.
   *
   * @param x left array
   * @param xAt where x begins
   * @param y right array
   * @param yAt where y begins
   * @param z result
   * @param zAt where z begins
   * @param n how many numbers
   */
  void add(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n);

  /**
   * <code>z = x - y</code>.
   *
   * @param x left array
   * @param xAt where x begins
   * @param y right array
   * @param yAt where y begins
   * @param z result
   * @param zAt where z begins
   * @param n how many numbers
   */
  void subtract(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n);

  /**
   * <code>z = x * y</code>, number by number.
   *
   * @param x left array
   * @param xAt where x begins
   * @param y right array
   * @param yAt where y begins
   * @param z result
   * @param zAt where z begins
   * @param n how many numbers
   */
  void multiply(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n);

  /**
   * <code>z = z + x * y</code>, number by number: the backward of a product.
   *
   * @param x left array
   * @param xAt where x begins
   * @param y right array
   * @param yAt where y begins
   * @param z what is added to
   * @param zAt where z begins
   * @param n how many numbers
   */
  void multiplyAdd(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n);

  /**
   * <code>y = y + alpha x</code>.
   *
   * @param alpha factor of x
   * @param x what is added
   * @param xAt where x begins
   * @param y what is added to
   * @param yAt where y begins
   * @param n how many numbers
   */
  void axpy(float alpha, float[] x, int xAt, float[] y, int yAt, int n);

  /**
   * <code>y = alpha x</code>.
   *
   * @param alpha factor
   * @param x input
   * @param xAt where x begins
   * @param y result
   * @param yAt where y begins
   * @param n how many numbers
   */
  void scale(float alpha, float[] x, int xAt, float[] y, int yAt, int n);

  /**
   * The sum, gathered in float over blocks and in double over the blocks.
   *
   * @param x input
   * @param xAt where x begins
   * @param n how many numbers
   * @return the sum, 0 where n is 0
   */
  double sum(float[] x, int xAt, int n);

  /**
   * The sum of squares: the square of the norm. Add those of all parameters and take the root for
   * the global norm.
   *
   * @param x input
   * @param xAt where x begins
   * @param n how many numbers
   * @return the sum of squares, 0 where n is 0
   */
  double sumOfSquares(float[] x, int xAt, int n);

  /**
   * The dot product <code>sum x_i y_i</code>.
   *
   * @param x left array
   * @param xAt where x begins
   * @param y right array
   * @param yAt where y begins
   * @param n how many numbers
   * @return the dot product, 0 where n is 0
   */
  double dot(float[] x, int xAt, float[] y, int yAt, int n);

  /**
   * The largest number.
   *
   * @param x input
   * @param xAt where x begins
   * @param n how many numbers
   * @return the maximum; NaN where one is NaN, minus infinity where n is 0
   */
  float max(float[] x, int xAt, int n);
}
