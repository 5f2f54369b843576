package org.attentionlab.exercises.lesson10;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * The mean cross-entropy of the words that are there.
 *
 * <p>Sentences of different lengths share a batch: the short ones are filled up with a padding id.
 * What fills up is no word, so it must not count, neither above nor below the fraction bar.
 *
 * <pre>
 *   loss = sum over real (b, t) of -ln softmax(logits[b][t])[target[b][t]] / number of real (b, t)
 * </pre>
 *
 * <p>Legend: B batch, T positions, C classes (the vocabulary). A position is real where its target
 * is not {@code padding}. All real words of a batch count the same, in long sentences and in short
 * ones. Logits may be as large as 1000. A batch without any real word costs 0.
 *
 * <p>For example: two classes, logits all 0, targets [[0 1] [1 9]] and padding 9. Three words are
 * real, each costs ln 2, and the loss is ln 2; dividing by all four positions would give less.
 *
 * <p>Goodfellow et al., Deep Learning, section 6.2.2.3; the stable form is that of lesson 02. The
 * library's {@code CrossEntropy} is to be left out of the answer.
 */
@FunctionalInterface
@Exercise(
    id = "10.4",
    name = "lossIgnoringPadding",
    points = 10,
    claims = {64},
    tests = LossIgnoringPaddingChecks.class)
public interface LossIgnoringPadding {

  /**
   * The loss.
   *
   * @param logits (B, T, C)
   * @param targets B rows of T classes, 0 to C - 1, or {@code padding}
   * @param padding the id that fills up; it may lie outside of 0 to C - 1
   * @return the mean over the real positions, in nats; 0 where there is none
   */
  double loss(Tensor logits, int[][] targets, int padding);
}
