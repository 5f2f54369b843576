package org.attentionlab.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/** Shares of right answers. */
public final class Accuracy {
  private Accuracy() {}

  /**
   * The share of right ids.
   *
   * @param predicted what a model says (N)
   * @param targets what is right (N)
   * @return from 0 to 1
   * @throws IllegalArgumentException if the numbers differ or there is nothing to count
   */
  public static double of(int[] predicted, int[] targets) {
    return of(new int[][] {predicted}, new int[][] {targets}, OptionalInt.empty());
  }

  /**
   * The share of right ids where the target is not an ignored one, such as padding.
   *
   * @param predicted what a model says (B, T)
   * @param targets what is right (B, T)
   * @param ignored the target that marks what does not count; empty where all counts
   * @return from 0 to 1
   * @throws IllegalArgumentException if the shapes differ or there is nothing to count
   */
  public static double of(int[][] predicted, int[][] targets, OptionalInt ignored) {
    requireEqual("Accuracy", "sequences", predicted.length, targets.length);
    long right = 0;
    long counted = 0;
    for (int b = 0; b < targets.length; b++) {
      requireEqual("Accuracy", "ids in sequence " + b, predicted[b].length, targets[b].length);
      for (int t = 0; t < targets[b].length; t++) {
        if (ignored.isEmpty() || targets[b][t] != ignored.getAsInt()) {
          counted++;
          right += predicted[b][t] == targets[b][t] ? 1 : 0;
        }
      }
    }
    requireSome("Accuracy", counted);
    return (double) right / counted;
  }

  /**
   * The share of rows in which the greatest logit is that of the target.
   *
   * @param logits (N, C)
   * @param targets what is right, N classes
   * @return from 0 to 1
   * @throws org.attentionlab.tensor.ShapeException if the logits are not of rank 2
   * @throws IllegalArgumentException if the numbers differ or there is nothing to count
   */
  public static double of(Tensor logits, int[] targets) {
    requireRank(logits, 2);
    return of(logits.argmax(-1), targets);
  }

  /**
   * The share of places in which the greatest logit is that of the target, where the target is not
   * an ignored one.
   *
   * @param logits (B, T, C)
   * @param targets what is right (B, T)
   * @param ignored the target that marks what does not count
   * @return from 0 to 1
   * @throws org.attentionlab.tensor.ShapeException if the logits are not of rank 3
   * @throws IllegalArgumentException if the shapes differ or there is nothing to count
   */
  public static double of(Tensor logits, int[][] targets, int ignored) {
    requireRank(logits, 3);
    int[] best = logits.argmax(-1); // B T
    int length = logits.size(1);
    int[][] predicted = new int[logits.size(0)][];
    for (int b = 0; b < predicted.length; b++) {
      predicted[b] = Arrays.copyOfRange(best, b * length, (b + 1) * length);
    }
    return of(predicted, targets, OptionalInt.of(ignored));
  }

  private static void requireRank(Tensor logits, int rank) {
    if (logits.rank() != rank) {
      throw new ShapeException(
          "Accuracy: the logits are "
              + (rank == 2 ? "(N, C) for int[N]" : "(B, T, C) for int[B][T]")
              + " targets, got "
              + logits.shapeString()
              + ".");
    }
  }

  /**
   * The share of sequences that are right from the first to the last.
   *
   * @param predicted what a model wrote
   * @param targets what is right
   * @return from 0 to 1
   * @throws IllegalArgumentException if the numbers differ or there is nothing to count
   */
  public static double exactMatch(List<int[]> predicted, List<int[]> targets) {
    requireEqual("exactMatch", "sequences", predicted.size(), targets.size());
    requireSome("exactMatch", targets.size());
    long right = 0;
    for (int i = 0; i < targets.size(); i++) {
      right += Arrays.equals(predicted.get(i), targets.get(i)) ? 1 : 0;
    }
    return (double) right / targets.size();
  }

  /**
   * The perplexity that belongs to a mean cross-entropy: between how many equally likely tokens the
   * model wavers.
   *
   * <pre>perplexity = exp(mean of -log p(token))</pre>
   *
   * @param meanCrossEntropy in nats, as {@code crossEntropy} gives it
   * @return 1 at best
   * @throws IllegalArgumentException if it is negative or NaN
   */
  public static double perplexity(double meanCrossEntropy) {
    if (!(meanCrossEntropy >= 0)) {
      throw new IllegalArgumentException(
          "perplexity: a cross-entropy is not negative, but is " + meanCrossEntropy + ".");
    }
    return Math.exp(meanCrossEntropy);
  }

  static void requireEqual(String metric, String what, int predicted, int targets) {
    if (predicted != targets) {
      throw new IllegalArgumentException(
          metric + ": " + predicted + " predicted " + what + " and " + targets + " targets.");
    }
  }

  static void requireSome(String metric, long count) {
    if (count == 0) {
      throw new IllegalArgumentException(
          metric + ": there is nothing to count; is every target padding?");
    }
  }
}
