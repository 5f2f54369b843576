package org.attentionlab.exercises.lesson03;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 3.3, on rows of three scores. */
@ChecksOf(MaskedSoftmax.class)
public final class MaskedSoftmaxChecks {

  private static final double E = Math.E;

  private final MaskedSoftmax answer;

  MaskedSoftmaxChecks(MaskedSoftmax answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("3.3.1 padding gets no weight")
  @Points(3)
  @Hint({Lesson03Hints.PADDING_1, Lesson03Hints.PADDING_2, Lesson03Hints.PADDING_3})
  void paddingGetsNothing() {
    Expect.that("weights", ask(new float[] {1, 1, 1}, 2))
        .given("scores [1 1 1], length 2")
        .mistake(
            "not-masked",
            "The padding has the weight of a real place.",
            () -> row(1 / 3.0, 1 / 3.0, 1 / 3.0))
        .mistake(
            "masked-with-zero",
            "A score of 0 is not hidden: exp(0) is 1.",
            () -> row(E / (2 * E + 1), E / (2 * E + 1), 1 / (2 * E + 1)))
        .mistake(
            "one-too-few",
            "The last real place is hidden too: lengths count from 1.",
            () -> row(1, 0, 0))
        .equalTo(row(.5, .5, 0));
  }

  @Test
  @Mechanism("3.3.2 the weights of the real places sum to 1")
  @Points(4)
  @Hint({Lesson03Hints.SUM_1, Lesson03Hints.SUM_2, Lesson03Hints.SUM_3})
  void realPlacesSumToOne() {
    double all = 2 * E + Math.exp(2);
    Expect.that("weights", ask(new float[] {1, 1, 2}, 2))
        .given("scores [1 1 2], length 2")
        .mistake(
            "masked-after",
            "The weights are set to 0 after the softmax, and the rest no longer sums to 1.",
            () -> row(E / all, E / all, 0))
        .equalTo(row(.5, .5, 0));
  }

  @Test
  @Mechanism("3.3.3 large scores stay finite")
  @Points(1)
  @Hint({Lesson03Hints.LARGE_1, Lesson03Hints.LARGE_2, Lesson03Hints.LARGE_3})
  void largeScores() {
    Expect.that("weights", ask(new float[] {1000, 0, 5}, 2))
        .given("scores [1000 0 5], length 2")
        .mistake(
            "overflow",
            "exp(1000) is infinity, and infinity / infinity is NaN.",
            () -> row(Double.NaN, 0, 0))
        .equalTo(row(1, 0, 0));
  }

  @Test
  @Mechanism("3.3.4 nothing to look at gives weights of 0")
  @Points(1)
  @Hint({Lesson03Hints.NOTHING_1, Lesson03Hints.NOTHING_2, Lesson03Hints.NOTHING_3})
  void nothingToLookAt() {
    Expect.that("weights", ask(new float[] {1, 2, 3}, 0))
        .given("scores [1 2 3], length 0")
        .mistake(
            "nan-row",
            "0 / 0: a row without real places needs weights of 0.",
            () -> row(Double.NaN, Double.NaN, Double.NaN))
        .mistake(
            "large-negative",
            "A large negative score is not minus infinity: where all places are hidden, they share"
                + " the weight.",
            () -> row(1 / 3.0, 1 / 3.0, 1 / 3.0))
        .equalTo(row(0, 0, 0));
  }

  @Test
  @Mechanism("3.3.5 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson03Hints.KEPT_1, Lesson03Hints.KEPT_2, Lesson03Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor scores = Tensor.of(new float[] {1, 2, 3}, 1, 3);
    Tensor weights = answer.weights(scores, new int[] {2});
    Expect.that("scores after the call", scores)
        .given("scores [1 2 3], length 2, result " + weights.shapeString())
        .mistake(
            "hidden-in-place",
            "The scores have been hidden in place; they belong to the caller.",
            () -> row(1, 2, Double.NEGATIVE_INFINITY))
        .equalTo(row(1, 2, 3));
  }

  private Tensor ask(float[] scores, int length) {
    return answer.weights(Tensor.of(scores, 1, 3), new int[] {length});
  }

  private static Grid row(double a, double b, double c) {
    return Grid.of(new double[][] {{a, b, c}});
  }
}
