package org.attentionlab.exercises.lesson03;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Computes where the decoder looks while it makes output t.
 *
 * <p>The decoder has states s[0], s[1], ..., s[T]: s[0] before it has written anything, s[t] after
 * output t. Outputs are counted from 1. To make output t it asks all states h[j] of the encoder,
 * and the one who asks is the state of the step before:
 *
 * <pre>
 *   e[b][j]     = v . tanh(s[b][t - 1] W_q + h[b][j] W_k)       scores (B, S)
 *   alpha[b][:] = softmax(e[b][:])                              weights (B, S), rows sum to 1
 * </pre>
 *
 * <p>B is the batch, S the number of encoder states, dHidden the width of the hidden layer in which
 * query and key meet. There is no padding in this exercise.
 *
 * <p>Bahdanau et al., Neural Machine Translation by Jointly Learning to Align and Translate,
 * section 3.1, equation 6, and appendix A.1.2.
 */
@FunctionalInterface
@Exercise(
    id = "3.1",
    name = "alignmentStep",
    points = 15,
    claims = {7, 8, 12},
    tests = AlignmentStepChecks.class)
public interface AlignmentStep {

  /**
   * What the model has learned.
   *
   * @param queryWeight W_q (dQ, dHidden)
   * @param keyWeight W_k (dK, dHidden)
   * @param vector v (dHidden)
   */
  record Parameters(Tensor queryWeight, Tensor keyWeight, Tensor vector) {}

  /**
   * The weights for output t.
   *
   * @param decoderStates s[0] to s[T] (B, T + 1, dQ)
   * @param encoderStates h (B, S, dK)
   * @param t which output, from 1 to T
   * @param parameters W_q, W_k and v
   * @return alpha (B, S)
   */
  Tensor weights(Tensor decoderStates, Tensor encoderStates, int t, Parameters parameters);
}
