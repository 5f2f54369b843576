package org.attentionlab.exercises.lesson06;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Puts what the heads have found for a word side by side again.
 *
 * <p>This is the Concat of the paper, and the inverse of exercise 6.1:
 *
 * <pre>
 *   merged[b][t][h d + i] = x[b][h][t][i]
 * </pre>
 *
 * <p>B is the batch, H the number of heads, T the number of words, d the width of one head.
 *
 * <p>For example, head 0 has [1 2] and [5 6] for two words, head 1 has [3 4] and [7 8]. Merged, the
 * words are [1 2 3 4] and [5 6 7 8].
 *
 * <p>Vaswani et al., Attention Is All You Need, section 3.2.2.
 */
@FunctionalInterface
@Exercise(
    id = "6.2",
    name = "mergeHeads",
    points = 7,
    claims = {40},
    tests = MergeHeadsChecks.class)
public interface MergeHeads {

  /**
   * Concatenates the heads of every word.
   *
   * @param x the heads apart (B, H, T, d)
   * @return the heads side by side (B, T, H d)
   */
  Tensor merge(Tensor x);
}
