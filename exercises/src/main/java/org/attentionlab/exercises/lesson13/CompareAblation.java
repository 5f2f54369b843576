package org.attentionlab.exercises.lesson13;

import org.attentionlab.grading.Exercise;

/**
 * Milestone 4: says what a part of the model is worth, and whether the seeds agree.
 *
 * <p>An ablation trains the model once more without one part: without positions, with one head,
 * without the residual. Both were trained with the same seeds, so compare seed by seed:
 *
 * <pre>
 *   d[i] = full[i] - ablated[i]
 * </pre>
 *
 * <p>The effect is the mean of the d, with the lowest and the highest of them. It is <em>clear</em>
 * where all seeds agree on its sign: every d above 0, or every d below 0. A d of 0 agrees with
 * neither.
 *
 * <p>For example, full [.9 .8 .7] and ablated [.8 .6 .4]: the differences are .1, .2 and .3, their
 * mean is .2, and the effect is clear. (With three seeds, chance alone would agree in one of four
 * cases: clear is not yet proven.)
 */
@FunctionalInterface
@Exercise(
    id = "13.6",
    name = "ablation",
    points = 5,
    claims = {41},
    tests = CompareAblationChecks.class)
public interface CompareAblation {

  /**
   * What the part is worth.
   *
   * @param mean of the differences
   * @param lowest of the differences
   * @param highest of the differences
   * @param clear whether all seeds agree on the sign
   */
  record Effect(double mean, double lowest, double highest, boolean clear) {}

  /**
   * Compares seed by seed.
   *
   * @param full results of the whole model, one for each seed
   * @param ablated results without the part, with the same seeds in the same order
   * @return {@code new CompareAblation.Effect(mean, lowest, highest, clear)}
   */
  Effect compare(double[] full, double[] ablated);
}
