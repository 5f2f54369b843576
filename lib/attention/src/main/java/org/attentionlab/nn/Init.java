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
   */
  public static Tensor glorot(RandomGenerator rng, int dIn, int dOut) {
    if (dIn < 1 || dOut < 1) {
      throw new IllegalArgumentException(
          "Init.glorot: widths must be positive, but dIn is " + dIn + " and dOut " + dOut + ".");
    }
    float range = (float) Math.sqrt(6.0 / (dIn + dOut));
    return Tensor.uniform(rng, -range, range, dIn, dOut);
  }
}
