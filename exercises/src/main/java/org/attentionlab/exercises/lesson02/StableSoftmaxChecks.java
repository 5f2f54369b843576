package org.attentionlab.exercises.lesson02;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 2.5. */
@ChecksOf(StableSoftmax.class)
public final class StableSoftmaxChecks {

  private static final String GIVEN = "scores [0 1 2], [2 2 2]";
  private static final double[] RISING = {.09003057, .24472847, .66524096};

  private final StableSoftmax answer;

  StableSoftmaxChecks(StableSoftmax answer) {
    this.answer = answer;
  }

  private static Tensor scores() {
    return Tensor.of(new float[] {0, 1, 2, 2, 2, 2}, 1, 2, 3);
  }

  @Test
  @Mechanism("2.5.1 every row of weights sums to 1")
  @Points(3)
  @Hint({Lesson02Hints.ROWS_1, Lesson02Hints.ROWS_2, Lesson02Hints.ROWS_3})
  void rowsSumToOne() {
    Grid weights = Expect.that("weights", answer.weights(scores())).given(GIVEN).shaped(1, 2, 3);
    double[] w = weights.values();
    Expect.that("sums of the rows", new double[] {w[0] + w[1] + w[2], w[3] + w[4] + w[5]})
        .given(GIVEN)
        .mistake(
            "over-columns",
            "The columns sum to 1, not the rows: the softmax runs over the keys of one query.",
            () -> Grid.of(new double[] {.88814434, 2.11185566}))
        .mistake(
            "over-everything",
            "All weights together sum to 1: every row has a sum of its own.",
            () -> Grid.of(new double[] {.33380925, .66619075}))
        .equalTo(Grid.of(new double[] {1, 1}));
  }

  @Test
  @Mechanism("2.5.2 weights stand in the ratio of the exponentials")
  @Points(2)
  @Hint({Lesson02Hints.RATIO_1, Lesson02Hints.RATIO_2, Lesson02Hints.RATIO_3})
  void weightsAreExponential() {
    Expect.that("weights", answer.weights(scores()))
        .given(GIVEN)
        .mistake(
            "no-exp",
            "These are the scores divided by their sum: the exponential is missing.",
            () -> Grid.of(new double[][][] {{{0, 1 / 3.0, 2 / 3.0}, thirds()}}))
        .mistake(
            "base-two",
            "These are powers of two: the softmax takes the base e.",
            () -> Grid.of(new double[][][] {{{1 / 7.0, 2 / 7.0, 4 / 7.0}, thirds()}}))
        .equalTo(Grid.of(new double[][][] {{RISING, thirds()}}));
  }

  private static double[] thirds() {
    return new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0};
  }

  @Test
  @Mechanism("2.5.3 large scores stay finite")
  @Points(3)
  @Hint({Lesson02Hints.LARGE_1, Lesson02Hints.LARGE_2, Lesson02Hints.LARGE_3})
  void largeScoresStayFinite() {
    Tensor large = Tensor.of(new float[] {1000, 1001, 1002, -2, -1, 0}, 1, 2, 3);
    double[] lost = {Double.NaN, Double.NaN, Double.NaN};
    Expect.that("weights", answer.weights(large))
        .given("scores [1000 1001 1002], [-2 -1 0]")
        .mistake(
            "overflow",
            "exp(1000) is infinity, and infinity / infinity is NaN.",
            () -> Grid.of(new double[][][] {{lost, RISING}}))
        .mistake(
            "maximum-of-all",
            "One maximum was taken off all rows; beside it the second row vanishes, and 0 / 0 is"
                + " NaN.",
            () -> Grid.of(new double[][][] {{RISING, lost}}))
        .equalTo(Grid.of(new double[][][] {{RISING, RISING}}));
  }

  @Test
  @Mechanism("2.5.4 a masked row has weights of 0")
  @Points(1)
  @Hint({Lesson02Hints.MASKED_1, Lesson02Hints.MASKED_2, Lesson02Hints.MASKED_3})
  void maskedRowIsZero() {
    float no = Float.NEGATIVE_INFINITY;
    Tensor masked = Tensor.of(new float[] {0, no, 0, no, no, no}, 1, 2, 3);
    double nan = Double.NaN;
    Expect.that("weights", answer.weights(masked))
        .given("scores [0 -Infinity 0], [-Infinity -Infinity -Infinity]")
        .mistake(
            "masked-nan",
            "Infinity minus infinity, or 0 / 0, gave NaN where nothing is allowed.",
            () -> Grid.of(new double[][][] {{{.5, 0, .5}, {nan, nan, nan}}}))
        .mistake(
            "masked-even",
            "Where nothing is allowed the weight has been shared out evenly.",
            () -> Grid.of(new double[][][] {{{.5, 0, .5}, thirds()}}))
        .equalTo(Grid.of(new double[][][] {{{.5, 0, .5}, {0, 0, 0}}}));
  }

  @Test
  @Mechanism("2.5.5 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson02Hints.KEPT_1, Lesson02Hints.KEPT_2, Lesson02Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor scores = scores();
    String given = GIVEN + ", weights " + answer.weights(scores).shapeString();
    Expect.that("scores after the call", scores)
        .given(given)
        .mistake(
            "shifted-in-place",
            "The maximum has been taken off the scores themselves; they belong to the caller.",
            () -> Grid.of(new double[][][] {{{-2, -1, 0}, {0, 0, 0}}}))
        .equalTo(Grid.of(scores()));
  }
}
