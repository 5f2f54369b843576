package org.attentionlab.exercises.lesson02;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 2.3. */
@ChecksOf(GeneralScores.class)
public final class GeneralScoresChecks {

  private static final String GIVEN =
      "queries [1 2], [0 1], W [[1 2] [0 3]], keys [1 1], [2 0], [0 1]";

  private final GeneralScores answer;

  GeneralScoresChecks(GeneralScores answer) {
    this.answer = answer;
  }

  private static Tensor queries() {
    return Tensor.of(new float[] {1, 2, 0, 1}, 1, 2, 2);
  }

  private static Tensor w() {
    return Tensor.of(new float[] {1, 2, 0, 3}, 2, 2);
  }

  private static Tensor keys() {
    return Tensor.of(new float[] {1, 1, 2, 0, 0, 1}, 1, 3, 2);
  }

  @Test
  @Mechanism("2.3.1 W stands between query and key")
  @Points(2)
  @Hint({Lesson02Hints.GENERAL_1, Lesson02Hints.GENERAL_2, Lesson02Hints.GENERAL_3})
  void matrixStandsBetween() {
    Expect.that("scores", answer.scores(queries(), w(), keys()))
        .given(GIVEN)
        .mistake(
            "w-transposed",
            "This equals the result with W transposed: the query meets W's rows.",
            () -> Grid.of(new double[][][] {{{11, 10, 6}, {5, 4, 3}}}))
        .mistake(
            "no-w",
            "This is the plain dot product: W is missing.",
            () -> Grid.of(new double[][][] {{{3, 2, 2}, {1, 0, 1}}}))
        .equalTo(Grid.of(new double[][][] {{{9, 2, 8}, {3, 0, 3}}}));
  }

  @Test
  @Mechanism("2.3.2 query and key may differ in width")
  @Points(2)
  @Hint({Lesson02Hints.WIDTHS_1, Lesson02Hints.WIDTHS_2, Lesson02Hints.WIDTHS_3})
  void widthsMayDiffer() {
    Tensor query = Tensor.of(new float[] {1, 2}, 1, 1, 2);
    Tensor w = Tensor.of(new float[] {1, 0, 2, 0, 1, 1}, 2, 3);
    Tensor keys = Tensor.of(new float[] {1, 0, 0, 0, 0, 1}, 1, 2, 3);
    Expect.that("scores", answer.scores(query, w, keys))
        .given("query [1 2], W [[1 0 2] [0 1 1]], keys [1 0 0], [0 0 1]")
        .mistake(
            "cut",
            "The wider of the two has been cut to the other's width; W takes all of both.",
            () -> Grid.of(new double[][][] {{{1, 0}}}))
        .equalTo(Grid.of(new double[][][] {{{1, 4}}}));
  }

  @Test
  @Mechanism("2.3.3 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson02Hints.KEPT_1, Lesson02Hints.KEPT_2, Lesson02Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor queries = queries();
    Tensor w = w();
    Tensor keys = keys();
    String given = GIVEN + ", scores " + answer.scores(queries, w, keys).shapeString();
    Expect.that("queries after the call", queries)
        .given(given)
        .mistake(
            "projected-in-place",
            "The queries times W have been written into the queries that came in.",
            () -> Grid.of(new double[][][] {{{1, 8}, {0, 3}}}))
        .equalTo(Grid.of(queries()));
    Expect.that("W after the call", w).given(given).equalTo(Grid.of(w()));
    Expect.that("keys after the call", keys).given(given).equalTo(Grid.of(keys()));
  }
}
