package org.attentionlab.solutions;

import org.attentionlab.exercises.lesson02.AdditiveScores;
import org.attentionlab.exercises.lesson02.CosineScores;
import org.attentionlab.exercises.lesson02.DotScores;
import org.attentionlab.exercises.lesson02.GeneralScores;
import org.attentionlab.exercises.lesson02.StableSoftmax;
import org.attentionlab.tensor.Tensor;

/** Four ways to score a query against a key, and the softmax that turns scores into weights. */
public final class Lesson02 {

  /** Exercise 2.1: the dot product. */
  public final DotScores dot =
      (queries, keys) -> {
        // BEGIN SOLUTION
        return queries.matmul(keys.transpose()); // (B, T, S)
        // END SOLUTION
      };

  /** Exercise 2.2: the cosine. */
  public final CosineScores cosine =
      (queries, keys) -> {
        // BEGIN SOLUTION
        Tensor lengthOfQueries = queries.mul(queries).sum(-1, true).add(1e-16).sqrt(); // (B, T, 1)
        Tensor lengthOfKeys = keys.mul(keys).sum(-1, true).add(1e-16).sqrt(); // (B, S, 1)
        Tensor q = queries.div(lengthOfQueries);
        Tensor k = keys.div(lengthOfKeys);
        return q.matmul(k.transpose()); // (B, T, S)
        // END SOLUTION
      };

  /** Exercise 2.3: a matrix between query and key. */
  public final GeneralScores general =
      (queries, w, keys) -> {
        // BEGIN SOLUTION
        Tensor projected = queries.matmul(w); // (B, T, dK)
        return projected.matmul(keys.transpose()); // (B, T, S)
        // END SOLUTION
      };

  /** Exercise 2.4: a small network that looks at both. */
  public final AdditiveScores additive =
      (queries, keys, w, v) -> {
        // BEGIN SOLUTION
        int dQ = queries.size(-1);
        int dK = keys.size(-1);
        Tensor q = queries.matmul(w.slice(0, 0, dQ)); // (B, T, hidden)
        Tensor k = keys.matmul(w.slice(0, dQ, dQ + dK)); // (B, S, hidden)
        Tensor pairs = q.unsqueeze(-2).add(k.unsqueeze(-3)); // (B, T, S, hidden)
        return pairs.tanh().matmul(v); // (B, T, S)
        // END SOLUTION
      };

  /** Exercise 2.5: weights from scores of any size. */
  public final StableSoftmax stableSoftmax =
      scores -> {
        // BEGIN SOLUTION
        Tensor largest = scores.max(-1, true).clamp(-1e30, 1e30); // (B, T, 1), finite
        Tensor e = scores.sub(largest).exp(); // (B, T, S), at most 1
        Tensor sum = e.sum(-1, true).clamp(1, 1e30); // below 1 only where all is masked
        return e.div(sum);
        // END SOLUTION
      };
}
