package org.attentionlab.nn;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.attentionlab.tensor.Tensor;

/**
 * Two linear maps with an activation between them, for each position by itself.
 *
 * <pre>FFN(x) = activation(x W_1 + b_1) W_2 + b_2</pre>
 *
 * <p>Vaswani et al. (2017), section 3.3, equation 2: dModel 512, dFf 2048, ReLU.
 */
public final class FeedForward extends Layer {
  private final Linear inner;
  private final Activation activation;
  private final Dropout dropout;
  private final Linear outer;

  /**
   * The settings.
   *
   * @param dModel width of input and output
   * @param dFf width between the maps
   * @param activation the function between them
   * @param dropout the chance that a number between the maps is dropped in training, from 0 to
   *     below 1
   */
  public record Config(int dModel, int dFf, Activation activation, double dropout) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a width is below 1, or dropout outside of [0, 1)
     */
    public Config {
      Settings.requirePositive("FeedForward", "dModel", dModel);
      Settings.requirePositive("FeedForward", "dFf", dFf);
      Settings.requireChance("FeedForward", dropout);
      Objects.requireNonNull(activation, "FeedForward: activation");
    }
  }

  /**
   * With ReLU and without dropout.
   *
   * @param rng where the first weights come from
   * @param dModel width of input and output
   * @param dFf width between the maps
   * @throws IllegalArgumentException if a width is below 1
   */
  public FeedForward(RandomGenerator rng, int dModel, int dFf) {
    this(rng, new Config(dModel, dFf, Activation.RELU, 0));
  }

  /**
   * With settings of one's own.
   *
   * @param rng where the first weights, and what is dropped, come from
   * @param config the settings
   */
  public FeedForward(RandomGenerator rng, Config config) {
    this.inner = child("inner", new Linear(rng, config.dModel(), config.dFf()));
    this.activation = config.activation();
    this.dropout = child("dropout", new Dropout(rng, config.dropout()));
    this.outer = child("outer", new Linear(rng, config.dFf(), config.dModel()));
  }

  /**
   * Maps every position.
   *
   * @param x (..., dModel)
   * @return y (..., dModel)
   * @throws org.attentionlab.tensor.ShapeException if the last axis of x is not dModel
   */
  public Tensor forward(Tensor x) {
    Tensor hidden = inner.forward(x, activation); // (..., dFf)
    return outer.forward(dropout.forward(hidden)); // (..., dModel)
  }

  /**
   * The first map.
   *
   * @return W_1 (dModel, dFf) and b_1 (dFf)
   */
  public Linear inner() {
    return inner;
  }

  /**
   * The second map.
   *
   * @return W_2 (dFf, dModel) and b_2 (dModel)
   */
  public Linear outer() {
    return outer;
  }
}
