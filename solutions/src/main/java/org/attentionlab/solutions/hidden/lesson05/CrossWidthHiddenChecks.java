package org.attentionlab.solutions.hidden.lesson05;

import org.attentionlab.exercises.lesson05.CrossWidth;
import org.attentionlab.exercises.lesson05.CrossWidth.Weights;
import org.attentionlab.exercises.lesson05.Lesson05Hints;
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

/** Graded tests of exercise 5.3. */
@ChecksOf(CrossWidth.class)
public final class CrossWidthHiddenChecks {

  private static final double[][] X = Samples.normal(5401, 3, 6);
  private static final double[][] Y = Samples.normal(5402, 5, 7);
  private static final double[][] WQ = Samples.normal(5403, 6, 4);
  private static final double[][] WK = Samples.normal(5404, 7, 4);
  private static final double[][] WV = Samples.normal(5405, 7, 9);
  private static final String GIVEN = "x (3, 6), y (5, 7), dK 4, dV 9";

  private final CrossWidth answer;

  CrossWidthHiddenChecks(CrossWidth answer) {
    this.answer = answer;
  }

  private Tensor ask() {
    return answer.attend(tensor(X), tensor(Y), new Weights(tensor(WQ), tensor(WK), tensor(WV)));
  }

  private static Grid output(double divisor) {
    return mixed(divisor, WV);
  }

  private static Grid mixed(double divisor, double[][] ofValues) {
    double[][][] scores = Formulas.scores(product(X, WQ), product(Y, WK), divisor);
    return Grid.of(Formulas.mixture(Formulas.softmax(scores), product(Y, ofValues))[0]);
  }

  private static Grid even() {
    double[][][] none = new double[1][X.length][Y.length];
    return Grid.of(Formulas.mixture(Formulas.softmax(none), product(Y, WV))[0]);
  }

  private static double[][][] product(double[][] words, double[][] matrix) {
    return Formulas.mixture(new double[][][] {words}, new double[][][] {matrix});
  }

  private static Tensor tensor(Object numbers) {
    return Samples.tensor(numbers);
  }

  @Test
  @Mechanism("5.3.1 scores are divided by the root of the keys' width")
  @Points(5)
  @Hint({Lesson05Hints.SCALE_1, Lesson05Hints.SCALE_2, Lesson05Hints.SCALE_3})
  void scaledByTheKeysWidth() {
    Expect.that("output", ask())
        .given(GIVEN)
        .mistake(
            "scales-by-dv",
            "Scores are divided by sqrt(dV); query and key meet in dK.",
            () -> output(Math.sqrt(WV[0].length)))
        .mistake(
            "scales-by-input",
            "Scores are divided by the root of the input's width.",
            () -> output(Math.sqrt(X[0].length)))
        .mistake("no-scaling", "Scores are not divided.", () -> output(1))
        .equalTo(output(Math.sqrt(WQ[0].length)));
  }

  @Test
  @Mechanism("5.3.2 x asks and y is asked")
  @Points(2)
  @Hint({Lesson05Hints.SIDES_1, Lesson05Hints.SIDES_2, Lesson05Hints.SIDES_3})
  void sides() {
    Expect.that("output", ask())
        .given(GIVEN)
        .mistake(
            "even-weights",
            "Every word of y has the same weight; the question has no say.",
            () -> even())
        .equalTo(output(Math.sqrt(WQ[0].length)));
  }

  @Test
  @Mechanism("5.3.3 the output is as wide as a value")
  @Points(2)
  @Hint({Lesson05Hints.OUTPUT_1, Lesson05Hints.OUTPUT_2, Lesson05Hints.OUTPUT_3})
  void widthOfTheOutput() {
    Expect.that("output", ask())
        .given(GIVEN)
        .mistake(
            "mixes-keys",
            "This mixes the keys; the values belong there.",
            () -> mixed(Math.sqrt(WQ[0].length), WK))
        .equalTo(output(Math.sqrt(WQ[0].length)));
  }

  @Test
  @Mechanism("5.3.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson05Hints.KEPT_1, Lesson05Hints.KEPT_2, Lesson05Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor y = tensor(Y);
    Tensor output = answer.attend(tensor(X), y, new Weights(tensor(WQ), tensor(WK), tensor(WV)));
    Expect.that("y after the call", y)
        .given(GIVEN + ", output " + output.shapeString())
        .equalTo(Grid.of(Y));
  }
}
