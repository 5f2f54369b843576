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
 * <p>Kingma and Ba (2015), "Adam: A Method for Stochastic Optimization", algorithm 1.
 *
 * <pre>
 * var adam = new Adam(model.parameters(), 1e-3f);
 * adam.zeroGrad();
 * loss(model).backward();
 * adam.step();
 * </pre>
 */
public final class Adam {
  /**
   * The settings.
   *
   * @param rate length of a step, above 0
   * @param beta1 how slowly the mean of the gradient forgets, from 0 to below 1
   * @param beta2 how slowly the mean of its square forgets, from 0 to below 1
   * @param epsilon keeps the division finite, above 0
   */
  public record Config(float rate, double beta1, double beta2, double epsilon) {
    /** Checks the ranges. */
    public Config {
      require(rate > 0 && Float.isFinite(rate), "rate " + rate + " is not above 0");
      require(beta1 >= 0 && beta1 < 1, "beta1 " + beta1 + " is not in [0, 1)");
      require(beta2 >= 0 && beta2 < 1, "beta2 " + beta2 + " is not in [0, 1)");
      require(epsilon > 0, "epsilon " + epsilon + " is not above 0");
    }

    private static void require(boolean holds, String problem) {
      if (!holds) {
        throw new IllegalArgumentException("Adam: " + problem + ".");
      }
    }
  }

  private final Config config;
  private final List<Moments> all;

  /** A parameter with what is remembered of its gradients. */
  private static final class Moments {
    private final Tensor parameter;
    private final float[] mean;
    private final float[] square;
    private int steps;

    Moments(Tensor parameter) {
      this.parameter = parameter;
      this.mean = new float[parameter.numel()];
      this.square = new float[parameter.numel()];
    }
  }

  /**
   * With the paper's settings: beta1 0.9, beta2 0.999, epsilon 1e-8.
   *
   * @param parameters what is learned
   * @param rate length of a step, above 0
   */
  public Adam(List<Tensor> parameters, float rate) {
    this(parameters, new Config(rate, 0.9, 0.999, 1e-8));
  }

  /**
   * With settings of one's own.
   *
   * @param parameters what is learned
   * @param config the settings
   */
  public Adam(List<Tensor> parameters, Config config) {
    this.config = config;
    this.all = parameters.stream().map(Moments::new).toList();
  }

  /** Moves every parameter that has a gradient by one step; the others stay as they are. */
  public void step() {
    for (Moments moments : all) {
      if (moments.parameter.hasGrad()) {
        step(moments);
      }
    }
  }

  private void step(Moments moments) {
    moments.steps++;
    float[] x = moments.parameter.toArray();
    float[] g = moments.parameter.grad().toArray();
    float beta1 = (float) config.beta1();
    float beta2 = (float) config.beta2();
    float newer1 = (float) (1 - config.beta1());
    float newer2 = (float) (1 - config.beta2());
    float rate = (float) (config.rate() / (1 - Math.pow(config.beta1(), moments.steps)));
    float root = (float) Math.sqrt(1 - Math.pow(config.beta2(), moments.steps));
    float epsilon = (float) config.epsilon();
    for (int i = 0; i < x.length; i++) {
      float m = beta1 * moments.mean[i] + newer1 * g[i];
      float v = beta2 * moments.square[i] + newer2 * g[i] * g[i];
      moments.mean[i] = m;
      moments.square[i] = v;
      x[i] -= rate * m / ((float) Math.sqrt(v) / root + epsilon);
    }
    moments.parameter.assign(x);
  }

  /** Forgets the gradients of all parameters, before the next loss is differentiated. */
  public void zeroGrad() {
    for (Moments moments : all) {
      moments.parameter.zeroGrad();
    }
  }
}
