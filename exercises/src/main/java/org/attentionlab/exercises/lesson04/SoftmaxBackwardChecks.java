package org.attentionlab.exercises.lesson04;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 4.3, on numbers that a pencil reaches. */
@ChecksOf(SoftmaxBackward.class)
public final class SoftmaxBackwardChecks {

  private final SoftmaxBackward answer;

  SoftmaxBackwardChecks(SoftmaxBackward answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("4.3.1 every score answers for every weight of its row")
  @Points(7)
  @Hint({Lesson04Hints.JACOBIAN_1, Lesson04Hints.JACOBIAN_2, Lesson04Hints.JACOBIAN_3})
  void fullJacobian() {
    Tensor weights = Tensor.of(new float[] {.5f, .25f, .25f}, 1, 1, 3);
    Tensor gradient = Tensor.of(new float[] {1, 2, 4}, 1, 1, 3);
    Expect.that("gradient", answer.scoresGradient(weights, gradient))
        .given("weights .5 .25 .25, gradient 1 2 4")
        .mistake(
            "diagonal-only",
            "This is the Jacobian's diagonal alone: a score moves the other weights too.",
            () -> row(.25, .375, .75))
        .mistake(
            "no-sum", "This is w g: the sum of g w over the row is missing.", () -> row(.5, .5, 1))
        .mistake("sign", "This has the wrong sign.", () -> row(.5, 0, -.5))
        .mistake(
            "no-weights", "This is g minus the sum: the factor w is missing.", () -> row(-1, 0, 2))
        .mistake(
            "plain-sum",
            "This subtracts the plain sum of g: each term carries its weight.",
            () -> row(-3, -1.25, -.75))
        .equalTo(row(-.5, 0, .5));
  }

  @Test
  @Mechanism("4.3.2 every row stands for itself")
  @Points(5)
  @Hint({Lesson04Hints.ONE_ROW_1, Lesson04Hints.ONE_ROW_2, Lesson04Hints.ONE_ROW_3})
  void rowsStandForThemselves() {
    Tensor weights = Tensor.of(new float[] {.5f, .5f, .25f, .75f}, 1, 2, 2);
    Tensor gradient = Tensor.of(new float[] {1, 0, 0, 4}, 1, 2, 2);
    Expect.that("gradient", answer.scoresGradient(weights, gradient))
        .given("weights .5 .5 and .25 .75, gradient 1 0 and 0 4")
        .mistake(
            "over-queries",
            "This sums over the queries; the sum runs over the keys of one row.",
            () -> Grid.of(new double[][][] {{{.25, -1.5}, {-.125, .75}}}))
        .mistake(
            "over-everything",
            "This sums over all rows at once; each row has a sum of its own.",
            () -> Grid.of(new double[][][] {{{-1.25, -1.75}, {-.875, .375}}}))
        .equalTo(Grid.of(new double[][][] {{{.25, -.25}, {-.75, .75}}}));
  }

  @Test
  @Mechanism("4.3.3 a row of zeros stays a row of zeros")
  @Points(2)
  @Hint({Lesson04Hints.ZERO_ROW_1, Lesson04Hints.ZERO_ROW_2, Lesson04Hints.ZERO_ROW_3})
  void zeroRowStaysZero() {
    Tensor weights = Tensor.of(new float[] {0, 0}, 1, 1, 2);
    Tensor gradient = Tensor.of(new float[] {3, -1}, 1, 1, 2);
    Expect.that("gradient", answer.scoresGradient(weights, gradient))
        .given("weights 0 0, gradient 3 -1")
        .mistake(
            "renormalised",
            "This divides the weights by their sum, which is 0 here.",
            () -> row(Double.NaN, Double.NaN))
        .equalTo(row(0, 0));
  }

  @Test
  @Mechanism("4.3.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson04Hints.KEPT_1, Lesson04Hints.KEPT_2, Lesson04Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor weights = Tensor.of(new float[] {.5f, .25f, .25f}, 1, 1, 3);
    Tensor gradient = Tensor.of(new float[] {1, 2, 4}, 1, 1, 3);
    String given = "result " + answer.scoresGradient(weights, gradient).shapeString();
    Expect.that("weights after the call", weights).given(given).equalTo(row(.5, .25, .25));
    Expect.that("gradient after the call", gradient)
        .given(given)
        .mistake(
            "result-in-input",
            "The result has been written into the gradient that came in.",
            () -> row(-.5, 0, .5))
        .equalTo(row(1, 2, 4));
  }

  private static Grid row(double... values) {
    return Grid.of(new double[][][] {{values}});
  }
}
