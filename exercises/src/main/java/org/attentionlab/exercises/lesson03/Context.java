package org.attentionlab.exercises.lesson03;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Mixes the encoder's states into the context of one output.
 *
 * <pre>
 *   c[b] = sum over j of alpha[b][j] h[b][j]          (B, dK)
 * </pre>
 *
 * <p>Every sentence of the batch has its own weights and its own states; nothing passes from one
 * sentence to another. B is the batch, S the number of states of a sentence.
 *
 * <p>For example, with the states [1 0], [0 1] and [2 2] and the weights .5, .25 and .25, the
 * context is [1 .75].
 *
 * <p>Bahdanau et al., section 3.1, equation 5.
 */
@FunctionalInterface
@Exercise(
    id = "3.2",
    name = "context",
    points = 10,
    claims = {7, 8},
    tests = ContextChecks.class)
public interface Context {

  /**
   * The weighted sums.
   *
   * @param weights alpha (B, S), rows sum to 1
   * @param states h (B, S, dK)
   * @return contexts (B, dK)
   */
  Tensor contexts(Tensor weights, Tensor states);
}
