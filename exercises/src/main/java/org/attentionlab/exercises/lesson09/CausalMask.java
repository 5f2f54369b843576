package org.attentionlab.exercises.lesson09;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Turns scores into weights that never fall on the future.
 *
 * <p>In a decoder, position i may attend to the positions up to i, itself included:
 *
 * <pre>
 *   hidden[i][j]  = scores[i][j]        where j &lt;= i
 *                   minus infinity      where j &gt; i
 *   weights[i][:] = softmax(hidden[i][:])
 * </pre>
 *
 * <p>B is the batch, H the number of heads, T the number of positions; rows are queries, columns
 * are keys. All sequences and heads have the same mask. The scores have been divided already.
 *
 * <p>For example, three positions and scores that are all the same: position 0 has the weights [1 0
 * 0], position 1 has [1/2 1/2 0], position 2 has [1/3 1/3 1/3].
 *
 * <p>Vaswani et al., Attention Is All You Need, section 3.2.3, the third use of attention.
 */
@FunctionalInterface
@Exercise(
    id = "9.1",
    name = "causalMask",
    points = 10,
    claims = {56},
    tests = CausalMaskChecks.class)
public interface CausalMask {

  /**
   * The weights of a decoder's self-attention.
   *
   * @param scores before the mask (B, H, T, T)
   * @return weights (B, H, T, T), rows sum to 1
   */
  Tensor weights(Tensor scores);
}
