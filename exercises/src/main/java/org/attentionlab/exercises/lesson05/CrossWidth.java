package org.attentionlab.exercises.lesson05;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Lets one sequence attend to another, where inputs, keys and values all have their own widths.
 *
 * <pre>
 *   q = X W_Q, k = Y W_K, v = Y W_V        (T, dK), (S, dK), (S, dV)
 *   output = softmax(q k^T / sqrt(dK)) v    (T, dV)
 * </pre>
 *
 * <p>X has T words of width dX and asks; Y has S words of width dY and is asked. None of T, S, dX,
 * dY, dK and dV need be equal. Scores are divided by the root of the width in which query and key
 * meet.
 *
 * <p>Vaswani et al., sections 3.2.1 and 3.2.2.
 */
@FunctionalInterface
@Exercise(
    id = "5.3",
    name = "crossWidth",
    points = 10,
    claims = {26},
    tests = CrossWidthChecks.class)
public interface CrossWidth {

  /**
   * The three matrices.
   *
   * @param query W_Q (dX, dK)
   * @param key W_K (dY, dK)
   * @param value W_V (dY, dV)
   */
  record Weights(Tensor query, Tensor key, Tensor value) {}

  /**
   * Attends.
   *
   * @param x who asks (T, dX)
   * @param y who is asked (S, dY)
   * @param weights the three matrices
   * @return output (T, dV)
   */
  Tensor attend(Tensor x, Tensor y, Weights weights);
}
