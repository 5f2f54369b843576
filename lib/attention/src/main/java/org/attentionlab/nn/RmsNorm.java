package org.attentionlab.nn;

import org.attentionlab.tensor.Tensor;

/**
 * Gives every vector a root mean square of 1, then a learned gain: layer normalisation without the
 * mean and the bias.
 *
 * <pre>y = gain x / sqrt(mean(x^2) + epsilon)</pre>
 *
 * <p>Zhang and Sennrich (2019), "Root Mean Square Layer Normalization", equation 4.
 */
public final class RmsNorm extends Layer {
  private final Tensor gain;
  private final double epsilon;

  /**
   * With an epsilon of 1e-5.
   *
   * @param d width of the vectors
   * @throws IllegalArgumentException if the width is below 1
   */
  public RmsNorm(int d) {
    this(d, 1e-5);
  }

  /**
   * With an epsilon of one's own.
   *
   * @param d width of the vectors
   * @param epsilon keeps the division finite, above 0
   * @throws IllegalArgumentException if the width is below 1, or epsilon not above 0 or not finite
   */
  public RmsNorm(int d, double epsilon) {
    Settings.requirePositive("RmsNorm", "the width", d);
    Settings.requireEpsilon("RmsNorm", epsilon);
    this.gain = parameter("gain", Tensor.ones(d));
    this.epsilon = epsilon;
  }

  /**
   * Normalises along the last axis.
   *
   * @param x (..., d)
   * @return y (..., d)
   * @throws org.attentionlab.tensor.ShapeException if the last axis of x is not d
   */
  public Tensor forward(Tensor x) {
    return x.rmsNorm(gain, epsilon);
  }

  /**
   * What the normalised numbers are multiplied by.
   *
   * @return the parameter (d)
   */
  public Tensor gain() {
    return gain;
  }
}
