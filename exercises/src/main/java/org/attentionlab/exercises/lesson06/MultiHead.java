package org.attentionlab.exercises.lesson06;

import org.attentionlab.attention.AttentionResult;
import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Computes attention with several heads.
 *
 * <p>Queries come from one sequence, keys and values from another (or from the same one, where it
 * is self-attention). The projections of all heads stand side by side in one matrix, in the order
 * of the heads.
 *
 * <pre>
 *   head_i    = softmax((x W_Q_i) (source W_K_i)^T / sqrt(dK)) (source W_V_i)
 *   output    = Concat(head_1, ..., head_H) W_O
 * </pre>
 *
 * <p>B is the batch, T the number of queries, S the number of keys and values, H the number of
 * heads; dK is the width of <em>one</em> head's queries and keys, dV that of its values. dK and dV
 * may differ, and neither need be dModel / H. There are no biases and there is no mask.
 *
 * <p>Write it from the tensor's operations. Your answers to 6.1 and 6.2 are of use: a {@code
 * matmul} of tensors with four axes multiplies the last two for each batch and head.
 *
 * <p>Vaswani et al., Attention Is All You Need, section 3.2.2.
 */
@FunctionalInterface
@Exercise(
    id = "6.3",
    name = "multiHead",
    points = 15,
    claims = {39, 40, 43},
    tests = MultiHeadChecks.class)
public interface MultiHead {

  /**
   * What the attention has learned.
   *
   * @param heads H
   * @param wQ W_Q of all heads (dModel, H dK)
   * @param wK W_K of all heads (dSource, H dK)
   * @param wV W_V of all heads (dSource, H dV)
   * @param wO W_O (H dV, dModel)
   */
  record Parameters(int heads, Tensor wQ, Tensor wK, Tensor wV, Tensor wO) {}

  /**
   * Lets every word of x attend to every word of the source, in every head.
   *
   * @param x where the queries come from (B, T, dModel)
   * @param source where keys and values come from (B, S, dSource)
   * @param parameters the number of heads and four matrices
   * @return {@code new AttentionResult(output, weights)}: output (B, T, dModel), weights (B, H, T,
   *     S)
   */
  AttentionResult attend(Tensor x, Tensor source, Parameters parameters);
}
