package org.attentionlab.exercises.lesson05;

import org.attentionlab.grading.Exercise;

/**
 * Measures the slopes of attention by central differences.
 *
 * <p>One query has scores s for S keys, whose values are plain numbers v. Its output is
 *
 * <pre>
 *   f(s) = sum over j of softmax(s)[j] v[j]
 * </pre>
 *
 * <p>and {@code SlopeCheck.output(s, v)} computes it. The slope for score i is measured by moving
 * that score, and no other, a step h both ways:
 *
 * <pre>
 *   slope[i] = (f(s with s[i] + h) - f(s with s[i] - h)) / (2 h)
 * </pre>
 *
 * <p>So every library of automatic differentiation is tested, ours too. The array that is given
 * holds the same numbers afterwards.
 *
 * <p>Goodfellow et al., Deep Learning, section 11.5 (comparing back-propagated derivatives with
 * numerical ones).
 */
@FunctionalInterface
@Exercise(
    id = "5.4",
    name = "gradCheck",
    points = 15,
    claims = {25},
    tests = SlopeCheckChecks.class)
public interface SlopeCheck {

  /**
   * The slopes.
   *
   * @param scores s, at least one
   * @param values v, as many
   * @param h the step, above 0
   * @return one slope for each score
   */
  double[] slopes(double[] scores, double[] values, double h);

  /**
   * The output of attention for one query.
   *
   * @param scores s
   * @param values v, as many
   * @return f(s)
   */
  static double output(double[] scores, double[] values) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    double mixed = 0;
    for (int j = 0; j < scores.length; j++) {
      double weight = Math.exp(scores[j] - largest);
      sum += weight;
      mixed += weight * values[j];
    }
    return mixed / sum;
  }
}
