package org.attentionlab.exercises.lesson02;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Scores every query against every key by a learned matrix between them.
 *
 * <p>The dot product compares component 1 with component 1, 2 with 2. With a matrix between them
 * any component of the query may meet any component of the key, and query and key need not be
 * equally wide.
 *
 * <pre>
 *   score(q, k) = q^T W k
 * </pre>
 *
 * <p>Which way round W stands matters: entry W[i][j] says how much component i of the query and
 * component j of the key raise the score together. Write it with {@code matmul} and {@code
 * transpose}.
 *
 * <p>For example, with W = [[1 2] [0 3]] the query [1 2] scores 9 with the key [1 1]: the query
 * becomes [1 8], and 1 + 8 is 9.
 *
 * <p>Luong et al., Effective Approaches to Attention-based Neural Machine Translation, section 3.1,
 * "general".
 */
@FunctionalInterface
@Exercise(
    id = "2.3",
    name = "general",
    points = 5,
    claims = {15},
    tests = GeneralScoresChecks.class)
public interface GeneralScores {

  /**
   * Scores all pairs.
   *
   * @param queries (B, T, dQ)
   * @param w the matrix between them (dQ, dK)
   * @param keys (B, S, dK)
   * @return scores (B, T, S)
   */
  Tensor scores(Tensor queries, Tensor w, Tensor keys);
}
