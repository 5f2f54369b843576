package org.attentionlab.exercises.lesson01;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Takes from every sentence of a padded batch the state after its last real word.
 *
 * <p>Without attention that state is all the decoder gets: the context vector c. Sentences of a
 * batch have different lengths, so the short ones are filled up at their end. The encoder went on
 * over the filling too; what it made there is in the tensor and means nothing.
 *
 * <pre>
 *   c[b] = states[b][lengths[b] - 1]          (B, dHidden)
 * </pre>
 *
 * <p>B is the batch, S the number of steps of the longest sentence.
 *
 * <p>For example, with states of width 1, [1 2 3] and [4 5 6], and lengths 3 and 2, the context
 * vectors are 3 and 5. The 6 belongs to no word.
 *
 * <p>Cho et al., Learning Phrase Representations using RNN Encoder-Decoder, section 2.2.
 */
@FunctionalInterface
@Exercise(
    id = "1.1",
    name = "contextVector",
    points = 5,
    claims = {1},
    tests = ContextVectorChecks.class)
public interface ContextVector {

  /**
   * Picks the last valid states.
   *
   * @param states of the encoder (B, S, dHidden)
   * @param lengths for each sentence how many words are real, 1 to S
   * @return the context vectors (B, dHidden)
   */
  Tensor lastStates(Tensor states, int[] lengths);
}
