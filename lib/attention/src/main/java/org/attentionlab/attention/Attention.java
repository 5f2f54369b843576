package org.attentionlab.attention;

import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * Attention in its plain form, without parameters of its own.
 *
 * <p>Legend: B batch, H heads, T queries, S keys and values, dK width of queries and keys, dV width
 * of values. The dots stand for any axes in front, none, (B) or (B, H), which broadcast.
 */
public final class Attention {
  private Attention() {}

  /**
   * Scaled dot-product attention where every query may attend to every key.
   *
   * <pre>Attention(Q, K, V) = softmax(Q K^T / sqrt(dK)) V</pre>
   *
   * <p>Vaswani et al. (2017), "Attention Is All You Need", section 3.2.1, equation 1.
   *
   * @param queries Q (..., T, dK)
   * @param keys K (..., S, dK)
   * @param values V (..., S, dV)
   * @return output (..., T, dV) and weights (..., T, S)
   * @throws ShapeException if the shapes do not fit
   */
  public static AttentionResult scaledDotProduct(Tensor queries, Tensor keys, Tensor values) {
    return attend(ScoreFunction.scaledDot(), queries, keys, values);
  }

  /**
   * Scaled dot-product attention under a mask.
   *
   * @param queries Q (..., T, dK)
   * @param keys K (..., S, dK)
   * @param values V (..., S, dV)
   * @param mask true where a query may attend, of a shape that expands to (..., T, S)
   * @return output (..., T, dV) and weights (..., T, S), both zero for a query that may attend to
   *     nothing
   * @throws ShapeException if the shapes do not fit
   * @see #scaledDotProduct(Tensor, Tensor, Tensor)
   */
  public static AttentionResult scaledDotProduct(
      Tensor queries, Tensor keys, Tensor values, Mask mask) {
    return attend(ScoreFunction.scaledDot(), queries, keys, values, mask);
  }

  /**
   * Attention with any score function, where every query may attend to every key.
   *
   * <pre>weights = softmax(score(q, k)),   output = weights V</pre>
   *
   * @param score how well a query fits a key
   * @param queries Q (..., T, dQ)
   * @param keys K (..., S, dK)
   * @param values V (..., S, dV)
   * @return output (..., T, dV) and weights (..., T, S)
   * @throws ShapeException if the shapes do not fit, or the score function gives others than these
   */
  public static AttentionResult attend(
      ScoreFunction score, Tensor queries, Tensor keys, Tensor values) {
    return attend(score, queries, keys, values, Mask.none());
  }

  /**
   * Attention with any score function under a mask.
   *
   * <pre>weights = softmax(score(q, k) where allowed, else minus infinity),   output = weights V
   * </pre>
   *
   * @param score how well a query fits a key
   * @param queries Q (..., T, dQ)
   * @param keys K (..., S, dK)
   * @param values V (..., S, dV)
   * @param mask true where a query may attend, of a shape that expands to (..., T, S)
   * @return output (..., T, dV) and weights (..., T, S), both zero for a query that may attend to
   *     nothing
   * @throws ShapeException if the shapes do not fit, or the score function gives others than these
   */
  public static AttentionResult attend(
      ScoreFunction score, Tensor queries, Tensor keys, Tensor values, Mask mask) {
    AttentionShapes.check(queries, keys, values);
    Tensor scores = score.scores(queries, keys); // (..., T, S)
    AttentionShapes.requireScores(scores, queries, keys);
    Tensor weights = mask.hide(scores).softmax(-1); // (..., T, S)
    Tensor output = weights.matmul(values); // (..., T, dV)
    return new AttentionResult(output, weights);
  }
}
