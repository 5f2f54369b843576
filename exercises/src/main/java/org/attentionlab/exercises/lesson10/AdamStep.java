package org.attentionlab.exercises.lesson10;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Moves parameters by one step of Adam.
 *
 * <p>Adam remembers two means for every number: that of its gradient, m, and that of the gradient's
 * square, v. Both start at zero and are too small at first; dividing corrects them.
 *
 * <pre>
 *   t  = steps + 1                          this step's number, from 1
 *   m  = beta1 m + (1 - beta1) g
 *   v  = beta2 v + (1 - beta2) g^2          number by number
 *   m' = m / (1 - beta1^t)
 *   v' = v / (1 - beta2^t)
 *   x  = x - rate m' / (sqrt(v') + epsilon)
 * </pre>
 *
 * <p>m and v are remembered as they are, not corrected. All tensors have the same shape, whatever
 * it is. The tensors that are given stay as they are.
 *
 * <p>For example x = 1, g = 0.5, no steps before, rate 0.1, beta1 0.9, beta2 0.96 and a tiny
 * epsilon: m = 0.05, v = 0.01, m' = 0.5, v' = 0.25, and x = 1 - 0.1 * 0.5 / 0.5 = 0.9.
 *
 * <p>Kingma and Ba, Adam: A Method for Stochastic Optimization, algorithm 1. The library's {@code
 * org.attentionlab.train.Adam} is to be left out of the answer.
 */
@FunctionalInterface
@Exercise(
    id = "10.1",
    name = "adamStep",
    points = 15,
    claims = {62},
    tests = AdamStepChecks.class)
public interface AdamStep {

  /**
   * What is remembered from step to step.
   *
   * @param mean m, zeros before the first step
   * @param square v, zeros before the first step
   * @param steps how many steps were taken before
   */
  record Memory(Tensor mean, Tensor square, int steps) {}

  /**
   * The settings.
   *
   * @param rate length of a step
   * @param beta1 how slowly m forgets
   * @param beta2 how slowly v forgets
   * @param epsilon keeps the division finite
   */
  record Settings(double rate, double beta1, double beta2, double epsilon) {}

  /**
   * What comes out of a step.
   *
   * @param x the moved parameters
   * @param memory m and v after this step, with this step counted
   */
  record Moved(Tensor x, Memory memory) {}

  /**
   * Takes the step.
   *
   * @param x parameters, of any shape
   * @param gradient g, of x's shape
   * @param memory from the steps before
   * @param settings of Adam
   * @return the moved parameters and the new memory
   */
  Moved step(Tensor x, Tensor gradient, Memory memory, Settings settings);
}
