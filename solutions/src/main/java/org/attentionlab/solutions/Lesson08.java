package org.attentionlab.solutions;

import org.attentionlab.exercises.lesson08.FeedForwardNetwork;
import org.attentionlab.exercises.lesson08.LayerNormalization;
import org.attentionlab.exercises.lesson08.ResidualBlock;
import org.attentionlab.tensor.Tensor;

/** What stands around attention: the norm, the way around a part, and the feed-forward network. */
public final class Lesson08 {

  /** Exercise 8.1: every vector by its own mean and variance. */
  public final LayerNormalization layerNorm =
      (x, gain, bias, epsilon) -> {
        // BEGIN SOLUTION
        Tensor centred = x.sub(x.mean(-1, true)); // (B, T, d)
        Tensor variance = centred.mul(centred).mean(-1, true); // (B, T, 1)
        return centred.div(variance.add(epsilon).sqrt()).mul(gain).add(bias);
        // END SOLUTION
      };

  /** Exercise 8.2: one way around, one norm, two places for it. */
  public final ResidualBlock residual =
      (x, parameters, preNorm) -> {
        // BEGIN SOLUTION
        Tensor gain = parameters.gain();
        Tensor bias = parameters.bias();
        if (preNorm) {
          return x.add(x.layerNorm(gain, bias, 1e-5).matmul(parameters.w())); // (B, T, d)
        }
        return x.add(x.matmul(parameters.w())).layerNorm(gain, bias, 1e-5); // (B, T, d)
        // END SOLUTION
      };

  /** Exercise 8.3: two maps and a ReLU. */
  public final FeedForwardNetwork feedForward =
      (x, parameters) -> {
        // BEGIN SOLUTION
        Tensor hidden = x.matmul(parameters.w1()).add(parameters.b1()).relu(); // (B, T, dFf)
        return hidden.matmul(parameters.w2()).add(parameters.b2()); // (B, T, dModel)
        // END SOLUTION
      };
}
