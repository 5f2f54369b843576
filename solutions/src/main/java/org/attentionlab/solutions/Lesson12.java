package org.attentionlab.solutions;

import java.util.Arrays;
import org.attentionlab.attention.Mask;
import org.attentionlab.exercises.lesson12.AblateHead;
import org.attentionlab.exercises.lesson12.AttentionCost;
import org.attentionlab.exercises.lesson12.MemoryTable;
import org.attentionlab.exercises.lesson12.WordTagger;
import org.attentionlab.tensor.Tensor;

/** Cost, limits, uses: what attention costs, what a head is worth, and a tagger. */
public final class Lesson12 {

  /** Exercise 12.1: every query meets every key, twice. */
  public final AttentionCost attentionCost =
      (queries, keys, heads, dK, dV) -> {
        // BEGIN SOLUTION
        return (long) heads * queries * keys * (dK + dV);
        // END SOLUTION
      };

  /** Exercise 12.2: bytes of scores, full, in a window, in tiles. */
  public final MemoryTable memoryTable =
      (lengths, settings) -> {
        // BEGIN SOLUTION
        long[][] table = new long[lengths.length][];
        for (int row = 0; row < lengths.length; row++) {
          int n = lengths[row];
          long visible = 0;
          for (int i = 0; i < n; i++) {
            int first = Math.max(0, i - settings.radius());
            int last = Math.min(n - 1, i + settings.radius());
            visible += last - first + 1;
          }
          long tile = Math.min(settings.tile(), n);
          long heads = settings.heads();
          table[row] =
              new long[] {
                4 * heads * n * n, 4 * heads * visible, 4 * (tile * tile + 2 * heads * n)
              };
        }
        return table;
        // END SOLUTION
      };

  /** Exercise 12.3: one head gives nothing. */
  public final AblateHead ablateHead =
      (weights, values, wO, head) -> {
        // BEGIN SOLUTION
        int heads = weights.size(1);
        float[] keep = new float[heads];
        Arrays.fill(keep, 1);
        keep[head] = 0;
        Tensor mixtures = weights.matmul(values).mul(Tensor.of(keep, heads, 1, 1)); // (B, H, T, dV)
        Tensor words = mixtures.transpose(1, 2); // (B, T, H, dV)
        return words.reshape(words.size(0), words.size(1), wO.size(0)).matmul(wO);
        // END SOLUTION
      };

  /** Exercise 12.4: tags of words; padding is neither looked at nor judged. */
  public final WordTagger tagger =
      (x, lengths, gold, parameters) -> {
        // BEGIN SOLUTION
        int t = x.size(1);
        Tensor q = x.matmul(parameters.wQ()); // (B, T, dK)
        Tensor k = x.matmul(parameters.wK()); // (B, T, dK)
        Tensor scores = q.matmul(k.transpose()).div(Math.sqrt(q.size(-1))); // (B, T, T)
        Tensor weights = Mask.padding(lengths, t).hide(scores).softmax(-1); // (B, T, T)
        Tensor mixture = weights.matmul(x.matmul(parameters.wV())); // (B, T, dV)
        Tensor logits = mixture.matmul(parameters.wTags()).add(parameters.bias()); // (B, T, C)
        Tensor logSoftmax = logits.logSoftmax(-1);
        int[] best = logits.argmax(-1);
        int[][] tags = new int[lengths.length][];
        double sum = 0;
        for (int b = 0; b < lengths.length; b++) {
          tags[b] = Arrays.copyOfRange(best, b * t, b * t + lengths[b]);
          for (int j = 0; j < lengths[b]; j++) {
            sum -= logSoftmax.at(b, j, gold[b][j]);
          }
        }
        return new WordTagger.Result(logits, tags, sum / Arrays.stream(lengths).sum());
        // END SOLUTION
      };
}
