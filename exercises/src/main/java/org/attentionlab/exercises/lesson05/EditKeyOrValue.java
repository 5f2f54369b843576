package org.attentionlab.exercises.lesson05;

import org.attentionlab.attention.AttentionResult;
import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Puts another row in the place of one key, or of one value, and computes attention again.
 *
 * <p>The experiment of the lesson: the key decides who is attended to, the value what is given. One
 * of the two is edited and never both.
 *
 * <pre>
 *   what = "key":     K[place] = row, V as it was
 *   what = "value":   V[place] = row, K as it was
 *   weights = softmax(Q K^T / sqrt(dK))     (T, S)
 *   output  = weights V                     (T, dV)
 * </pre>
 *
 * <p>The tensors that are given stay as they are; the edit is made in a copy. The library's {@code
 * Attention.scaledDotProduct} may be used.
 *
 * <p>Vaswani et al., section 3.2.1.
 */
@FunctionalInterface
@Exercise(
    id = "5.2",
    name = "editKeyOrValue",
    points = 10,
    claims = {19, 22},
    tests = EditKeyOrValueChecks.class)
public interface EditKeyOrValue {

  /**
   * What is edited, and how.
   *
   * @param what "key" or "value"
   * @param place which row, from 0
   * @param row what comes in its place: (dK) for a key, (dV) for a value
   */
  record Edit(String what, int place, Tensor row) {}

  /**
   * Attention after the edit.
   *
   * @param q queries (T, dK)
   * @param k keys (S, dK)
   * @param v values (S, dV)
   * @param edit one row of K or of V
   * @return {@code new AttentionResult(output, weights)}: output (T, dV), weights (T, S)
   */
  AttentionResult attend(Tensor q, Tensor k, Tensor v, Edit edit);
}
