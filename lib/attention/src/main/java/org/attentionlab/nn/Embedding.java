package org.attentionlab.nn;

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
   * E.
   *
   * @return the parameter (V, d)
   */
  public Tensor weight() {
    return weight;
  }
}
