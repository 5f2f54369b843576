package org.attentionlab.exercises.lesson02;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Scores every query against every key by the cosine of the angle between them.
 *
 * <p>The dot product mixes two things, direction and length. Divide by both lengths, and only the
 * direction is left: 1 for the same direction, 0 for a right angle, -1 for opposite ones.
 *
 * <pre>
 *   score(q, k) = q^T k / (|q| |k|)
 * </pre>
 *
 * <p>A vector of zeros has no direction. Its score shall be 0 with everything, never NaN. And a
 * short vector has a direction: the cosine of a vector of length 0.0005 shall be right to four
 * digits. Write it with {@code mul}, {@code sum}, {@code sqrt}, {@code div} and {@code matmul}.
 *
 * <p>For example, the query [3 4] scores 1 with the key [3 4], 0 with [4 -3] and .8 with [0 2].
 *
 * <p>Graves et al., Neural Turing Machines, section 3.3.1, equation 6.
 */
@FunctionalInterface
@Exercise(
    id = "2.2",
    name = "cosine",
    points = 5,
    claims = {14, 17},
    tests = CosineScoresChecks.class)
public interface CosineScores {

  /**
   * Scores all pairs.
   *
   * @param queries (B, T, d)
   * @param keys (B, S, d)
   * @return scores (B, T, S), all from -1 to 1
   */
  Tensor scores(Tensor queries, Tensor keys);
}
