package org.attentionlab.nn;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * A learned vector for each token of a vocabulary.
 *
 * <pre>y_t = E[id_t]</pre>
 *
 * <p>Legend: B batch, T tokens, d width, V vocabulary. Vaswani et al. (2017), section 3.4. The
 * numbers start as N(0, 1 / d), so that {@code sqrt(d) y}, as in the paper, has variance 1.
 */
public final class Embedding extends Layer {
  private final Tensor weight;

  /**
   * Vectors of random numbers.
   *
   * @param rng where the first numbers come from
   * @param count V, how many tokens
   * @param d width of a vector
   * @throws IllegalArgumentException if there is no token, or the width is below 1
   */
  public Embedding(RandomGenerator rng, int count, int d) {
    this(start(rng, count, d));
  }

  private Embedding(Tensor table) {
    this.weight = parameter("weight", table);
  }

  private static Tensor start(RandomGenerator rng, int count, int d) {
    if (count < 1 || d < 1) {
      throw new IllegalArgumentException(
          "Embedding: at least one token and a width of 1, got " + count + " and " + d + ".");
    }
    return Init.normal(rng, 1 / Math.sqrt(d), count, d);
  }

  /**
   * Vectors of given numbers.
   *
   * @param table E (V, d); copied
   * @return the embedding
   * @throws ShapeException if it is not a matrix
   */
  public static Embedding of(Tensor table) {
    if (table.rank() != 2) {
      throw new ShapeException("Embedding: the table is (V, d), got " + table.shapeString() + ".");
    }
    return new Embedding(table);
  }

  /**
   * The vectors of one sequence.
   *
   * @param ids T ids, each from 0 to V - 1
   * @return a tensor (T, d)
   * @throws IndexOutOfBoundsException if an id lies outside of the table
   */
  public Tensor forward(int[] ids) {
    return weight.lookup(ids); // (T, d)
  }

  /**
   * The vectors of a batch of sequences.
   *
   * @param ids B sequences of T ids, each from 0 to V - 1
   * @return a tensor (B, T, d)
   * @throws IndexOutOfBoundsException if an id lies outside of the table
   * @throws ShapeException if the sequences differ in length
   */
  public Tensor forward(int[][] ids) {
    return weight.lookup(ids); // (B, T, d)
  }

  /**
   * How well a state fits each token, for a model that shares its embedding with its last map.
   *
   * <pre>y = x E^T</pre>
   *
   * <p>Press and Wolf (2017), "Using the Output Embedding to Improve Language Models", section 2.
   *
   * @param states x (..., d)
   * @return logits (..., V)
   * @throws ShapeException if the last axis of the states is not d
   */
  public Tensor logits(Tensor states) {
    requireWidth(states);
    return TiedLogits.apply(states, weight, Optional.empty());
  }

  /**
   * As {@link #logits(Tensor)}, with a bias for each token.
   *
   * <pre>y = x E^T + c</pre>
   *
   * @param states x (..., d)
   * @param bias c (V)
   * @return logits (..., V)
   * @throws ShapeException if the last axis of the states is not d, or the bias is not (V)
   */
  public Tensor logits(Tensor states, Tensor bias) {
    requireWidth(states);
    if (bias.rank() != 1 || bias.size(0) != weight.size(0)) {
      throw new ShapeException(
          "Embedding: the bias of the logits is ("
              + weight.size(0)
              + "), got "
              + bias.shapeString()
              + ".");
    }
    return TiedLogits.apply(states, weight, Optional.of(bias));
  }

  private void requireWidth(Tensor states) {
    if (states.rank() == 0 || states.size(-1) != weight.size(1)) {
      throw new ShapeException(
          "Embedding: logits are of states (..., "
              + weight.size(1)
              + "), got "
              + states.shapeString()
              + ".");
    }
  }

  /**
   * E.
   *
   * @return the parameter (V, d)
   */
  public Tensor weight() {
    return weight;
  }
}
