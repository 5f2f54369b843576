package org.attentionlab.solutions.hidden.lesson04;

import java.util.Arrays;
import java.util.Locale;
import org.attentionlab.exercises.lesson04.Lesson04Hints;
import org.attentionlab.exercises.lesson04.SoftmaxBackward;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 4.3. */
@ChecksOf(SoftmaxBackward.class)
public final class SoftmaxBackwardHiddenChecks {

  private static final int[] LENGTHS = {3, 16, 64, 1};

  private final SoftmaxBackward answer;

  SoftmaxBackwardHiddenChecks(SoftmaxBackward answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("4.3.1 every score answers for every weight of its row")
  @Points(7)
  @Hint({Lesson04Hints.JACOBIAN_1, Lesson04Hints.JACOBIAN_2, Lesson04Hints.JACOBIAN_3})
  void fullJacobian() {
    for (int s : LENGTHS) {
      double[][][] w = Formulas.softmax(Samples.normal(800 + s, 1, 1, s));
      double[][][] g = Samples.normal(900 + s, 1, 1, s);
      double[][][] sums = Formulas.rowSums(Formulas.products(g, w));
      Expect.that("gradient", backward(w, g))
          .given(String.format(Locale.ROOT, "weights and gradient (1, 1, %d), seed %d", s, 800 + s))
          .mistake(
              "diagonal-only",
              "This is the Jacobian's diagonal alone: a score moves the other weights too.",
              () -> Oracle.wrong(w, g, sums, (wj, gj, sum) -> wj * (1 - wj) * gj))
          .mistake(
              "no-sum",
              "This is w g: the sum of g w over the row is missing.",
              () -> Oracle.wrong(w, g, sums, (wj, gj, sum) -> wj * gj))
          .mistake(
              "sign",
              "This has the wrong sign.",
              () -> Oracle.wrong(w, g, sums, (wj, gj, sum) -> wj * (sum - gj)))
          .mistake(
              "no-weights",
              "This is g minus the sum: the factor w is missing.",
              () -> Oracle.wrong(w, g, sums, (wj, gj, sum) -> gj - sum))
          .mistake(
              "plain-sum",
              "This subtracts the plain sum of g: each term carries its weight.",
              () -> Oracle.wrong(w, g, Formulas.rowSums(g), (wj, gj, sum) -> wj * (gj - sum)))
          .equalTo(Grid.of(Oracle.softmaxBackward(w, g)));
    }
  }

  @Test
  @Mechanism("4.3.2 every row stands for itself")
  @Points(5)
  @Hint({Lesson04Hints.ONE_ROW_1, Lesson04Hints.ONE_ROW_2, Lesson04Hints.ONE_ROW_3})
  void rowsStandForThemselves() {
    for (int s : LENGTHS) {
      double[][][] w = Formulas.softmax(Samples.normal(810 + s, 2, 4, s));
      double[][][] g = Samples.normal(910 + s, 2, 4, s);
      double[][][] products = Formulas.products(g, w);
      Expect.that("gradient", backward(w, g))
          .given(String.format(Locale.ROOT, "weights and gradient (2, 4, %d), seed %d", s, 810 + s))
          .mistake(
              "over-queries",
              "This sums over the queries; the sum runs over the keys of one row.",
              () ->
                  Oracle.wrong(
                      w, g, Formulas.columnSums(products), (wj, gj, sum) -> wj * (gj - sum)))
          .mistake(
              "over-everything",
              "This sums over all rows at once; each row has a sum of its own.",
              () ->
                  Oracle.wrong(
                      w, g, Formulas.matrixSums(products), (wj, gj, sum) -> wj * (gj - sum)))
          .equalTo(Grid.of(Oracle.softmaxBackward(w, g)));
    }
  }

  @Test
  @Mechanism("4.3.3 a row of zeros stays a row of zeros")
  @Points(2)
  @Hint({Lesson04Hints.ZERO_ROW_1, Lesson04Hints.ZERO_ROW_2, Lesson04Hints.ZERO_ROW_3})
  void zeroRowStaysZero() {
    double[][][] w = Formulas.softmax(Samples.normal(820, 2, 3, 5));
    Arrays.fill(w[1][2], 0);
    double[][][] g = Samples.normal(920, 2, 3, 5);
    double[] got =
        Expect.that("gradient", backward(w, g))
            .given("weights (2, 3, 5), the last row masked, seed 820")
            .shaped(2, 3, 5)
            .values();
    Expect.that("gradient[1][2]", Arrays.copyOfRange(got, 25, 30))
        .given("weights (2, 3, 5), the last row masked, seed 820")
        .mistake(
            "renormalised",
            "This divides the weights by their sum, which is 0 here.",
            () -> {
              double[] nothing = new double[5];
              Arrays.fill(nothing, Double.NaN);
              return Grid.of(nothing);
            })
        .equalTo(Grid.of(new double[5]));
  }

  @Test
  @Mechanism("4.3.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson04Hints.KEPT_1, Lesson04Hints.KEPT_2, Lesson04Hints.KEPT_3})
  void inputsAreLeftAlone() {
    double[][][] w = Formulas.softmax(Samples.normal(830, 2, 3, 5));
    double[][][] g = Samples.normal(930, 2, 3, 5);
    Tensor weights = Samples.tensor(w);
    Tensor gradient = Samples.tensor(g);
    String given = "seed 830, result " + answer.scoresGradient(weights, gradient).shapeString();
    Expect.that("weights after the call", weights).given(given).equalTo(Grid.of(w));
    Expect.that("gradient after the call", gradient)
        .given(given)
        .mistake(
            "result-in-input",
            "The result has been written into the gradient that came in.",
            () -> Grid.of(Oracle.softmaxBackward(w, g)))
        .equalTo(Grid.of(g));
  }

  private Tensor backward(double[][][] weights, double[][][] gradient) {
    return answer.scoresGradient(Samples.tensor(weights), Samples.tensor(gradient));
  }
}
