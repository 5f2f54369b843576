package org.attentionlab.exercises.lesson02;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Makes weights of scores, whatever their size.
 *
 * <p>The formula is short, and typed in as it stands it breaks for scores above 88, where exp
 * leaves the range of float32. Write a softmax that holds for scores of a thousand and more, from
 * {@code exp}, {@code sum}, {@code max} and the like; the library's own {@code softmax} is what you
 * are building here.
 *
 * <pre>
 *   weights[t][s] = exp(scores[t][s]) / sum over j of exp(scores[t][j])
 * </pre>
 *
 * <p>Every row stands for itself: it belongs to one query, and its weights sum to 1. A score of
 * minus infinity means "not allowed" and gets the weight 0. In a row where every score is minus
 * infinity all weights are 0, never NaN.
 *
 * <p>For example, the scores [0 1 2] give the weights .0900 .2447 .6652, and so do [1000 1001
 * 1002].
 *
 * <p>Goodfellow et al., Deep Learning, section 4.1, on overflow and underflow.
 */
@FunctionalInterface
@Exercise(
    id = "2.5",
    name = "stableSoftmax",
    points = 10,
    claims = {36},
    tests = StableSoftmaxChecks.class)
public interface StableSoftmax {

  /**
   * Turns every row of scores into weights.
   *
   * @param scores (B, T, S)
   * @return weights (B, T, S)
   */
  Tensor weights(Tensor scores);
}
