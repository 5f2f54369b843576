package org.attentionlab.solutions;

import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson06.CountParameters;
import org.attentionlab.exercises.lesson06.MergeHeads;
import org.attentionlab.exercises.lesson06.MultiHead;
import org.attentionlab.exercises.lesson06.SplitHeads;
import org.attentionlab.tensor.Tensor;

/** Heads: cut apart, joined again, at work, and counted. */
public final class Lesson06 {

  /** Exercise 6.1: each head gets its features of every word. */
  public final SplitHeads splitHeads =
      (x, heads) -> {
        // BEGIN SOLUTION
        int width = x.size(2) / heads;
        return x.reshape(x.size(0), x.size(1), heads, width).transpose(1, 2); // (B, H, T, d)
        // END SOLUTION
      };

  /** Exercise 6.2: the heads of a word, side by side. */
  public final MergeHeads mergeHeads =
      x -> {
        // BEGIN SOLUTION
        Tensor words = x.transpose(1, 2); // (B, T, H, d)
        return words.reshape(words.size(0), words.size(1), words.size(2) * words.size(3));
        // END SOLUTION
      };

  /** Exercise 6.3: attention with several heads. */
  public final MultiHead multiHead =
      (x, source, parameters) -> {
        // BEGIN SOLUTION
        int heads = parameters.heads();
        Tensor q = splitHeads.split(x.matmul(parameters.wQ()), heads); // (B, H, T, dK)
        Tensor k = splitHeads.split(source.matmul(parameters.wK()), heads); // (B, H, S, dK)
        Tensor v = splitHeads.split(source.matmul(parameters.wV()), heads); // (B, H, S, dV)
        Tensor scores = q.matmul(k.transpose()).div(Math.sqrt(q.size(-1))); // (B, H, T, S)
        Tensor weights = scores.softmax(-1); // (B, H, T, S)
        Tensor joined = mergeHeads.merge(weights.matmul(v)); // (B, T, H dV)
        return new AttentionResult(joined.matmul(parameters.wO()), weights);
        // END SOLUTION
      };

  /** Exercise 6.4: what it learns. */
  public final CountParameters countParameters =
      (dModel, heads, bias) -> {
        // BEGIN SOLUTION
        long matrices = 4L * dModel * dModel; // H heads of dModel / H are dModel wide
        return bias ? matrices + 4L * dModel : matrices;
        // END SOLUTION
      };
}
