package org.attentionlab.exercises.lesson05;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Projects the words of a sentence into their three roles.
 *
 * <pre>
 *   Q = X W_Q     (B, T, dK)
 *   K = X W_K     (B, T, dK)
 *   V = X W_V     (B, T, dV)
 * </pre>
 *
 * <p>B is the batch, T the number of words. Each word goes through each matrix on its own; the same
 * three matrices serve all words.
 *
 * <p>For example, x = [1 2] and W_Q = [[1 0] [3 1]] give q = [7 2].
 *
 * <p>Vaswani et al., Attention Is All You Need, section 3.2.2.
 */
@FunctionalInterface
@Exercise(
    id = "5.1",
    name = "projectQKV",
    points = 10,
    claims = {18},
    tests = ProjectQkvChecks.class)
public interface ProjectQkv {

  /**
   * The three matrices.
   *
   * @param query W_Q (d, dK)
   * @param key W_K (d, dK)
   * @param value W_V (d, dV)
   */
  record Weights(Tensor query, Tensor key, Tensor value) {}

  /**
   * The three roles.
   *
   * @param q (B, T, dK)
   * @param k (B, T, dK)
   * @param v (B, T, dV)
   */
  record Roles(Tensor q, Tensor k, Tensor v) {}

  /**
   * Projects.
   *
   * @param x words (B, T, d)
   * @param weights the three matrices
   * @return queries, keys and values
   */
  Roles project(Tensor x, Weights weights);
}
