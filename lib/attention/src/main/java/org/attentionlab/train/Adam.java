package org.attentionlab.train;

import java.util.List;
import org.attentionlab.numerics.AdamStep;
import org.attentionlab.numerics.Numerics;
import org.attentionlab.tensor.Tensor;

/**
 * Gradient descent with a step of its own for every number.
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g             mean of the gradient
 * v = beta2 v + (1 - beta2) g^2           mean of its square
 * m' = m / (1 - beta1^t)                  both start at zero and are
 * v' = v / (1 - beta2^t)                  too small at first: corrected
 * x = x - rate m' / (sqrt(v') + epsilon)
 * </pre>
 *
 * <p>Kingma and Ba (2015), "Adam: A Method for Stochastic Optimization", algorithm 1. For the decay
 * of weights see {@link AdamConfig} and {@link AdamW}.
 */
public class Adam extends Optimizer {
  private final AdamConfig config;
  private final List<float[]> mean = memory("mean");
  private final List<float[]> square = memory("square");
  private final List<float[]> greatest;

  /**
   * With the paper's settings: beta1 0.9, beta2 0.999, epsilon 1e-8.
   *
   * @param parameters what is learned; one that is listed twice is learned once
   * @param rate length of a step, not negative
   * @throws IllegalArgumentException if there are no parameters, or the rate is negative or not
   *     finite
   */
  public Adam(List<Tensor> parameters, double rate) {
    this(parameters, AdamConfig.of(rate));
  }

  /**
   * With settings of one's own.
   *
   * @param parameters what is learned; one that is listed twice is learned once
   * @param config the settings
   * @throws IllegalArgumentException if there are no parameters
   */
  public Adam(List<Tensor> parameters, AdamConfig config) {
    super(parameters, config.rate());
    this.config = config;
    this.greatest = config.amsgrad() ? memory("greatest") : List.of();
  }

  @Override
  protected final void move(int index, int step, float[] x, float[] gradient) {
    float[] m = mean.get(index);
    float[] v = square.get(index);
    AdamStep settings = config.step(rate(), step);
    if (greatest.isEmpty()) {
      Numerics.get().adam(settings, x, 0, gradient, 0, m, 0, v, 0, x.length);
    } else {
      moveByGreatest(settings, x, gradient, m, v, greatest.get(index));
    }
  }

  /** As the kernel does, but with the greatest mean of squares so far in place of the present. */
  private static void moveByGreatest(
      AdamStep step, float[] x, float[] gradient, float[] m, float[] v, float[] top) {
    float beta1 = (float) step.beta1();
    float beta2 = (float) step.beta2();
    float newer1 = (float) (1 - step.beta1());
    float newer2 = (float) (1 - step.beta2());
    for (int i = 0; i < x.length; i++) {
      float g = gradient[i] + step.pull() * x[i];
      m[i] = beta1 * m[i] + newer1 * g;
      v[i] = beta2 * v[i] + newer2 * g * g;
      top[i] = Math.max(top[i], v[i]);
      float root = (float) Math.sqrt(top[i]) / step.correctionRoot() + (float) step.epsilon();
      x[i] = step.keep() * x[i] - step.correctedRate() * m[i] / root;
    }
  }
}
