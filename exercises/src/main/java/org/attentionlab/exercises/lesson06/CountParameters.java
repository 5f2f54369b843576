package org.attentionlab.exercises.lesson06;

import org.attentionlab.grading.Exercise;

/**
 * Counts what multi-head attention learns.
 *
 * <p>As in the paper, each head is dModel / H wide: dK = dV = dModel / H. Count the numbers in W_Q,
 * W_K and W_V of all heads and in W_O; where there are biases, each of the four maps adds one
 * number for each of its outputs.
 *
 * <p>For example, dModel 4 with 2 heads and no biases has 64 parameters.
 *
 * <p>Vaswani et al., Attention Is All You Need, section 3.2.2, last paragraph.
 */
@FunctionalInterface
@Exercise(
    id = "6.4",
    name = "countParameters",
    points = 5,
    claims = {41},
    tests = CountParametersChecks.class)
public interface CountParameters {

  /**
   * Counts the parameters of one attention.
   *
   * @param dModel width of the model
   * @param heads H, a divisor of dModel
   * @param bias whether the four maps have biases
   * @return how many numbers are learned
   */
  long parameters(int dModel, int heads, boolean bias);
}
