package org.attentionlab.train;

import java.util.List;
import org.attentionlab.tensor.Tensor;

/**
 * {@link Adam} with a decay that draws the numbers themselves to zero, however large the gradients.
 *
 * <pre>x = (1 - rate decay) x - rate m' / (sqrt(v') + epsilon)</pre>
 *
 * <p>Loshchilov and Hutter (2019), "Decoupled Weight Decay Regularization", algorithm 2, with the
 * decay multiplied by the rate as PyTorch does.
 */
public final class AdamW extends Adam {

  /**
   * With the usual decay of 0.01.
   *
   * @param parameters what is learned; one that is listed twice is learned once
   * @param rate length of a step, not negative
   * @throws IllegalArgumentException if there are no parameters, or the rate is negative or not
   *     finite
   */
  public AdamW(List<Tensor> parameters, double rate) {
    this(parameters, rate, 0.01);
  }

  /**
   * With a decay of one's own.
   *
   * @param parameters what is learned; one that is listed twice is learned once
   * @param rate length of a step, not negative
   * @param decay how strongly numbers are drawn to zero, not negative
   * @throws IllegalArgumentException if there are no parameters, or a number is negative or not
   *     finite
   */
  public AdamW(List<Tensor> parameters, double rate, double decay) {
    super(parameters, AdamConfig.of(rate).decoupledDecay(decay));
  }
}
