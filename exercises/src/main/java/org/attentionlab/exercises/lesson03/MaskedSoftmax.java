package org.attentionlab.exercises.lesson03;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Turns scores into weights that never fall on padding.
 *
 * <p>The sentences of a batch are filled up to the longest. A filled place has a score, as every
 * place has, and must get no weight:
 *
 * <pre>
 *   weights[b][j] = exp(e[b][j]) / sum over i &lt; lengths[b] of exp(e[b][i])    for j &lt; lengths[b]
 *   weights[b][j] = 0                                                          for the others
 * </pre>
 *
 * <p>The weights of the real places sum to 1, as they would without the filling. A sentence of
 * length 0 has nothing to look at: all its weights are 0, and not NaN.
 *
 * <p>Scores may be as large as 1,000, so exp must be kept from overflowing (exercise 2.5).
 *
 * <p>For example, scores 1, 1 and 5 with length 2 give the weights .5, .5 and 0.
 *
 * <p>Bahdanau et al., section 3.1, equation 6; Vaswani et al., section 3.2.3, masks in the same
 * way.
 */
@FunctionalInterface
@Exercise(
    id = "3.3",
    name = "maskedSoftmax",
    points = 10,
    claims = {8, 36},
    tests = MaskedSoftmaxChecks.class)
public interface MaskedSoftmax {

  /**
   * The weights.
   *
   * @param scores e (B, S)
   * @param lengths for each sentence how many places are real, 0 to S
   * @return weights (B, S)
   */
  Tensor weights(Tensor scores, int[] lengths);
}
