package org.attentionlab.train;

import java.util.List;
import org.attentionlab.tensor.Tensor;

/**
 * Gradient descent, with or without momentum.
 *
 * <pre>
 * v = momentum v + g
 * x = x - rate v
 * </pre>
 *
 * <p>Robbins and Monro (1951); momentum as in Sutskever et al. (2013), "On the importance of
 * initialization and momentum in deep learning", section 2, with the rate outside of v.
 */
public final class Sgd extends Optimizer {
  private final double momentum;
  private final List<float[]> velocity;

  /**
   * Without momentum.
   *
   * @param parameters what is learned; one that is listed twice is learned once
   * @param rate length of a step, not negative
   * @throws IllegalArgumentException if there are no parameters, or the rate is negative or not
   *     finite
   */
  public Sgd(List<Tensor> parameters, double rate) {
    this(parameters, rate, 0);
  }

  /**
   * With momentum.
   *
   * @param parameters what is learned; one that is listed twice is learned once
   * @param rate length of a step, not negative
   * @param momentum how slowly earlier gradients are forgotten, from 0 to below 1
   * @throws IllegalArgumentException if there are no parameters, the rate is negative or not
   *     finite, or momentum lies outside of [0, 1)
   */
  public Sgd(List<Tensor> parameters, double rate, double momentum) {
    super(parameters, rate);
    require(momentum >= 0 && momentum < 1, "momentum " + momentum + " is not in [0, 1)");
    this.momentum = momentum;
    this.velocity = momentum == 0 ? List.of() : memory("velocity");
  }

  @Override
  protected void move(int index, int step, float[] x, float[] gradient) {
    float length = (float) rate();
    if (velocity.isEmpty()) {
      for (int i = 0; i < x.length; i++) {
        x[i] -= length * gradient[i];
      }
      return;
    }
    float[] v = velocity.get(index);
    float keep = (float) momentum;
    for (int i = 0; i < x.length; i++) {
      v[i] = keep * v[i] + gradient[i];
      x[i] -= length * v[i];
    }
  }
}
