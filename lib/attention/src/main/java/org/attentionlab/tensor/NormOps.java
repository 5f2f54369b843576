package org.attentionlab.tensor;

/**
 * Normalisation along the last axis, each a single operation. Legend: d is the width, the size of
 * the last axis; each row of d numbers is normalised by itself; g is the gradient of the result.
 */
public sealed interface NormOps permits Tensor {

  /**
   * Layer normalisation: every row gets mean 0 and variance 1, then a learned gain and bias.
   *
   * <pre>
   * y = gain z + bias,   z = (x - mean) / s,   s = sqrt(variance + epsilon)
   * dx = (h - mean(h) - z mean(h z)) / s,   h = g gain
   * dgain = sum g z,   dbias = sum g
   * </pre>
   *
   * <p>The variance divides by d. Ba, Kiros and Hinton (2016), "Layer Normalization", section 3.
   *
   * @param gain (d)
   * @param bias (d)
   * @param epsilon keeps the division finite, above 0
   * @return a tensor of this shape, (..., d)
   * @throws ShapeException if gain or bias are not as wide as the last axis, or it is empty
   * @throws IllegalArgumentException if epsilon is not above 0, or not finite, as a float
   */
  default Tensor layerNorm(Tensor gain, Tensor bias, double epsilon) {
    Tensor x = (Tensor) this;
    Normalisation.check("layerNorm", x, epsilon);
    Normalisation.checkWidth("layerNorm", "gain", gain, x);
    Normalisation.checkWidth("layerNorm", "bias", bias, x);
    return Normalisation.layerNorm(x, gain, bias, epsilon);
  }

  /**
   * Normalisation by the root mean square: as {@link #layerNorm} without mean and bias.
   *
   * <pre>
   * y = gain z,   z = x / s,   s = sqrt(mean(x^2) + epsilon)
   * dx = (h - z mean(h z)) / s,   h = g gain
   * dgain = sum g z
   * </pre>
   *
   * <p>Zhang and Sennrich (2019), "Root Mean Square Layer Normalization", equation 4.
   *
   * @param gain (d)
   * @param epsilon keeps the division finite, above 0
   * @return a tensor of this shape, (..., d)
   * @throws ShapeException if gain is not as wide as the last axis, or it is empty
   * @throws IllegalArgumentException if epsilon is not above 0, or not finite, as a float
   */
  default Tensor rmsNorm(Tensor gain, double epsilon) {
    Tensor x = (Tensor) this;
    Normalisation.check("rmsNorm", x, epsilon);
    Normalisation.checkWidth("rmsNorm", "gain", gain, x);
    return Normalisation.rmsNorm(x, gain, epsilon);
  }
}
