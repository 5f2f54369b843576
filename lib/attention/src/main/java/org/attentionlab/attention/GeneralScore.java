package org.attentionlab.attention;

import java.util.random.RandomGenerator;
import org.attentionlab.nn.Init;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * A learned bilinear form of query and key.
 *
 * <pre>q^T W k</pre>
 *
 * <p>Luong et al. (2015), "Effective Approaches to Attention-based Neural Machine Translation",
 * section 3.1, "general".
 */
public final class GeneralScore extends Layer implements ScoreFunction {
  private final Tensor weight;

  /**
   * With first weights after {@link Init#glorot}.
   *
   * @param rng where they come from
   * @param dQ width of queries
   * @param dK width of keys
   * @throws IllegalArgumentException if a width is below 1
   */
  public GeneralScore(RandomGenerator rng, int dQ, int dK) {
    this(Init.glorot(rng, dQ, dK));
  }

  /**
   * With given numbers.
   *
   * @param weight W (dQ, dK); copied
   * @throws ShapeException if it is not a matrix
   */
  public GeneralScore(Tensor weight) {
    if (weight.rank() != 2) {
      throw new ShapeException("general: W is (dQ, dK), got " + weight.shapeString() + ".");
    }
    this.weight = parameter("weight", weight);
  }

  @Override
  public Tensor scores(Tensor queries, Tensor keys) {
    AttentionShapes.requireWidths("general", queries, weight.size(0), keys, weight.size(1));
    return queries.matmul(weight).matmul(keys.transpose()); // (..., T, dK), (..., T, S)
  }

  /**
   * W.
   *
   * @return the parameter (dQ, dK)
   */
  public Tensor weight() {
    return weight;
  }
}
