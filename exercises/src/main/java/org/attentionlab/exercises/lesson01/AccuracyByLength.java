package org.attentionlab.exercises.lesson01;

import org.attentionlab.grading.Exercise;

/**
 * Measures which share of the answers is right, for each range of lengths.
 *
 * <p>Edges cut the lengths into bins. Bin i holds the lengths from edge i up to, and not including,
 * edge i + 1:
 *
 * <pre>
 *   bin i:   edges[i] &lt;= length &lt; edges[i + 1]
 *   accuracy[i] = right answers in bin i / answers in bin i
 * </pre>
 *
 * <p>So n edges make n - 1 bins, and every length is counted once at most. Lengths before the first
 * edge, or from the last edge on, are counted nowhere. A bin without answers has no accuracy: NaN,
 * for 0 would say that all answers were wrong.
 *
 * <p>For example, edges [1, 5, 10] and lengths 1, 4, 5, 9, 10, of which those with 4, 5 and 10 are
 * right: bin 0 holds 1 and 4, bin 1 holds 5 and 9, the 10 is in none, and the result is [0.5, 0.5].
 *
 * <p>Cho et al., On the Properties of Neural Machine Translation, section 4, measures so.
 */
@FunctionalInterface
@Exercise(
    id = "1.2",
    name = "accuracyByLength",
    points = 10,
    claims = {2},
    tests = AccuracyByLengthChecks.class)
public interface AccuracyByLength {

  /**
   * The accuracy of each bin.
   *
   * @param lengths of the sources, one for each answer
   * @param right for each answer whether it is right
   * @param edges of the bins, ascending, at least two
   * @return accuracies from 0 to 1, one fewer than edges; NaN where a bin is empty
   */
  double[] accuracies(int[] lengths, boolean[] right, int[] edges);
}
