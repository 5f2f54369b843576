package org.attentionlab.exercises.lesson04;

import org.attentionlab.attention.AttentionResult;
import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Computes scaled dot-product attention.
 *
 * <p>Every query asks all keys how well they fit, and takes home a mixture of their values. Write
 * it from the tensor's basic operations ({@code matmul}, {@code transpose}, {@code div}, {@code
 * softmax}); the library's own {@code Attention} is what you are building here.
 *
 * <pre>
 *   scores  = Q K^T / sqrt(dK)          (B, T, S)
 *   weights = softmax(scores)           (B, T, S), every row sums to 1
 *   output  = weights V                 (B, T, dV)
 * </pre>
 *
 * <p>B is the batch, T the number of queries, S the number of keys; every key has one value.
 * Queries and keys are equally wide (dK), values may have another width (dV), and the output has
 * the values' width.
 *
 * <p>For example, with Q = K = V the three words [.1 .2 .3 .4], [.5 .6 .7 .8] and [.9 1 1.1 1.2],
 * the first row of the weights is .2693 .3289 .4018: the first word attends least to itself,
 * because the dot product also measures length.
 *
 * <p>Vaswani et al., Attention Is All You Need, section 3.2.1, equation 1.
 */
@FunctionalInterface
@Exercise(
    id = "4.1",
    name = "selfAttention",
    points = 15,
    claims = {28, 29, 30, 31, 35, 36},
    tests = SelfAttentionChecks.class)
public interface SelfAttention {

  /**
   * Lets every query attend to every key.
   *
   * @param q queries (B, T, dK)
   * @param k keys (B, S, dK)
   * @param v values (B, S, dV)
   * @return {@code new AttentionResult(output, weights)}: output (B, T, dV), weights (B, T, S)
   */
  AttentionResult attend(Tensor q, Tensor k, Tensor v);
}
