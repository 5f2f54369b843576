package org.attentionlab.tensor;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * How far predicted classes are from the right ones, straight from the logits.
 *
 * <pre>
 * l_n = -sum_c q_nc log softmax(x_n)_c
 * q_nc = (1 - smoothing) [c = t_n] + smoothing / C
 * dx_n = g (softmax(x_n) - q_n)
 * </pre>
 *
 * <p>Rows whose target is the ignored index count nothing, neither in the sum nor in the number
 * that the mean divides by. Where all are ignored the loss is 0 and its gradient is zero. Label
 * smoothing: Szegedy et al. (2016), "Rethinking the Inception Architecture for Computer Vision",
 * section 7.
 *
 * <p>A class that is impossible, with a logit of minus infinity, costs infinity where it is the
 * target. A NaN or plus infinity among the logits of a row that counts, or a row of minus infinity
 * alone, gives NaN: nothing is hidden.
 *
 * <pre>
 * var loss = CrossEntropy.mean().ignoring(0).smoothing(0.1);
 * loss.loss(logits, targets).backward();     // logits (B, T, C), targets int[B][T]
 * </pre>
 *
 * @param ignored the target that marks a row without one, such as padding
 * @param smoothing how much of each target is spread over all classes, from 0 to 1
 * @param reduction what becomes of the losses of the rows
 */
public record CrossEntropy(OptionalInt ignored, double smoothing, Reduction reduction) {

  /** What becomes of the losses of the rows. */
  public enum Reduction {
    /** Their mean over the rows that are not ignored. */
    MEAN,
    /** Their sum. */
    SUM
  }

  /**
   * Checks the range of the smoothing.
   *
   * @throws IllegalArgumentException if it lies outside of [0, 1]
   */
  public CrossEntropy {
    Objects.requireNonNull(ignored, "CrossEntropy: ignored");
    Objects.requireNonNull(reduction, "CrossEntropy: reduction");
    if (!(smoothing >= 0 && smoothing <= 1)) {
      throw new IllegalArgumentException(
          "CrossEntropy: smoothing lies in [0, 1], but is " + smoothing + ".");
    }
  }

  /**
   * The mean over all rows, nothing ignored, without smoothing.
   *
   * @return the settings
   */
  public static CrossEntropy mean() {
    return new CrossEntropy(OptionalInt.empty(), 0, Reduction.MEAN);
  }

  /**
   * The sum over all rows, nothing ignored, without smoothing.
   *
   * @return the settings
   */
  public static CrossEntropy sum() {
    return new CrossEntropy(OptionalInt.empty(), 0, Reduction.SUM);
  }

  /**
   * The same with an ignored index.
   *
   * @param index the target that marks a row without one
   * @return the settings
   */
  public CrossEntropy ignoring(int index) {
    return new CrossEntropy(OptionalInt.of(index), smoothing, reduction);
  }

  /**
   * The same with another smoothing.
   *
   * @param amount how much of each target is spread over all classes, from 0 to 1
   * @return the settings
   * @throws IllegalArgumentException if it lies outside of [0, 1]
   */
  public CrossEntropy smoothing(double amount) {
    return new CrossEntropy(ignored, amount, reduction);
  }

  /**
   * The loss of rows of logits.
   *
   * @param logits x (N, C)
   * @param targets t, N classes from 0 to C - 1, or the ignored index
   * @return a tensor ()
   * @throws ShapeException if the shapes do not fit
   * @throws IndexOutOfBoundsException if a target is neither a class nor the ignored index
   */
  public Tensor loss(Tensor logits, int[] targets) {
    if (logits.rank() != 2 || logits.size(0) != targets.length) {
      throw new ShapeException(
          "crossEntropy: logits are (N, C) for N targets, got "
              + logits.shapeString()
              + " for "
              + targets.length
              + "."
              + (logits.rank() == 3 ? "\n  Targets of (B, T, C) are int[B][T]." : ""));
    }
    return CrossEntropyLoss.of(this, logits, targets.clone(), targets.length);
  }

  /**
   * The loss of logits for a batch of sequences, which counts every position as a row.
   *
   * @param logits x (B, T, C)
   * @param targets t, B sequences of T classes from 0 to C - 1, or the ignored index
   * @return a tensor ()
   * @throws ShapeException if the shapes do not fit
   * @throws IndexOutOfBoundsException if a target is neither a class nor the ignored index
   */
  public Tensor loss(Tensor logits, int[][] targets) {
    int length = Ids.length("crossEntropy", targets);
    if (logits.rank() != 3 || logits.size(0) != targets.length || logits.size(1) != length) {
      throw new ShapeException(
          "crossEntropy: logits are (B, T, C) for B sequences of T targets, got "
              + logits.shapeString()
              + " for ("
              + targets.length
              + ", "
              + length
              + ").");
    }
    return CrossEntropyLoss.of(
        this, logits, Ids.flat("crossEntropy", targets), targets.length, length);
  }
}
