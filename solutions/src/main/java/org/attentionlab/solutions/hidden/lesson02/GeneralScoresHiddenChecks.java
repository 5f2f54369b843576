package org.attentionlab.solutions.hidden.lesson02;

import java.util.Locale;
import org.attentionlab.exercises.lesson02.GeneralScores;
import org.attentionlab.exercises.lesson02.Lesson02Hints;
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

/** Graded tests of exercise 2.3. */
@ChecksOf(GeneralScores.class)
public final class GeneralScoresHiddenChecks {

  /** Widths of queries and keys; no two alike. */
  private static final int[][] DIFFERENT = {{1, 3}, {3, 16}, {16, 1}, {64, 3}};

  private final GeneralScores answer;

  GeneralScoresHiddenChecks(GeneralScores answer) {
    this.answer = answer;
  }

  private static double[][] matrix(int dQ, int dK) {
    return Samples.normal(210 + dQ, dQ, dK);
  }

  private static PairScore right(double[][] w) {
    return PairScore.general(w, w.length, w[0].length);
  }

  @Test
  @Mechanism("2.3.1 W stands between query and key")
  @Points(2)
  @Hint({Lesson02Hints.GENERAL_1, Lesson02Hints.GENERAL_2, Lesson02Hints.GENERAL_3})
  void matrixStandsBetween() {
    for (int d : PairCase.WIDTHS) {
      expectGeneral(PairCase.ofWidth(d), matrix(d, d));
    }
    expectGeneral(PairCase.large(3), matrix(3, 3));
  }

  private void expectGeneral(PairCase input, double[][] w) {
    double[][] turned = Formulas.turned(new double[][][] {w})[0];
    Expect.that("scores", answer.scores(input.queries(), Samples.tensor(w), input.keys()))
        .given(input.given() + ", W square")
        .mistake(
            "w-transposed",
            "This equals the result with W transposed: the query meets W's rows.",
            () -> input.scores(right(turned)))
        .mistake(
            "no-w",
            "This is the plain dot product: W is missing.",
            () -> input.scores(PairScore::dot))
        .equalTo(input.scores(right(w)));
  }

  @Test
  @Mechanism("2.3.2 query and key may differ in width")
  @Points(2)
  @Hint({Lesson02Hints.WIDTHS_1, Lesson02Hints.WIDTHS_2, Lesson02Hints.WIDTHS_3})
  void widthsMayDiffer() {
    for (int[] widths : DIFFERENT) {
      PairCase input = PairCase.ofWidths(widths[0], widths[1]);
      double[][] w = matrix(widths[0], widths[1]);
      int least = Math.min(widths[0], widths[1]);
      Expect.that("scores", answer.scores(input.queries(), Samples.tensor(w), input.keys()))
          .given(input.given() + String.format(Locale.ROOT, ", W (%d, %d)", widths[0], widths[1]))
          .mistake(
              "cut",
              "The wider of the two has been cut to the other's width; W takes all of both.",
              () -> input.scores(PairScore.general(w, least, least)))
          .equalTo(input.scores(right(w)));
    }
  }

  @Test
  @Mechanism("2.3.3 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson02Hints.KEPT_1, Lesson02Hints.KEPT_2, Lesson02Hints.KEPT_3})
  void inputsAreLeftAlone() {
    PairCase input = PairCase.ofWidth(3);
    double[][] matrix = matrix(3, 3);
    Tensor queries = input.queries();
    Tensor w = Samples.tensor(matrix);
    Tensor keys = input.keys();
    String given = input.given() + ", scores " + answer.scores(queries, w, keys).shapeString();
    double[][][] both = {matrix, matrix};
    Expect.that("queries after the call", queries)
        .given(given)
        .mistake(
            "projected-in-place",
            "The queries times W have been written into the queries that came in.",
            () -> Grid.of(Formulas.mixture(input.q, both)))
        .equalTo(Grid.of(input.q));
    Expect.that("W after the call", w).given(given).equalTo(Grid.of(matrix));
    Expect.that("keys after the call", keys).given(given).equalTo(Grid.of(input.k));
  }
}
