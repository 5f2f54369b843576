package org.attentionlab.exercises.lesson09;

import org.attentionlab.attention.AttentionResult;
import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Lets a decoder look at what the encoder has read.
 *
 * <p>The queries come from the decoder, the keys and the values from the memory, which is what the
 * last layer of the encoder gave:
 *
 * <pre>
 *   Q = decoder W_Q,   K = memory W_K,   V = memory W_V
 *   weights = softmax(Q K^T / sqrt(dK))                    over the keys
 *   output  = weights V
 * </pre>
 *
 * <p>B is the batch, T the number of places of the target, S that of the source; all may differ,
 * and so may dK, dV and the widths of decoder and memory. There is one head. Every place of the
 * target may see the whole source, but no padding: sentence b has lengths[b] real places, from 0 to
 * S, and what comes after them gets no weight. Where nothing is real, weights and output are 0.
 *
 * <p>The tensor's softmax gives 0 in a row that is minus infinity throughout, and {@code
 * Mask.padding(lengths, S)} is a mask (B, 1, S) of what is real.
 *
 * <p>Vaswani et al., section 3.2.3, the first use of attention.
 */
@FunctionalInterface
@Exercise(
    id = "9.3",
    name = "crossAttention",
    points = 15,
    claims = {55, 57, 59},
    tests = CrossAttentionChecks.class)
public interface CrossAttention {

  /**
   * What the attention has learned.
   *
   * @param wQ W_Q (dDecoder, dK)
   * @param wK W_K (dMemory, dK)
   * @param wV W_V (dMemory, dV)
   */
  record Parameters(Tensor wQ, Tensor wK, Tensor wV) {}

  /**
   * Attends from every place of the target to the source.
   *
   * @param decoder states of the decoder (B, T, dDecoder)
   * @param memory states of the encoder (B, S, dMemory)
   * @param lengths how many states of each source are real (B)
   * @param parameters three matrices
   * @return {@code new AttentionResult(output, weights)}: output (B, T, dV), weights (B, T, S)
   */
  AttentionResult attend(Tensor decoder, Tensor memory, int[] lengths, Parameters parameters);
}
