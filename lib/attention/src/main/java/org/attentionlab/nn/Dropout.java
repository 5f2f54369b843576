package org.attentionlab.nn;

import java.util.random.RandomGenerator;
import org.attentionlab.tensor.Tensor;

/**
 * Sets some numbers to zero while a model is trained, so that it does not lean on any one of them.
 *
 * <pre>y = x m / (1 - p),   m 0 with probability p, else 1</pre>
 *
 * <p>After {@link #evaluate()} the result is x itself. Srivastava et al. (2014), "Dropout: A Simple
 * Way to Prevent Neural Networks from Overfitting", section 10.
 */
public final class Dropout extends Layer {
  private final RandomGenerator rng;
  private final double p;

  /**
   * Dropout.
   *
   * @param rng where m comes from
   * @param p the chance of zero, from 0 to below 1
   * @throws IllegalArgumentException if p lies outside of [0, 1)
   */
  public Dropout(RandomGenerator rng, double p) {
    Settings.requireChance("Dropout", p);
    this.rng = rng;
    this.p = p;
  }

  /**
   * Drops numbers in training, and leaves them otherwise.
   *
   * @param x of any shape
   * @return a tensor of that shape
   */
  public Tensor forward(Tensor x) {
    return isTraining() ? x.dropout(rng, p) : x;
  }

  /**
   * Whether {@link #forward} drops anything now.
   *
   * @return true in training with p above 0
   */
  public boolean isActive() {
    return isTraining() && p > 0;
  }
}
