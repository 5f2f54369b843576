package org.attentionlab.exercises.lesson12;

import org.attentionlab.grading.Exercise;

/**
 * Counts the multiplications of the two matrix products of attention.
 *
 * <pre>
 *   scores  = Q K^T         (T, dK) times (dK, S), in each head
 *   output  = weights V     (T, S) times (S, dV), in each head
 * </pre>
 *
 * <p>T is the number of queries, S the number of keys, H the number of heads; dK and dV are the
 * widths of <em>one</em> head. A product of (a, b) with (b, c) takes a b c multiplications. The
 * softmax, the scaling and the projections are not counted, nor are additions.
 *
 * <p>For example, 3 queries, 5 keys, 2 heads, dK 4 and dV 6 take 300 multiplications.
 *
 * <p>Vaswani et al., Attention Is All You Need, section 4 and table 1.
 */
@FunctionalInterface
@Exercise(
    id = "12.1",
    name = "attentionCost",
    points = 5,
    claims = {71},
    tests = AttentionCostChecks.class)
public interface AttentionCost {

  /**
   * Counts the multiplications of one attention over one sequence.
   *
   * @param queries T
   * @param keys S, which is T in self-attention
   * @param heads H
   * @param dK width of one head's queries and keys
   * @param dV width of one head's values
   * @return how many multiplications
   */
  long multiplications(int queries, int keys, int heads, int dK, int dV);
}
