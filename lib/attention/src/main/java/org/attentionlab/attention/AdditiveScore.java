package org.attentionlab.attention;

import java.util.random.RandomGenerator;
import org.attentionlab.nn.Init;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * A network with one hidden layer that looks at query and key together.
 *
 * <pre>v^T tanh(W_q q + W_k k) = v^T tanh(W [q; k])</pre>
 *
 * <p>Bahdanau et al. (2015), "Neural Machine Translation by Jointly Learning to Align and
 * Translate", appendix A.1.2. Vectors are rows here, so W_q is (dQ, hidden) and W_k (dK, hidden).
 */
public final class AdditiveScore extends Layer implements ScoreFunction {
  private final Tensor queryWeight;
  private final Tensor keyWeight;
  private final Tensor vector;

  /**
   * With first weights after {@link Init#glorot}.
   *
   * @param rng where they come from
   * @param dQ width of queries
   * @param dK width of keys
   * @param hidden width of the hidden layer
   * @throws IllegalArgumentException if a width is below 1
   */
  public AdditiveScore(RandomGenerator rng, int dQ, int dK, int hidden) {
    this(
        Init.glorot(rng, dQ, hidden),
        Init.glorot(rng, dK, hidden),
        Init.glorot(rng, hidden, 1).reshape(hidden));
  }

  /**
   * With given numbers.
   *
   * @param queryWeight W_q (dQ, hidden); copied
   * @param keyWeight W_k (dK, hidden); copied
   * @param vector v (hidden); copied
   * @throws ShapeException if the shapes differ from these
   */
  public AdditiveScore(Tensor queryWeight, Tensor keyWeight, Tensor vector) {
    boolean ranks = queryWeight.rank() == 2 && keyWeight.rank() == 2 && vector.rank() == 1;
    if (!ranks || queryWeight.size(1) != keyWeight.size(1) || keyWeight.size(1) != vector.size(0)) {
      throw new ShapeException(
          "additive: W_q is (dQ, hidden), W_k (dK, hidden) and v (hidden), got "
              + queryWeight.shapeString()
              + ", "
              + keyWeight.shapeString()
              + " and "
              + vector.shapeString()
              + ".");
    }
    this.queryWeight = parameter("queryWeight", queryWeight);
    this.keyWeight = parameter("keyWeight", keyWeight);
    this.vector = parameter("vector", vector);
  }

  @Override
  public Tensor scores(Tensor queries, Tensor keys) {
    AttentionShapes.requireWidths(
        "additive", queries, queryWeight.size(0), keys, keyWeight.size(0));
    return scoresOfProjected(queries, projectKeys(keys)); // (..., T, S)
  }

  /** W_k k, which does not depend on the query: (..., S, hidden). */
  Tensor projectKeys(Tensor keys) {
    return keys.matmul(keyWeight);
  }

  /** The scores of queries (..., T, dQ) for projected keys (..., S, hidden). */
  Tensor scoresOfProjected(Tensor queries, Tensor projectedKeys) {
    Tensor q = queries.matmul(queryWeight); // (..., T, hidden)
    boolean alike =
        q.rank() == 3 && projectedKeys.rank() == 3 && q.size(0) == projectedKeys.size(0);
    if (alike) {
      return FusedScores.additive(q, projectedKeys, vector); // (B, T, S)
    }
    Tensor pairs = q.unsqueeze(-2).add(projectedKeys.unsqueeze(-3)); // (..., T, S, hidden)
    return pairs.tanh().matmul(vector); // (..., T, S)
  }

  /**
   * W_q.
   *
   * @return the parameter (dQ, hidden)
   */
  public Tensor queryWeight() {
    return queryWeight;
  }

  /**
   * W_k.
   *
   * @return the parameter (dK, hidden)
   */
  public Tensor keyWeight() {
    return keyWeight;
  }

  /**
   * v.
   *
   * @return the parameter (hidden)
   */
  public Tensor vector() {
    return vector;
  }
}
