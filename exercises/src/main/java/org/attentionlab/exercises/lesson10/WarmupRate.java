package org.attentionlab.exercises.lesson10;

import org.attentionlab.grading.Exercise;

/**
 * The learning rate of the Transformer's paper.
 *
 * <pre>
 *   rate(step) = dModel^-0.5 min(step^-0.5, step warmup^-1.5)
 * </pre>
 *
 * <p>It rises along a line for {@code warmup} steps and falls with the root of the step afterwards.
 * Steps count from 1. A plot, or a loop that counts from 0, asks for step 0 as well: the line
 * starts there, at 0. The result is a finite number always.
 *
 * <p>For example dModel 16 and warmup 4: step 0 has 0, step 1 has 0.25 * 1 / 8 = 0.03125, step 4
 * has the peak 0.25 / 2 = 0.125, step 16 has 0.25 / 4 = 0.0625.
 *
 * <p>Vaswani et al., Attention Is All You Need, section 5.3, equation 3.
 */
@FunctionalInterface
@Exercise(
    id = "10.2",
    name = "warmup",
    points = 5,
    claims = {62},
    tests = WarmupRateChecks.class)
public interface WarmupRate {

  /**
   * The rate of one step.
   *
   * @param step its number, 0 or more
   * @param dModel width of the model, at least 1
   * @param warmup steps until the peak, at least 1
   * @return the learning rate
   */
  double rate(int step, int dModel, int warmup);
}
