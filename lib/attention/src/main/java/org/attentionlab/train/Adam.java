package org.attentionlab.train;

import java.util.List;
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
   */
  public Adam(List<Tensor> parameters, double rate) {
    this(parameters, AdamConfig.of(rate));
  }

  /**
   * With settings of one's own.
   *
   * @param parameters what is learned; one that is listed twice is learned once
   * @param config the settings
   */
  public Adam(List<Tensor> parameters, AdamConfig config) {
    super(parameters, config.rate());
    this.config = config;
    this.greatest = config.amsgrad() ? memory("greatest") : square;
  }

  @Override
  protected final void move(int index, int step, float[] x, float[] gradient) {
    float[] m = mean.get(index);
    float[] v = square.get(index);
    float[] top = greatest.get(index);
    float beta1 = (float) config.beta1();
    float beta2 = (float) config.beta2();
    float newer1 = (float) (1 - config.beta1());
    float newer2 = (float) (1 - config.beta2());
    float length = (float) (rate() / (1 - Math.pow(config.beta1(), step)));
    float root = (float) Math.sqrt(1 - Math.pow(config.beta2(), step));
    float epsilon = (float) config.epsilon();
    float keep = config.decoupled() ? (float) (1 - rate() * config.decay()) : 1;
    float pull = config.decoupled() ? 0 : (float) config.decay();
    for (int i = 0; i < x.length; i++) {
      float g = gradient[i] + pull * x[i];
      m[i] = beta1 * m[i] + newer1 * g;
      v[i] = beta2 * v[i] + newer2 * g * g;
      top[i] = Math.max(top[i], v[i]); // without amsgrad top is v
      x[i] = keep * x[i] - length * m[i] / ((float) Math.sqrt(top[i]) / root + epsilon);
    }
  }
}
