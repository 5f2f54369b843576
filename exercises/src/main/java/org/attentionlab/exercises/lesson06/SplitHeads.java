package org.attentionlab.exercises.lesson06;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Cuts the vector of every word into one piece for each head.
 *
 * <p>One matrix product has computed the queries (or keys, or values) of all heads side by side.
 * Head 0 gets the first d features of every word, head 1 the next d, and so on:
 *
 * <pre>
 *   split[b][h][t][i] = x[b][t][h d + i]
 * </pre>
 *
 * <p>B is the batch, T the number of words, H the number of heads, d the width of one head.
 *
 * <p>For example, two words with the features [1 2 3 4] and [5 6 7 8] and two heads: head 0 gets [1
 * 2] and [5 6], head 1 gets [3 4] and [7 8]. {@code reshape} reads numbers in their order and never
 * moves one; {@code transpose(first, second)} exchanges two axes. You need both.
 *
 * <p>Vaswani et al., Attention Is All You Need, section 3.2.2.
 */
@FunctionalInterface
@Exercise(
    id = "6.1",
    name = "splitHeads",
    points = 8,
    claims = {39, 43},
    tests = SplitHeadsChecks.class)
public interface SplitHeads {

  /**
   * Gives each head its features of every word.
   *
   * @param x the features of all heads side by side (B, T, H d)
   * @param heads H, a divisor of the last axis
   * @return the heads apart (B, H, T, d)
   */
  Tensor split(Tensor x, int heads);
}
