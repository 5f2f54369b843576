package org.attentionlab.numerics;

/**
 * Functions of one number over n numbers of an array, and their derivatives.
 *
 * <p>A forward kernel may write its result over its input. A backward kernel takes the gradient g
 * of the result and <b>adds</b> g dy/dx to dx.
 */
public interface FunctionKernels {

  /**
   * The exponential function, <code>y = exp(x)</code>.
   *
   * <p>Relative error at most {@value Approximation#EXP_ERROR}; results below 2^-126 are as exact
   * as a denormal can be. exp(-inf) is 0, exp(NaN) is NaN, above 88.72 the result is infinite.
   *
   * @param x input
   * @param xAt where x begins
   * @param y result
   * @param yAt where y begins
   * @param n how many numbers
   */
  void exp(float[] x, int xAt, float[] y, int yAt, int n);

  /**
   * The hyperbolic tangent, <code>y = tanh(x)</code>.
   *
   * <p>Relative error at most {@value Approximation#TANH_ERROR}; tanh(-0) is -0.
   *
   * @param x input
   * @param xAt where x begins
   * @param y result
   * @param yAt where y begins
   * @param n how many numbers
   */
  void tanh(float[] x, int xAt, float[] y, int yAt, int n);

  /**
   * The logistic function, <code>y = 1 / (1 + exp(-x))</code>.
   *
   * <p>Relative error at most {@value Approximation#SIGMOID_ERROR}, far left too.
   *
   * @param x input
   * @param xAt where x begins
   * @param y result
   * @param yAt where y begins
   * @param n how many numbers
   */
  void sigmoid(float[] x, int xAt, float[] y, int yAt, int n);

  /**
   * The rectifier, <code>y = max(x, 0)</code>; NaN stays NaN.
   *
   * @param x input
   * @param xAt where x begins
   * @param y result
   * @param yAt where y begins
   * @param n how many numbers
   */
  void relu(float[] x, int xAt, float[] y, int yAt, int n);

  /**
   * The Gaussian error linear unit, <code>y = x Phi(x)</code> with the normal distribution's Phi.
   *
   * <p>Absolute error at most {@value Approximation#GELU_ERROR} times max(1, |x|). Hendrycks and
   * Gimpel (2016), "Gaussian Error Linear Units", section 2.
   *
   * @param x input
   * @param xAt where x begins
   * @param y result
   * @param yAt where y begins
   * @param n how many numbers
   */
  void gelu(float[] x, int xAt, float[] y, int yAt, int n);

  /**
   * The approximation of {@link #gelu} that BERT and GPT-2 were published with.
   *
   * <pre>y = x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))</pre>
   *
   * @param x input
   * @param xAt where x begins
   * @param y result
   * @param yAt where y begins
   * @param n how many numbers
   */
  void geluTanh(float[] x, int xAt, float[] y, int yAt, int n);

  /**
   * <code>dx += g y</code> with y = exp(x).
   *
   * @param y the result of the forward
   * @param yAt where y begins
   * @param g gradient of the result
   * @param gAt where g begins
   * @param dx gradient of the input, added to
   * @param dxAt where dx begins
   * @param n how many numbers
   */
  void expBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n);

  /**
   * <code>dx += g (1 - y^2)</code> with y = tanh(x).
   *
   * @param y the result of the forward
   * @param yAt where y begins
   * @param g gradient of the result
   * @param gAt where g begins
   * @param dx gradient of the input, added to
   * @param dxAt where dx begins
   * @param n how many numbers
   */
  void tanhBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n);

  /**
   * <code>dx += g y (1 - y)</code> with y = sigmoid(x).
   *
   * @param y the result of the forward
   * @param yAt where y begins
   * @param g gradient of the result
   * @param gAt where g begins
   * @param dx gradient of the input, added to
   * @param dxAt where dx begins
   * @param n how many numbers
   */
  void sigmoidBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n);

  /**
   * <code>dx += g</code> where y = relu(x) is above 0. The slope at 0 is taken as 0.
   *
   * @param y the result of the forward, or its input
   * @param yAt where y begins
   * @param g gradient of the result
   * @param gAt where g begins
   * @param dx gradient of the input, added to
   * @param dxAt where dx begins
   * @param n how many numbers
   */
  void reluBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n);

  /**
   * <code>dx += g (Phi(x) + x phi(x))</code>, phi the normal density.
   *
   * @param x the input of the forward
   * @param xAt where x begins
   * @param g gradient of the result
   * @param gAt where g begins
   * @param dx gradient of the input, added to
   * @param dxAt where dx begins
   * @param n how many numbers
   */
  void geluBackward(float[] x, int xAt, float[] g, int gAt, float[] dx, int dxAt, int n);

  /**
   * <code>dx += g dy/dx</code> of {@link #geluTanh}.
   *
   * @param x the input of the forward
   * @param xAt where x begins
   * @param g gradient of the result
   * @param gAt where g begins
   * @param dx gradient of the input, added to
   * @param dxAt where dx begins
   * @param n how many numbers
   */
  void geluTanhBackward(float[] x, int xAt, float[] g, int gAt, float[] dx, int dxAt, int n);
}
