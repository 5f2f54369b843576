package org.attentionlab.position;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.attentionlab.nn.Init;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * A learned vector for each position, up to the end of a table.
 *
 * <pre>P[t] = W[t],   t from 0 to positions - 1</pre>
 *
 * <p>Gehring et al. (2017), "Convolutional Sequence to Sequence Learning", section 3.1; BERT and
 * GPT have them. Beyond the table there is nothing, and asking for it is an error.
 */
public final class Learned extends Layer implements InputPosition {
  private final Tensor weight;

  /**
   * Vectors of random numbers, N(0, 1 / dModel).
   *
   * @param rng where the first numbers come from
   * @param positions how many positions the table has
   * @param dModel width of the vectors
   * @throws IllegalArgumentException if there is no position, or the width is below 1
   */
  public Learned(RandomGenerator rng, int positions, int dModel) {
    this(start(rng, positions, dModel));
  }

  private static Tensor start(RandomGenerator rng, int positions, int dModel) {
    if (positions < 1 || dModel < 1) {
      throw new IllegalArgumentException(
          "Learned: at least one position and a width of 1, got "
              + positions
              + " and "
              + dModel
              + ".");
    }
    return Init.normal(rng, 1 / Math.sqrt(dModel), positions, dModel);
  }

  private Learned(Tensor table) {
    this.weight = parameter("weight", table);
  }

  /**
   * Vectors of given numbers.
   *
   * @param table W (positions, dModel); copied
   * @return the positions
   * @throws ShapeException if it is not a matrix
   */
  public static Learned of(Tensor table) {
    if (table.rank() != 2) {
      throw new ShapeException(
          "Learned: the table is (positions, dModel), got " + table.shapeString() + ".");
    }
    return new Learned(table);
  }

  @Override
  public Tensor vectors(int first, int count) {
    int positions = weight.size(0);
    if (count < 0) {
      throw new IndexOutOfBoundsException("Learned: asks for " + count + " positions.");
    }
    if (first < 0 || (long) first + count > positions) {
      throw new IndexOutOfBoundsException(
          "Learned: asks for position "
              + (first < 0 ? first : Math.max(first, positions))
              + " of a table of "
              + positions
              + "; positions run from 0 to "
              + (positions - 1)
              + ".\n  Cut the sequence, or take positions without an end, such as Sinusoidal.");
    }
    return weight.lookup(IntStream.range(first, first + count).toArray()); // (T, dModel)
  }

  /**
   * W.
   *
   * @return the parameter (positions, dModel)
   */
  public Tensor weight() {
    return weight;
  }
}
