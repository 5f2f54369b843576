package org.attentionlab.nn;

import java.util.random.RandomGenerator;
import org.attentionlab.tensor.Tensor;

/** First values of parameters. */
public final class Init {
  private Init() {}

  /**
   * Uniform numbers that keep the variance of values and of gradients about the same from layer to
   * layer.
   *
   * <pre>W ~ U(-r, r),   r = sqrt(6 / (dIn + dOut))</pre>
   *
   * <p>Glorot and Bengio (2010), "Understanding the difficulty of training deep feedforward neural
   * networks", equation 16.
   *
   * @param rng where the numbers come from
   * @param dIn width of the input
   * @param dOut width of the output
   * @return a tensor (dIn, dOut)
   * @throws IllegalArgumentException if a width is below 1
   */
  public static Tensor glorot(RandomGenerator rng, int dIn, int dOut) {
    if (dIn < 1 || dOut < 1) {
      throw new IllegalArgumentException(
          "Init.glorot: widths must be positive, but dIn is " + dIn + " and dOut " + dOut + ".");
    }
    float range = (float) Math.sqrt(6 / ((double) dIn + dOut));
    return Tensor.uniform(rng, -range, range, dIn, dOut);
  }

  /**
   * Normal numbers around zero.
   *
   * <pre>W ~ N(0, deviation^2)</pre>
   *
   * @param rng where the numbers come from
   * @param deviation their standard deviation, above 0
   * @param shape the sizes of the axes
   * @return a tensor of that shape
   * @throws IllegalArgumentException if the deviation is not above 0, or not finite, as a float
   */
  public static Tensor normal(RandomGenerator rng, double deviation, int... shape) {
    float factor = (float) deviation;
    if (!(factor > 0 && Float.isFinite(factor))) {
      throw new IllegalArgumentException(
          "Init.normal: the deviation is a finite float above 0, but is " + deviation + ".");
    }
    return Tensor.randn(rng, shape).mul(deviation);
  }

  /**
   * Uniform numbers around zero.
   *
   * <pre>W ~ U(-range, range)</pre>
   *
   * @param rng where the numbers come from
   * @param range how far they lie from zero at most, above 0
   * @param shape the sizes of the axes
   * @return a tensor of that shape
   * @throws IllegalArgumentException if the range is not above 0, or twice it not finite, as a
   *     float
   */
  public static Tensor uniform(RandomGenerator rng, double range, int... shape) {
    float farthest = (float) range;
    if (!(farthest > 0 && Float.isFinite(2 * farthest))) {
      throw new IllegalArgumentException(
          "Init.uniform: the range is a finite float above 0, but is " + range + ".");
    }
    return Tensor.uniform(rng, -farthest, farthest, shape);
  }
}
