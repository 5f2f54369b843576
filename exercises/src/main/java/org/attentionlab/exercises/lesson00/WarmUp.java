package org.attentionlab.exercises.lesson00;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Computes the mean of each row of a matrix.
 *
 * <p>For example, the rows [1 2 3] and [4 5 6] have the means 2 and 5.
 */
@FunctionalInterface
@Exercise(
    id = "0.1",
    name = "warmUp",
    points = 2,
    claims = {75},
    tests = WarmUpChecks.class)
public interface WarmUp {

  /**
   * The means.
   *
   * @param matrix any matrix (T, S)
   * @return one mean for each row (T)
   */
  Tensor means(Tensor matrix);
}
