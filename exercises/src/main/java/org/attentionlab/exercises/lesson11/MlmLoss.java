package org.attentionlab.exercises.lesson11;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * The loss of masked-word prediction: how well the chosen words were guessed, and no others.
 *
 * <pre>
 *   p(b, t) = softmax(logits[b][t])[word that was there]
 *   loss    = mean of -log p(b, t) over all places (b, t) that are asked
 * </pre>
 *
 * <p>What was asked are three tables: the words that were there, what the model has read, and which
 * places are asked. A word that was chosen and stayed as it was counts; a word that was not chosen
 * does not count. The mean is over the asked places of the whole batch, so a sentence with three of
 * them weighs three times as much as a sentence with one. Where no place is asked at all, the loss
 * is 0, and not NaN.
 *
 * <p>Logits may be as large as 1,000, so exp must be kept from overflowing (exercise 2.5).
 *
 * <p>For example, if one place is asked and its logits are 0, 0, 0 and 0, the loss is log 4 =
 * 1.3863.
 *
 * <p>Devlin et al., section 3.1, task 1, and appendix A.2.
 */
@FunctionalInterface
@Exercise(
    id = "11.2",
    name = "mlmLoss",
    points = 10,
    claims = {66},
    tests = MlmLossChecks.class)
public interface MlmLoss {

  /**
   * What was asked of the model.
   *
   * @param words the words that were there (B, T)
   * @param read what the model has read, with words hidden (B, T)
   * @param chosen whether the place is asked (B, T)
   */
  @SuppressWarnings("ArrayRecordComponent") // three tables; nobody compares them
  record Asked(int[][] words, int[][] read, boolean[][] chosen) {}

  /**
   * The loss.
   *
   * @param logits what the model says at each place (B, T, V)
   * @param asked words, what was read, and which places count
   * @return one number
   */
  double loss(Tensor logits, Asked asked);
}
