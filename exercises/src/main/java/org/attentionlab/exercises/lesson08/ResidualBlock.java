package org.attentionlab.exercises.lesson08;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Puts the residual connection and the normalisation around a part of a layer.
 *
 * <p>The part may be attention or a feed-forward network. Here it is the smallest thing that can
 * learn, one matrix, so that you can compute it as often as you need:
 *
 * <pre>
 *   part(z) = z W
 *   norm(z) = z.layerNorm(gain, bias, 1e-5)
 * </pre>
 *
 * <p>The way around the part is always there: its result is added to what came in. There is one
 * normalisation, and where it stands is the whole difference between the two orders:
 *
 * <pre>
 *   post-norm:   norm of (the input plus what the part makes of the input)
 *   pre-norm:    the input plus what the part makes of (the norm of the input)
 * </pre>
 *
 * <p>In one of them the input goes up untouched. Write both; a block never has both norms.
 *
 * <p>B is the batch, T the number of words, d the width of a vector.
 *
 * <p>For example, x = [1 3], W the identity, gain 1 and bias 0: norm(x) is [-1 1]. Pre-norm gives
 * [0 4], post-norm gives [-1 1].
 *
 * <p>Vaswani et al., Attention Is All You Need, section 3.1 (post-norm); Xiong et al., On Layer
 * Normalization in the Transformer Architecture, section 3 (both).
 */
@FunctionalInterface
@Exercise(
    id = "8.2",
    name = "residual",
    points = 10,
    claims = {54},
    tests = ResidualBlockChecks.class)
public interface ResidualBlock {

  /**
   * What the block has learned.
   *
   * @param w W of the part (d, d)
   * @param gain of the normalisation (d)
   * @param bias of the normalisation (d)
   */
  record Parameters(Tensor w, Tensor gain, Tensor bias) {}

  /**
   * Computes the block.
   *
   * @param x what came from below (B, T, d)
   * @param parameters the part, {@code w()} (d, d), and the normalisation, {@code gain()} and
   *     {@code bias()} (d)
   * @param preNorm whether the normalisation stands before the part; otherwise after the sum
   * @return what goes up (B, T, d)
   */
  Tensor apply(Tensor x, Parameters parameters, boolean preNorm);
}
