package org.attentionlab.exercises.lesson09;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 9.1, on logarithms of small numbers. */
@ChecksOf(CausalMask.class)
public final class CausalMaskChecks {

  private static final String GIVEN = "scores ln [[1 2 3] [3 1 4] [1 2 1]], one sequence and head";

  private static final double NAN = Double.NaN;

  private final CausalMask answer;

  CausalMaskChecks(CausalMask answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("9.1.1 the future gets no weight")
  @Points(4)
  @Hint({Lesson09Hints.FUTURE_1, Lesson09Hints.FUTURE_2, Lesson09Hints.FUTURE_3})
  void futureGetsNoWeight() {
    Expect.that("weights", answer.weights(scores()))
        .given(GIVEN)
        .mistake(
            "not-masked",
            "Nothing is hidden: position 0 reads what is written after it.",
            () -> rows(1 / 6.0, 1 / 3.0, .5, 3 / 8.0, 1 / 8.0, .5, .25, .5, .25))
        .mistake(
            "past-hidden",
            "The mask is the wrong way round: it hides the past and shows the future.",
            () -> rows(1 / 6.0, 1 / 3.0, .5, 0, .2, .8, 0, 0, 1))
        .mistake(
            "filled-with-zero",
            "A score of 0 is not hidden, for exp(0) is 1; it takes minus infinity.",
            () -> rows(1 / 3.0, 1 / 3.0, 1 / 3.0, .6, .2, .2, .25, .5, .25))
        .mistake(
            "zero-times-infinity",
            "0 times infinity is NaN: choose by the mask, do not multiply it by infinity.",
            () -> rows(NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN))
        .equalTo(right());
  }

  @Test
  @Mechanism("9.1.2 a position sees itself")
  @Points(3)
  @Hint({Lesson09Hints.ITSELF_1, Lesson09Hints.ITSELF_2, Lesson09Hints.ITSELF_3})
  void positionSeesItself() {
    Expect.that("weights", answer.weights(scores()))
        .given(GIVEN)
        .mistake(
            "hides-the-diagonal",
            "The diagonal is hidden: nothing is left for position 0, and 0 / 0 is NaN.",
            () -> rows(NAN, NAN, NAN, 1, 0, 0, 1 / 3.0, 2 / 3.0, 0))
        .mistake(
            "hides-the-diagonal",
            "The diagonal is hidden: nothing is left for position 0.",
            () -> rows(0, 0, 0, 1, 0, 0, 1 / 3.0, 2 / 3.0, 0))
        .equalTo(right());
  }

  @Test
  @Mechanism("9.1.3 what is visible shares a weight of 1")
  @Points(2)
  @Hint({Lesson09Hints.ONE_1, Lesson09Hints.ONE_2, Lesson09Hints.ONE_3})
  void visibleKeysShareTheWeight() {
    Expect.that("weights", answer.weights(scores()))
        .given(GIVEN)
        .mistake(
            "masked-after",
            "The weights are hidden after the softmax, and the rest no longer sums to 1.",
            () -> rows(1 / 6.0, 0, 0, 3 / 8.0, 1 / 8.0, 0, .25, .5, .25))
        .equalTo(right());
    Expect.that("weights", answer.weights(Tensor.of(new float[] {1000, 7, 1000, 0}, 1, 1, 2, 2)))
        .given("scores [[1000 7] [1000 0]]")
        .mistake(
            "overflow",
            "exp(1000) is infinity, and infinity / infinity is NaN.",
            () -> Grid.of(new double[][][][] {{{{NAN, 0}, {NAN, 0}}}}))
        .equalTo(Grid.of(new double[][][][] {{{{1, 0}, {1, 0}}}}));
  }

  @Test
  @Mechanism("9.1.4 the scores are left as they were")
  @Points(1)
  @Hint({Lesson09Hints.SCORES_KEPT_1, Lesson09Hints.SCORES_KEPT_2, Lesson09Hints.SCORES_KEPT_3})
  void scoresAreLeftAlone() {
    double hidden = Double.NEGATIVE_INFINITY;
    Tensor scores = Tensor.of(new float[] {1, 2, 3, 4}, 1, 1, 2, 2);
    Tensor weights = answer.weights(scores);
    Expect.that("scores after the call", scores)
        .given("scores [[1 2] [3 4]], weights " + weights.shapeString())
        .mistake(
            "hidden-in-place",
            "The scores have been hidden in place; they belong to the caller.",
            () -> Grid.of(new double[][][][] {{{{1, hidden}, {3, 4}}}}))
        .equalTo(Grid.of(new double[][][][] {{{{1, 2}, {3, 4}}}}));
  }

  private static Tensor scores() {
    float[] numbers = {1, 2, 3, 3, 1, 4, 1, 2, 1};
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) Math.log(numbers[i]);
    }
    return Tensor.of(numbers, 1, 1, 3, 3);
  }

  private static Grid right() {
    return rows(1, 0, 0, .75, .25, 0, .25, .5, .25);
  }

  private static Grid rows(double... weights) {
    return Grid.of(new int[] {1, 1, 3, 3}, weights);
  }
}
