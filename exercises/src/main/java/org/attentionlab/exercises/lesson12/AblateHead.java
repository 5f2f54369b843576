package org.attentionlab.exercises.lesson12;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Computes the output of multi-head attention with one head silenced.
 *
 * <p>The head gives nothing: its mixture is zero <em>before</em> the heads are concatenated and
 * mixed by W_O. All others give what they gave.
 *
 * <pre>
 *   head_i  = weights_i values_i,   0 for the silenced one
 *   output  = Concat(head_1, ..., head_H) W_O
 * </pre>
 *
 * <p>B is the batch, T the number of queries, S the number of keys, H the number of heads, dV the
 * width of one head's values.
 *
 * <p>A row of weights may be all zeros: its query sees nothing, as in a sentence that is all
 * padding. Then its output is zero, too, and not NaN.
 *
 * <p>Michel et al., Are Sixteen Heads Really Better than One?, section 2.2.
 */
@FunctionalInterface
@Exercise(
    id = "12.3",
    name = "ablateHead",
    points = 10,
    claims = {38},
    tests = AblateHeadChecks.class)
public interface AblateHead {

  /**
   * The output without one head.
   *
   * @param weights of all heads (B, H, T, S)
   * @param values of all heads (B, H, S, dV)
   * @param wO W_O (H dV, dModel), the rows of head 0 first
   * @param head which one is silenced, from 0
   * @return output (B, T, dModel)
   */
  Tensor output(Tensor weights, Tensor values, Tensor wO, int head);
}
