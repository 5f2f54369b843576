package org.attentionlab.numerics;

/**
 * Normalisation of rows that follow each other without a gap: x is (rows, n).
 *
 * <p>Backward kernels <b>add</b> to all gradients.
 */
public interface NormKernels {

  /**
   * Layer normalisation: each row gets mean 0 and variance 1, then a gain and a bias per column.
   *
   * <pre>
   * mean_i = sum_j x_ij / n
   * inverse_i = 1 / sqrt(sum_j (x_ij - mean_i)^2 / n + epsilon)
   * y_ij = (x_ij - mean_i) inverse_i gain_j + bias_j
   * </pre>
   *
   * <p>Ba, Kiros and Hinton (2016), "Layer Normalization", equation 4.
   *
   * @param rows number of rows
   * @param n length of a row
   * @param epsilon keeps the division finite
   * @param x input (rows, n)
   * @param xAt where x begins
   * @param gain factor of each column (n)
   * @param gainAt where gain begins
   * @param bias what is added to each column (n)
   * @param biasAt where bias begins
   * @param y result (rows, n); may be x
   * @param yAt where y begins
   * @param mean result (rows), for the backward
   * @param meanAt where mean begins
   * @param inverse result (rows), for the backward
   * @param inverseAt where inverse begins
   */
  void layerNormRows(
      int rows,
      int n,
      float epsilon,
      float[] x,
      int xAt,
      float[] gain,
      int gainAt,
      float[] bias,
      int biasAt,
      float[] y,
      int yAt,
      float[] mean,
      int meanAt,
      float[] inverse,
      int inverseAt);

  /**
   * The backward of {@link #layerNormRows}.
   *
   * <pre>
   * h_ij = (x_ij - mean_i) inverse_i,   u_ij = g_ij gain_j
   * dx_ij += inverse_i (u_ij - mean_j(u_ij) - h_ij mean_j(u_ij h_ij))
   * dGain_j += sum_i g_ij h_ij,   dBias_j += sum_i g_ij
   * </pre>
   *
   * @param rows number of rows
   * @param n length of a row
   * @param x input of the forward (rows, n)
   * @param xAt where x begins
   * @param gain factor of each column (n)
   * @param gainAt where gain begins
   * @param mean result of the forward (rows)
   * @param meanAt where mean begins
   * @param inverse result of the forward (rows)
   * @param inverseAt where inverse begins
   * @param g gradient of the result (rows, n)
   * @param gAt where g begins
   * @param dx gradient of the input (rows, n), added to
   * @param dxAt where dx begins
   * @param dGain gradient of the gain (n), added to
   * @param dGainAt where dGain begins
   * @param dBias gradient of the bias (n), added to
   * @param dBiasAt where dBias begins
   */
  void layerNormRowsBackward(
      int rows,
      int n,
      float[] x,
      int xAt,
      float[] gain,
      int gainAt,
      float[] mean,
      int meanAt,
      float[] inverse,
      int inverseAt,
      float[] g,
      int gAt,
      float[] dx,
      int dxAt,
      float[] dGain,
      int dGainAt,
      float[] dBias,
      int dBiasAt);

  /**
   * Normalisation by the root of the mean square, without a mean and without a bias.
   *
   * <pre>inverse_i = 1 / sqrt(sum_j x_ij^2 / n + epsilon),   y_ij = x_ij inverse_i gain_j</pre>
   *
   * <p>Zhang and Sennrich (2019), "Root Mean Square Layer Normalization", equation 4.
   *
   * @param rows number of rows
   * @param n length of a row
   * @param epsilon keeps the division finite
   * @param x input (rows, n)
   * @param xAt where x begins
   * @param gain factor of each column (n)
   * @param gainAt where gain begins
   * @param y result (rows, n); may be x
   * @param yAt where y begins
   * @param inverse result (rows), for the backward
   * @param inverseAt where inverse begins
   */
  void rmsNormRows(
      int rows,
      int n,
      float epsilon,
      float[] x,
      int xAt,
      float[] gain,
      int gainAt,
      float[] y,
      int yAt,
      float[] inverse,
      int inverseAt);

  /**
   * The backward of {@link #rmsNormRows}.
   *
   * <pre>
   * h_ij = x_ij inverse_i,   u_ij = g_ij gain_j
   * dx_ij += inverse_i (u_ij - h_ij mean_j(u_ij h_ij)),   dGain_j += sum_i g_ij h_ij
   * </pre>
   *
   * @param rows number of rows
   * @param n length of a row
   * @param x input of the forward (rows, n)
   * @param xAt where x begins
   * @param gain factor of each column (n)
   * @param gainAt where gain begins
   * @param inverse result of the forward (rows)
   * @param inverseAt where inverse begins
   * @param g gradient of the result (rows, n)
   * @param gAt where g begins
   * @param dx gradient of the input (rows, n), added to
   * @param dxAt where dx begins
   * @param dGain gradient of the gain (n), added to
   * @param dGainAt where dGain begins
   */
  void rmsNormRowsBackward(
      int rows,
      int n,
      float[] x,
      int xAt,
      float[] gain,
      int gainAt,
      float[] inverse,
      int inverseAt,
      float[] g,
      int gAt,
      float[] dx,
      int dxAt,
      float[] dGain,
      int dGainAt);
}
