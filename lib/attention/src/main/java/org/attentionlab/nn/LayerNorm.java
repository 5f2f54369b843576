package org.attentionlab.nn;

import java.util.Arrays;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * Gives every vector mean 0 and variance 1, then a learned gain and bias.
 *
 * <pre>y = gain (x - mean) / sqrt(variance + epsilon) + bias</pre>
 *
 * <p>Mean and variance are those of the d numbers of one vector, so neither the other tokens nor
 * the other sequences of a batch matter. The variance divides by d. Ba, Kiros and Hinton (2016),
 * "Layer Normalization", section 3.
 */
public final class LayerNorm extends Layer {
  private final Tensor gain;
  private final Tensor bias;
  private final double epsilon;

  /**
   * With an epsilon of 1e-5.
   *
   * @param d width of the vectors
   * @throws IllegalArgumentException if the width is below 1
   */
  public LayerNorm(int d) {
    this(d, 1e-5);
  }

  /**
   * With an epsilon of one's own; BERT's is 1e-12.
   *
   * @param d width of the vectors
   * @param epsilon keeps the division finite, above 0
   * @throws IllegalArgumentException if the width is below 1, or epsilon not above 0 or not finite
   */
  public LayerNorm(int d, double epsilon) {
    Settings.requirePositive("LayerNorm", "the width", d);
    Settings.requireEpsilon("LayerNorm", epsilon);
    this.gain = parameter("gain", Tensor.ones(d));
    this.bias = parameter("bias", Tensor.zeros(d));
    this.epsilon = epsilon;
  }

  /**
   * Normalises along the last axis.
   *
   * @param x (..., d)
   * @return y (..., d)
   * @throws ShapeException if the last axis of x is not d
   */
  public Tensor forward(Tensor x) {
    return x.layerNorm(gain, bias, epsilon);
  }

  /**
   * Normalises a residual sum along the last axis: as {@code forward(x.add(part))}, in one
   * operation.
   *
   * <pre>y = LayerNorm(x + part)</pre>
   *
   * @param x what goes around a part of a layer (..., d)
   * @param part what the part made of it (..., d)
   * @return y (..., d)
   * @throws ShapeException if the shapes differ, or the last axis is not d
   */
  public Tensor forward(Tensor x, Tensor part) {
    if (x.rank() == 0 || x.size(-1) != gain.size(0) || !Arrays.equals(x.shape(), part.shape())) {
      throw new ShapeException(
          "LayerNorm: a residual sum is of two tensors (..., "
              + gain.size(0)
              + "), got "
              + x.shapeString()
              + " and "
              + part.shapeString()
              + ".");
    }
    return SumNorm.apply(x, part, gain, bias, epsilon);
  }

  /**
   * What the normalised numbers are multiplied by.
   *
   * @return the parameter (d)
   */
  public Tensor gain() {
    return gain;
  }

  /**
   * What is added in the end.
   *
   * @return the parameter (d)
   */
  public Tensor bias() {
    return bias;
  }
}
