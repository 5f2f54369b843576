package org.attentionlab.solutions.hidden.lesson02;

import org.attentionlab.exercises.lesson02.DotScores;
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

/** Graded tests of exercise 2.1. */
@ChecksOf(DotScores.class)
public final class DotScoresHiddenChecks {

  private final DotScores answer;

  DotScoresHiddenChecks(DotScores answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("2.1.1 one number for each query and key")
  @Points(1)
  @Hint({Lesson02Hints.ONE_NUMBER_1, Lesson02Hints.ONE_NUMBER_2, Lesson02Hints.ONE_NUMBER_3})
  void oneNumberForEachPair() {
    for (int d : PairCase.WIDTHS) {
      PairCase input = PairCase.ofWidth(d);
      Expect.that("scores", answer.scores(input.queries(), input.keys()).shape())
          .given(input.given() + ", shape of the scores")
          .mistake(
              "turned",
              "Rows and columns are swapped: a row belongs to a query, a column to a key.",
              () -> Grid.of(new double[] {PairCase.B, PairCase.S, PairCase.T}))
          .mistake(
              "products",
              "These are the products before they are added up: one number for each pair is asked"
                  + " for.",
              () -> Grid.of(new double[] {PairCase.B, PairCase.T, PairCase.S, d}))
          .equalTo(Grid.of(new double[] {PairCase.B, PairCase.T, PairCase.S}));
    }
  }

  @Test
  @Mechanism("2.1.2 the score is the dot product")
  @Points(3)
  @Hint({Lesson02Hints.DOT_1, Lesson02Hints.DOT_2, Lesson02Hints.DOT_3})
  void scoreIsTheDotProduct() {
    for (int d : PairCase.WIDTHS) {
      expectDot(PairCase.ofWidth(d), d);
    }
    expectDot(PairCase.large(16), 16);
  }

  private void expectDot(PairCase input, int d) {
    Expect.that("scores", answer.scores(input.queries(), input.keys()))
        .given(input.given())
        .mistake(
            "scaled",
            "This is divided by the root of the width: the scaled score of lesson 4.",
            () -> input.scores((q, k) -> PairScore.dot(q, k) / Math.sqrt(d)))
        .mistake(
            "cosine",
            "This is the cosine: lengths count in the dot product.",
            () -> input.scores(PairScore::cosine))
        .mistake(
            "weights",
            "These are weights: the softmax comes after the scores.",
            () -> Grid.of(Formulas.softmax(Formulas.scores(input.q, input.k, 1))))
        .equalTo(input.scores(PairScore::dot));
  }

  @Test
  @Mechanism("2.1.3 the inputs are left as they were")
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
            "scaled-in-place",
            "The queries themselves have been divided; they belong to the caller.",
            () -> Grid.of(Samples.times(1 / Math.sqrt(3), input.q)))
        .equalTo(Grid.of(input.q));
    Expect.that("keys after the call", keys).given(given).equalTo(Grid.of(input.k));
  }
}
