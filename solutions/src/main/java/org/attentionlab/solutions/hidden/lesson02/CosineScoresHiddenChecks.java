package org.attentionlab.solutions.hidden.lesson02;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.attentionlab.exercises.lesson02.CosineScores;
import org.attentionlab.exercises.lesson02.Lesson02Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 2.2. */
@ChecksOf(CosineScores.class)
public final class CosineScoresHiddenChecks {

  private static final double[] CONSTANTS = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};

  private final CosineScores answer;

  CosineScoresHiddenChecks(CosineScores answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("2.2.1 the score is the cosine of the angle")
  @Points(2)
  @Hint({Lesson02Hints.ANGLE_1, Lesson02Hints.ANGLE_2, Lesson02Hints.ANGLE_3})
  void scoreIsTheCosine() {
    for (int d : PairCase.WIDTHS) {
      expectCosine(PairCase.ofWidth(d));
    }
    expectCosine(PairCase.large(16));
  }

  private void expectCosine(PairCase input) {
    Expect.that("scores", answer.scores(input.queries(), input.keys()))
        .given(input.given())
        .mistake(
            "dot",
            "This is the dot product: divide by both lengths.",
            () -> input.scores(PairScore::dot))
        .mistake(
            "keys-only",
            "This is divided by the length of the key alone: the query has a length too.",
            () -> input.scores((q, k) -> PairScore.dot(q, k) / PairScore.length(k)))
        .mistake(
            "squared-lengths",
            "This is divided by the squares of the lengths: a length is a root.",
            () ->
                input.scores(
                    (q, k) -> PairScore.dot(q, k) / (PairScore.dot(q, q) * PairScore.dot(k, k))))
        .equalTo(input.scores(PairScore::cosine));
  }

  @Test
  @Mechanism("2.2.2 a vector of zeros scores 0")
  @Points(1)
  @Hint({Lesson02Hints.ZERO_1, Lesson02Hints.ZERO_2, Lesson02Hints.ZERO_3})
  void zeroVectorScoresZero() {
    for (int d : PairCase.WIDTHS) {
      PairCase input = PairCase.ofWidth(d);
      Arrays.fill(input.q[1][2], 0);
      Arrays.fill(input.k[0][3], 0);
      Expect.that("scores", answer.scores(input.queries(), input.keys()))
          .given(input.given() + ", queries[1][2] and keys[0][3] all 0")
          .mistake(
              "zero-vector",
              "The length of a vector of zeros is 0, and 0 / 0 is NaN.",
              () -> input.scores(PairScore::cosine))
          .equalTo(input.scores(CosineScoresHiddenChecks::safe));
    }
  }

  private static double safe(double[] q, double[] k) {
    double product = PairScore.length(q) * PairScore.length(k);
    return product == 0 ? 0 : PairScore.dot(q, k) / product;
  }

  @Test
  @Mechanism("2.2.3 a short vector keeps its angle")
  @Points(1)
  @Hint({Lesson02Hints.SHORT_1, Lesson02Hints.SHORT_2, Lesson02Hints.SHORT_3})
  void shortVectorKeepsItsAngle() {
    for (int d : PairCase.WIDTHS) {
      PairCase input = PairCase.ofWidth(d);
      double[][][] shortKeys = scaledToLength(input.k, .0005);
      Expect expect =
          Expect.that("scores", answer.scores(input.queries(), Samples.tensor(shortKeys)))
              .given(input.given() + ", keys of length .0005");
      for (double constant : CONSTANTS) {
        expect
            .mistake(
                "coarse-epsilon",
                "The constant against zero is not small beside a length of .0005.",
                () -> scores(input.q, shortKeys, x -> x + constant))
            .mistake(
                "coarse-epsilon",
                "The constant inside the root is not small beside a length of .0005.",
                () -> scores(input.q, shortKeys, x -> Math.sqrt(x * x + constant)))
            .mistake(
                "coarse-epsilon",
                "The constant beside both lengths is not small beside their product.",
                () -> besideTheProduct(input.q, shortKeys, constant));
      }
      expect.equalTo(scores(input.q, shortKeys, x -> x));
    }
  }

  private static Grid besideTheProduct(double[][][] q, double[][][] k, double constant) {
    PairScore score =
        (x, y) -> PairScore.dot(x, y) / (PairScore.length(x) * PairScore.length(y) + constant);
    return score.grid(q, k);
  }

  private static double[][][] scaledToLength(double[][][] vectors, double wanted) {
    double[][][] scaled = new double[vectors.length][vectors[0].length][vectors[0][0].length];
    for (int b = 0; b < vectors.length; b++) {
      for (int i = 0; i < vectors[b].length; i++) {
        double length = PairScore.length(vectors[b][i]);
        for (int c = 0; c < vectors[b][i].length; c++) {
          scaled[b][i][c] = (float) (vectors[b][i][c] * wanted / length);
        }
      }
    }
    return scaled;
  }

  /** Cosines with lengths as somebody computes them. */
  private static Grid scores(double[][][] q, double[][][] k, DoubleUnaryOperator length) {
    PairScore score =
        (x, y) ->
            PairScore.dot(x, y)
                / (length.applyAsDouble(PairScore.length(x))
                    * length.applyAsDouble(PairScore.length(y)));
    return score.grid(q, k);
  }

  @Test
  @Mechanism("2.2.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson02Hints.KEPT_1, Lesson02Hints.KEPT_2, Lesson02Hints.KEPT_3})
  void inputsAreLeftAlone() {
    PairCase input = PairCase.ofWidth(3);
    Tensor queries = input.queries();
    Tensor keys = input.keys();
    String given = input.given() + ", scores " + answer.scores(queries, keys).shapeString();
    Expect.that("queries after the call", queries)
        .given(given)
        .mistake(
            "normalised-in-place",
            "The queries themselves have been divided; they belong to the caller.",
            () -> Grid.of(scaledToLength(input.q, 1)))
        .equalTo(Grid.of(input.q));
    Expect.that("keys after the call", keys).given(given).equalTo(Grid.of(input.k));
  }
}
