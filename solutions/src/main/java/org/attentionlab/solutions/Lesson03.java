package org.attentionlab.solutions;

import org.attentionlab.exercises.lesson03.AlignmentStep;
import org.attentionlab.exercises.lesson03.Context;
import org.attentionlab.exercises.lesson03.MaskedSoftmax;
import org.attentionlab.tensor.Tensor;

/** One step of additive attention, its context, and padding. */
public final class Lesson03 {

  /** Exercise 3.1: the weights of one output. */
  public final AlignmentStep alignmentStep =
      (decoderStates, encoderStates, t, parameters) -> {
        // BEGIN SOLUTION
        Tensor before = decoderStates.slice(1, t - 1, t); // s_t-1 (B, 1, dQ)
        Tensor query = before.matmul(parameters.queryWeight()); // (B, 1, dHidden)
        Tensor keys = encoderStates.matmul(parameters.keyWeight()); // (B, S, dHidden)
        Tensor scores = query.add(keys).tanh().mul(parameters.vector()).sum(-1, false); // (B, S)
        return scores.softmax(-1); // (B, S)
        // END SOLUTION
      };

  /** Exercise 3.2: the weighted sum of the states. */
  public final Context context =
      (weights, states) -> {
        // BEGIN SOLUTION
        return weights.unsqueeze(1).matmul(states).squeeze(1); // (B, 1, S) (B, S, dK) -> (B, dK)
        // END SOLUTION
      };

  /** Exercise 3.3: a softmax that leaves padding out. */
  public final MaskedSoftmax maskedSoftmax =
      (scores, lengths) -> {
        // BEGIN SOLUTION
        int places = scores.size(1);
        float[] hidden = scores.toArray();
        for (int b = 0; b < lengths.length; b++) {
          for (int j = lengths[b]; j < places; j++) {
            hidden[b * places + j] = Float.NEGATIVE_INFINITY;
          }
        }
        return Tensor.of(hidden, lengths.length, places).softmax(-1); // (B, S)
        // END SOLUTION
      };
}
