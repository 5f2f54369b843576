package org.attentionlab.exercises.lesson02;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 2.2. */
@ChecksOf(CosineScores.class)
public final class CosineScoresChecks {

  private static final String GIVEN = "queries [3 4], [1 0], keys [3 4], [4 -3], [0 2]";
  private static final double[] CONSTANTS = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};

  private final CosineScores answer;

  CosineScoresChecks(CosineScores answer) {
    this.answer = answer;
  }

  private static Tensor queries() {
    return Tensor.of(new float[] {3, 4, 1, 0}, 1, 2, 2);
  }

  private static Tensor keys() {
    return Tensor.of(new float[] {3, 4, 4, -3, 0, 2}, 1, 3, 2);
  }

  @Test
  @Mechanism("2.2.1 the score is the cosine of the angle")
  @Points(2)
  @Hint({Lesson02Hints.ANGLE_1, Lesson02Hints.ANGLE_2, Lesson02Hints.ANGLE_3})
  void scoreIsTheCosine() {
    Expect.that("scores", answer.scores(queries(), keys()))
        .given(GIVEN)
        .mistake(
            "dot",
            "This is the dot product: divide by both lengths.",
            () -> Grid.of(new double[][][] {{{25, 0, 8}, {3, 4, 0}}}))
        .mistake(
            "keys-only",
            "This is divided by the length of the key alone: the query has a length too.",
            () -> Grid.of(new double[][][] {{{5, 0, 4}, {.6, .8, 0}}}))
        .mistake(
            "squared-lengths",
            "This is divided by the squares of the lengths: a length is a root.",
            () -> Grid.of(new double[][][] {{{.04, 0, .08}, {.12, .16, 0}}}))
        .equalTo(Grid.of(new double[][][] {{{1, 0, .8}, {.6, .8, 0}}}));
  }

  @Test
  @Mechanism("2.2.2 a vector of zeros scores 0")
  @Points(1)
  @Hint({Lesson02Hints.ZERO_1, Lesson02Hints.ZERO_2, Lesson02Hints.ZERO_3})
  void zeroVectorScoresZero() {
    Tensor zeroAndOther = Tensor.of(new float[] {0, 0, 3, 4}, 1, 2, 2);
    Tensor query = Tensor.of(new float[] {3, 4}, 1, 1, 2);
    Expect.that("scores", answer.scores(query, zeroAndOther))
        .given("query [3 4], keys [0 0], [3 4]")
        .mistake(
            "zero-vector",
            "The length of a vector of zeros is 0, and 0 / 0 is NaN.",
            () -> Grid.of(new double[][][] {{{Double.NaN, 1}}}))
        .equalTo(Grid.of(new double[][][] {{{0, 1}}}));
  }

  @Test
  @Mechanism("2.2.3 a short vector keeps its angle")
  @Points(1)
  @Hint({Lesson02Hints.SHORT_1, Lesson02Hints.SHORT_2, Lesson02Hints.SHORT_3})
  void shortVectorKeepsItsAngle() {
    Tensor query = Tensor.of(new float[] {3, 4}, 1, 1, 2);
    Tensor key = Tensor.of(new float[] {.0003f, .0004f}, 1, 1, 2);
    Expect expect =
        Expect.that("scores", answer.scores(query, key)).given("query [3 4], key [.0003 .0004]");
    for (double constant : CONSTANTS) {
      expect
          .mistake(
              "coarse-epsilon",
              "The constant against zero is not small beside a length of .0005.",
              () -> one(.0025 / ((5 + constant) * (.0005 + constant))))
          .mistake(
              "coarse-epsilon",
              "The constant inside the root is not small beside a length of .0005.",
              () -> one(.0025 / Math.sqrt((25 + constant) * (2.5e-7 + constant))))
          .mistake(
              "coarse-epsilon",
              "The constant beside both lengths is not small beside their product of .0025.",
              () -> one(.0025 / (.0025 + constant)));
    }
    expect.equalTo(one(1));
  }

  private static Grid one(double score) {
    return Grid.of(new double[][][] {{{score}}});
  }

  @Test
  @Mechanism("2.2.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson02Hints.KEPT_1, Lesson02Hints.KEPT_2, Lesson02Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor queries = queries();
    Tensor keys = keys();
    String given = GIVEN + ", scores " + answer.scores(queries, keys).shapeString();
    Expect.that("queries after the call", queries)
        .given(given)
        .mistake(
            "normalised-in-place",
            "The queries themselves have been divided; they belong to the caller.",
            () -> Grid.of(new double[][][] {{{.6, .8}, {1, 0}}}))
        .equalTo(Grid.of(queries()));
    Expect.that("keys after the call", keys).given(given).equalTo(Grid.of(keys()));
  }
}
