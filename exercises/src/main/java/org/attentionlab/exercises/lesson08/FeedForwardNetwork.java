package org.attentionlab.exercises.lesson08;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Computes the second part of a layer: two linear maps with a ReLU between them.
 *
 * <pre>
 *   FFN(x) = max(0, x W_1 + b_1) W_2 + b_2
 * </pre>
 *
 * <p>It maps the vector of every word by itself, with the same numbers for all words. B is the
 * batch, T the number of words; dModel is the width outside (512 in the paper), dFf the width
 * between the maps (2048 in the paper).
 *
 * <p>For example, with x = [2], W_1 = [1 -1], b_1 = [0 0], W_2 one column of 1 and 1, and b_2 =
 * [0]: between the maps stand 2 and -2, of which the ReLU leaves 2 and 0, so the result is 2. So
 * this small network computes the absolute value, which no linear map can.
 *
 * <p>Vaswani et al., Attention Is All You Need, section 3.3, equation 2.
 */
@FunctionalInterface
@Exercise(
    id = "8.3",
    name = "feedForward",
    points = 5,
    claims = {58},
    tests = FeedForwardNetworkChecks.class)
public interface FeedForwardNetwork {

  /**
   * What the network has learned.
   *
   * @param w1 W_1 (dModel, dFf)
   * @param b1 b_1 (dFf)
   * @param w2 W_2 (dFf, dModel)
   * @param b2 b_2 (dModel)
   */
  record Parameters(Tensor w1, Tensor b1, Tensor w2, Tensor b2) {}

  /**
   * Maps every word.
   *
   * @param x one vector for each word (B, T, dModel)
   * @param parameters {@code w1()} (dModel, dFf), {@code b1()} (dFf), {@code w2()} (dFf, dModel)
   *     and {@code b2()} (dModel)
   * @return one vector for each word (B, T, dModel)
   */
  Tensor forward(Tensor x, Parameters parameters);
}
