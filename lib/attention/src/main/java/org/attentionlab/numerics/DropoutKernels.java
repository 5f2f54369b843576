package org.attentionlab.numerics;

/**
 * Zeros by chance. Which numbers become zero is told by a seed and their places, not kept: the
 * backward finds them again, and the cut between two threads changes nothing.
 */
public interface DropoutKernels {

  /**
   * Drops numbers and makes up for it with those that stay.
   *
   * <pre>y_i = x_i keep_i / (1 - p),   keep_i is 0 with chance p, else 1</pre>
   *
   * <p>Srivastava et al. (2014), "Dropout: A Simple Way to Prevent Neural Networks from
   * Overfitting", section 4, with the factor at training time.
   *
   * @param seed equal seeds drop the same places
   * @param first the place of the first number
   * @param p the chance of zero, from 0 to below 1
   * @param x numbers
   * @param xAt where x begins
   * @param y result
   * @param yAt where y begins
   * @param n how many
   */
  void dropout(long seed, int first, float p, float[] x, int xAt, float[] y, int yAt, int n);

  /**
   * The backward of {@link #dropout}; <b>adds</b> to dx.
   *
   * <pre>dx_i += g_i keep_i / (1 - p)</pre>
   *
   * @param seed as in the forward
   * @param first as in the forward
   * @param p as in the forward
   * @param g gradient of y
   * @param gAt where g begins
   * @param dx gradient of x
   * @param dxAt where dx begins
   * @param n how many
   */
  void dropoutBackward(
      long seed, int first, float p, float[] g, int gAt, float[] dx, int dxAt, int n);
}
