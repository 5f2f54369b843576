package org.attentionlab.solutions;

import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson04.PermutationProbe;
import org.attentionlab.exercises.lesson04.SelfAttention;
import org.attentionlab.exercises.lesson04.SoftmaxBackward;
import org.attentionlab.tensor.Tensor;

/** The formula by hand, what order means to it, and its derivative. */
public final class Lesson04 {

  /** Exercise 4.1: scaled dot-product attention. */
  public final SelfAttention selfAttention =
      (q, k, v) -> {
        // BEGIN SOLUTION
        Tensor scores = q.matmul(k.transpose()).div((float) Math.sqrt(k.size(-1))); // (B, T, S)
        Tensor weights = scores.softmax(-1); // (B, T, S)
        return new AttentionResult(weights.matmul(v), weights);
        // END SOLUTION
      };

  /** Exercise 4.2: what a permutation does to the weights. */
  public final PermutationProbe permutationProbe =
      (weights, permutation) -> {
        // BEGIN SOLUTION
        int n = permutation.length;
        float[] moved = new float[n * n];
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            moved[i * n + j] = weights.at(permutation[i], permutation[j]);
          }
        }
        return Tensor.of(moved, n, n);
        // END SOLUTION
      };

  /** Exercise 4.3: the derivative of the softmax. */
  public final SoftmaxBackward softmaxBackward =
      (weights, gradient) -> {
        // BEGIN SOLUTION
        Tensor sum = gradient.mul(weights).sum(-1, true); // (B, T, 1)
        return weights.mul(gradient.sub(sum)); // (B, T, S)
        // END SOLUTION
      };
}
