package org.attentionlab.exercises.lesson04;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Leads the gradient of the loss back through the softmax.
 *
 * <p>Training needs to know how the loss changes with every score. It is known how the loss changes
 * with every weight (the gradient that comes in), and the softmax turns scores into weights.
 * Raising one score raises its own weight and lowers all others of the row, since they sum to 1; so
 * every score is answerable for every weight of its row.
 *
 * <pre>
 *   dw[i] / ds[j] = w[i] (1 - w[i])   where i = j
 *                 = - w[i] w[j]       elsewhere
 *
 *   dL/ds[j] = sum over i of  dL/dw[i]  dw[i]/ds[j]
 * </pre>
 *
 * <p>You need not build the S x S matrix: write the sum out on paper, and it shrinks to one product
 * and one sum for each row.
 *
 * <p>For example, weights .5 .25 .25 with the gradient 1 2 4 give -.5 0 .5. A row of the result
 * always sums to 0: adding the same number to all scores changes nothing.
 *
 * <p>A row of zeros is a query that may attend to nothing. No score of its moves anything, and its
 * gradient is zero too.
 *
 * <p>Goodfellow et al., Deep Learning, section 6.2.2.3.
 */
@FunctionalInterface
@Exercise(
    id = "4.3",
    name = "softmaxBackward",
    points = 15,
    claims = {28, 29, 36},
    tests = SoftmaxBackwardChecks.class)
public interface SoftmaxBackward {

  /**
   * Computes the gradient by the scores.
   *
   * @param weights result of the softmax over the last axis (B, T, S)
   * @param gradient gradient of the loss by the weights (B, T, S)
   * @return gradient of the loss by the scores (B, T, S)
   */
  Tensor scoresGradient(Tensor weights, Tensor gradient);
}
