package org.attentionlab.attention;

import java.util.random.RandomGenerator;
import org.attentionlab.tensor.Tensor;

/**
 * How well each query fits each key.
 *
 * <p>A lambda will do: {@code (q, k) -> q.matmul(k.transpose())}. The functions with parameters are
 * layers, {@link GeneralScore} and {@link AdditiveScore}.
 */
@FunctionalInterface
public interface ScoreFunction {
  /**
   * Scores every query against every key.
   *
   * @param queries (..., T, dQ)
   * @param keys (..., S, dK)
   * @return scores (..., T, S); the greater, the better the fit
   * @throws org.attentionlab.tensor.ShapeException if the shapes do not fit
   */
  Tensor scores(Tensor queries, Tensor keys);

  /**
   * The dot product, which grows with similarity and with length.
   *
   * <pre>q^T k</pre>
   *
   * <p>Luong et al. (2015), "Effective Approaches to Attention-based Neural Machine Translation",
   * section 3.1. Needs dQ = dK.
   *
   * @return the function
   */
  static ScoreFunction dot() {
    return (queries, keys) -> {
      AttentionShapes.requireEqualWidths("dot", queries, keys);
      return queries.matmul(keys.transpose()); // (..., T, S)
    };
  }

  /**
   * The dot product divided by the root of the width, so that its variance does not grow with it.
   *
   * <pre>q^T k / sqrt(dK)</pre>
   *
   * <p>Vaswani et al. (2017), section 3.2.1. Needs dQ = dK.
   *
   * @return the function
   */
  static ScoreFunction scaledDot() {
    return (queries, keys) -> {
      AttentionShapes.requireEqualWidths("scaledDot", queries, keys);
      return queries.matmul(keys.transpose()).div(Math.sqrt(keys.size(-1))); // (..., T, S)
    };
  }

  /**
   * The cosine of the angle between query and key, which is blind to length.
   *
   * <pre>q^T k / (|q| |k|),   with sqrt(|x|^2 + 1e-16) for |x|</pre>
   *
   * <p>The small constant gives a vector of zeros the score 0 in place of NaN. Graves et al.
   * (2014), "Neural Turing Machines", equation 6. Needs dQ = dK.
   *
   * @return the function
   */
  static ScoreFunction cosine() {
    return (queries, keys) -> {
      AttentionShapes.requireEqualWidths("cosine", queries, keys);
      return unit(queries).matmul(unit(keys).transpose()); // (..., T, S)
    };
  }

  /**
   * A learned bilinear form; see {@link GeneralScore}.
   *
   * @param rng where the first weights come from
   * @param dQ width of queries
   * @param dK width of keys
   * @return the function, with its parameter
   */
  static GeneralScore general(RandomGenerator rng, int dQ, int dK) {
    return new GeneralScore(rng, dQ, dK);
  }

  /**
   * A small learned network; see {@link AdditiveScore}.
   *
   * @param rng where the first weights come from
   * @param dQ width of queries
   * @param dK width of keys
   * @param hidden width of the hidden layer
   * @return the function, with its parameters
   */
  static AdditiveScore additive(RandomGenerator rng, int dQ, int dK, int hidden) {
    return new AdditiveScore(rng, dQ, dK, hidden);
  }

  private static Tensor unit(Tensor x) {
    Tensor length = x.mul(x).sum(-1, true).add(1e-16).sqrt(); // (..., 1)
    return x.div(length);
  }
}
