package org.attentionlab.solutions;

import java.util.Arrays;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.attention.Mask;
import org.attentionlab.exercises.lesson09.CausalMask;
import org.attentionlab.exercises.lesson09.CrossAttention;
import org.attentionlab.exercises.lesson09.GreedyDecode;
import org.attentionlab.exercises.lesson09.ShiftRight;
import org.attentionlab.tensor.Tensor;

/** What a decoder may see, what it reads, how it looks at the source, and how it writes. */
public final class Lesson09 {

  /** Exercise 9.1: weights that never fall on the future. */
  public final CausalMask causalMask =
      scores -> {
        // BEGIN SOLUTION
        int positions = scores.size(-1);
        boolean[][] visible = new boolean[positions][positions];
        for (int i = 0; i < positions; i++) {
          Arrays.fill(visible[i], 0, i + 1, true); // itself included
        }
        return Mask.of(visible).hide(scores).softmax(-1); // (B, H, T, T)
        // END SOLUTION
      };

  /** Exercise 9.2: what the decoder reads. */
  public final ShiftRight shiftRight =
      (target, begin) -> {
        // BEGIN SOLUTION
        int[][] shifted = new int[target.length][target[0].length];
        for (int b = 0; b < target.length; b++) {
          shifted[b][0] = begin;
          System.arraycopy(target[b], 0, shifted[b], 1, target[b].length - 1);
        }
        return shifted;
        // END SOLUTION
      };

  /** Exercise 9.3: the decoder looks at the source. */
  public final CrossAttention crossAttention =
      (decoder, memory, lengths, parameters) -> {
        // BEGIN SOLUTION
        Tensor q = decoder.matmul(parameters.wQ()); // (B, T, dK)
        Tensor k = memory.matmul(parameters.wK()); // (B, S, dK)
        Tensor v = memory.matmul(parameters.wV()); // (B, S, dV)
        Tensor scores = q.matmul(k.transpose()).div(Math.sqrt(q.size(-1))); // (B, T, S)
        Mask real = Mask.padding(lengths, memory.size(1)); // (B, 1, S)
        Tensor weights = real.hide(scores).softmax(-1); // (B, T, S)
        return new AttentionResult(weights.matmul(v), weights);
        // END SOLUTION
      };

  /** Exercise 9.4: the likeliest token, again and again. */
  public final GreedyDecode greedyDecode =
      (model, maxTokens) -> {
        // BEGIN SOLUTION
        int[] best = model.logits().argmax(-1); // of each state; of equals the first
        int[] written = new int[maxTokens];
        int length = 0;
        int state = 0;
        while (length < maxTokens && best[state] != model.end()) {
          written[length] = best[state];
          state = model.next()[state][written[length]];
          length++;
        }
        return Arrays.copyOf(written, length);
        // END SOLUTION
      };
}
