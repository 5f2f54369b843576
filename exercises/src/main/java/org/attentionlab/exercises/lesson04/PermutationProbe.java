package org.attentionlab.exercises.lesson04;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Predicts the attention weights of a re-ordered sequence from those of the original.
 *
 * <p>Self-attention without positions sees a set, not a sequence: 猫吃鱼 (the cat eats the fish) and
 * 鱼吃猫 (the fish eats the cat) hold the same three words, and every word attends to the same words
 * with the same weights as before. Only the places in the matrix move. So nothing has to be
 * computed again: the new matrix is the old one with its entries in other places.
 *
 * <p>The new sequence holds at position i what the old one held at position p[i]:
 *
 * <pre>
 *   x'[i] = x[p[i]]
 * </pre>
 *
 * <p>A row of the matrix belongs to the word that asks, a column to the word that is asked. Both
 * are words of the sequence. Find the rule for {@code weights'[i][j]}.
 *
 * <p>For example, p = [2, 1, 0] turns three words round. The word now at position 0 is the old word
 * 2, so the new weights[0][1] is the old weights[2][1].
 *
 * <p>Lee et al., Set Transformer, section 3.1, on permutation equivariance.
 */
@FunctionalInterface
@Exercise(
    id = "4.2",
    name = "permutationProbe",
    points = 10,
    claims = {33, 37, 45},
    tests = PermutationProbeChecks.class)
public interface PermutationProbe {

  /**
   * Moves the weights to where the re-ordered sequence has them.
   *
   * @param weights attention weights of the original sequence (T, T)
   * @param permutation for every new position the old one; each of 0 to T - 1 once
   * @return attention weights of the re-ordered sequence (T, T)
   */
  Tensor permutedWeights(Tensor weights, int[] permutation);
}
