package org.attentionlab.exercises.lesson02;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Scores every query against every key by the dot product.
 *
 * <p>The simplest score there is: multiply the components and add up. It grows when the two point
 * the same way, and it grows with the length of either.
 *
 * <pre>
 *   score(q, k) = q^T k = q[1] k[1] + ... + q[d] k[d]
 * </pre>
 *
 * <p>A score function gives <em>one number</em> for each pair of a query and a key. For T queries
 * and S keys that is a matrix of T rows and S columns. Not divided by anything, and not yet sent
 * through a softmax. Write it with {@code matmul} and {@code transpose}.
 *
 * <p>For example, the query [3 4] scores 25 with the key [3 4], 0 with [4 -3] and 8 with [0 2].
 *
 * <p>Luong et al., Effective Approaches to Attention-based Neural Machine Translation, section 3.1,
 * "dot".
 */
@FunctionalInterface
@Exercise(
    id = "2.1",
    name = "dot",
    points = 5,
    claims = {13, 17},
    tests = DotScoresChecks.class)
public interface DotScores {

  /**
   * Scores all pairs.
   *
   * @param queries (B, T, d)
   * @param keys (B, S, d)
   * @return scores (B, T, S)
   */
  Tensor scores(Tensor queries, Tensor keys);
}
