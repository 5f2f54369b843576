package org.attentionlab.exercises.lesson02;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 2.1. */
@ChecksOf(DotScores.class)
public final class DotScoresChecks {

  private static final String GIVEN = "queries [3 4], [1 0], keys [3 4], [4 -3], [0 2]";
  private static final double[][][] RIGHT = {{{25, 0, 8}, {3, 4, 0}}};

  private final DotScores answer;

  DotScoresChecks(DotScores answer) {
    this.answer = answer;
  }

  private static Tensor queries() {
    return Tensor.of(new float[] {3, 4, 1, 0}, 1, 2, 2);
  }

  private static Tensor keys() {
    return Tensor.of(new float[] {3, 4, 4, -3, 0, 2}, 1, 3, 2);
  }

  @Test
  @Mechanism("2.1.1 one number for each query and key")
  @Points(1)
  @Hint({Lesson02Hints.ONE_NUMBER_1, Lesson02Hints.ONE_NUMBER_2, Lesson02Hints.ONE_NUMBER_3})
  void oneNumberForEachPair() {
    Expect.that("scores", answer.scores(queries(), keys()).shape())
        .given(GIVEN + ", shape of the scores")
        .mistake(
            "turned",
            "Rows and columns are swapped: a row belongs to a query, a column to a key.",
            () -> Grid.of(new double[] {1, 3, 2}))
        .mistake(
            "products",
            "These are the products before they are added up: one number for each pair is asked"
                + " for.",
            () -> Grid.of(new double[] {1, 2, 3, 2}))
        .equalTo(Grid.of(new double[] {1, 2, 3}));
  }

  @Test
  @Mechanism("2.1.2 the score is the dot product")
  @Points(3)
  @Hint({Lesson02Hints.DOT_1, Lesson02Hints.DOT_2, Lesson02Hints.DOT_3})
  void scoreIsTheDotProduct() {
    Expect.that("scores", answer.scores(queries(), keys()))
        .given(GIVEN)
        .mistake(
            "scaled",
            "This is divided by the root of the width: the scaled score of lesson 4.",
            () -> scaled())
        .mistake(
            "cosine",
            "This is the cosine: lengths count in the dot product.",
            () -> Grid.of(new double[][][] {{{1, 0, .8}, {.6, .8, 0}}}))
        .mistake(
            "weights",
            "These are weights: the softmax comes after the scores.",
            () -> Grid.of(new double[][][] {{{1, 0, 0}, {.265388, .721399, .013213}}}))
        .equalTo(Grid.of(RIGHT));
  }

  private static Grid scaled() {
    double r = Math.sqrt(2);
    return Grid.of(new double[][][] {{{25 / r, 0, 8 / r}, {3 / r, 4 / r, 0}}});
  }

  @Test
  @Mechanism("2.1.3 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson02Hints.KEPT_1, Lesson02Hints.KEPT_2, Lesson02Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor queries = queries();
    Tensor keys = keys();
    String given = GIVEN + ", scores " + answer.scores(queries, keys).shapeString();
    Expect.that("queries after the call", queries)
        .given(given)
        .mistake(
            "scaled-in-place",
            "The queries themselves have been divided; they belong to the caller.",
            () -> Grid.of(queries().div(Math.sqrt(2))))
        .equalTo(Grid.of(queries()));
    Expect.that("keys after the call", keys).given(given).equalTo(Grid.of(keys()));
  }
}
