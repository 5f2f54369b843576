package org.attentionlab.attention;

import org.attentionlab.tensor.Tensor;

/**
 * Where positions enter into attention itself, rather than being added to the input before it.
 *
 * <pre>
 * scores  = score(turn(Q) turn(K)^T / sqrt(dK), Q)      before mask and softmax
 * output  = mix(weights V, weights)
 * </pre>
 *
 * <p>A scheme answers one of the three, and leaves the others as they are. Legend: B batch, H
 * heads, T queries, S keys. The keys stand at the positions 0 to S - 1, the queries at {@code
 * first} and after; {@code first} is above 0 where keys of earlier steps were kept, see {@link
 * KeyValueCache}.
 */
public interface AttentionPosition {

  /**
   * Turns queries or keys by an angle that depends on where they stand.
   *
   * @param x (B, H, T, dK)
   * @param first where the first of them stands
   * @return a tensor of this shape
   */
  default Tensor turn(Tensor x, int first) {
    return x;
  }

  /**
   * Adds to each score what query and key owe to their places.
   *
   * @param scores (B, H, T, S)
   * @param queries (B, H, T, dK)
   * @param first where the first query stands
   * @return scores (B, H, T, S)
   */
  default Tensor score(Tensor scores, Tensor queries, int first) {
    return scores;
  }

  /**
   * Adds to each output what it owes to the places that it looked at.
   *
   * @param output (B, H, T, dV)
   * @param weights (B, H, T, S)
   * @param first where the first query stands
   * @return output (B, H, T, dV)
   */
  default Tensor mix(Tensor output, Tensor weights, int first) {
    return output;
  }

  /**
   * Whether {@link #score} and {@link #mix} leave everything as it is, so that an attention which
   * never holds its scores will do.
   *
   * @return false unless overridden
   */
  default boolean onlyTurns() {
    return false;
  }

  /**
   * Attention that does not know where its inputs stand.
   *
   * @return a scheme that leaves everything as it is
   */
  static AttentionPosition none() {
    return NoPosition.INSTANCE;
  }
}
