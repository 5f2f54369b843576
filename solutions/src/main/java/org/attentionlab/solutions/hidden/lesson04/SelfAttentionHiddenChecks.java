package org.attentionlab.solutions.hidden.lesson04;

import java.util.Arrays;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson04.Lesson04Hints;
import org.attentionlab.exercises.lesson04.SelfAttention;
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

/** Graded tests of exercise 4.1. */
@ChecksOf(SelfAttention.class)
public final class SelfAttentionHiddenChecks {

  private static final int[] WIDTHS = {1, 3, 16, 64};

  private final SelfAttention answer;

  SelfAttentionHiddenChecks(SelfAttention answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("4.1.1 every row of weights sums to 1")
  @Points(3)
  @Hint({Lesson04Hints.ROWS_1, Lesson04Hints.ROWS_2, Lesson04Hints.ROWS_3})
  void rowsSumToOne() {
    for (int dK : WIDTHS) {
      AttentionCase input = AttentionCase.ofWidth(dK);
      double[][][] weights = input.shapedWeights(input.ask(answer));
      Expect.that("sums of the rows", sums(weights)).given(input.given()).equalTo(ones());
    }
  }

  @Test
  @Mechanism("4.1.2 scores are divided by sqrt(dK)")
  @Points(6)
  @Hint({Lesson04Hints.SCALE_1, Lesson04Hints.SCALE_2, Lesson04Hints.SCALE_3})
  void scoresAreScaled() {
    for (int dK : WIDTHS) {
      AttentionCase input = AttentionCase.ofWidth(dK);
      Expect.that("weights", input.ask(answer).weights())
          .given(input.given())
          .mistake(
              "no-scaling",
              "This equals the result without scaling.",
              () -> Grid.of(input.weights(1)))
          .mistake(
              "by-d",
              "This equals the result divided by dK, not by its root.",
              () -> Grid.of(input.weights(dK)))
          .mistake(
              "by-sqrt-2",
              "This equals the result divided by sqrt(2).",
              () -> Grid.of(input.weights(Math.sqrt(2))))
          .mistake(
              "by-sqrt-n",
              "This equals the result divided by the root of the number of keys.",
              () -> Grid.of(input.weights(Math.sqrt(AttentionCase.S))))
          .mistake(
              "by-sqrt-n",
              "This equals the result divided by the root of the number of queries.",
              () -> Grid.of(input.weights(Math.sqrt(AttentionCase.T))))
          .mistake(
              "over-queries",
              "This equals the softmax over the queries: the columns sum to 1, not the rows.",
              () -> Grid.of(overQueries(input)))
          .equalTo(Grid.of(input.right()));
    }
  }

  /** Judged by the answer's own weights, so that a wrong scale costs its own points only. */
  @Test
  @Mechanism("4.1.3 the output mixes the values")
  @Points(3)
  @Hint({Lesson04Hints.OUTPUT_1, Lesson04Hints.OUTPUT_2, Lesson04Hints.OUTPUT_3})
  void outputMixesValues() {
    for (int dK : WIDTHS) {
      AttentionCase input = AttentionCase.ofWidth(dK);
      AttentionResult result = input.ask(answer);
      double[][][] weights = input.shapedWeights(result);
      Expect.that("output", result.output())
          .given(input.given())
          .mistake(
              "keys-for-values",
              "This mixes the keys; the values belong there.",
              () -> Grid.of(Formulas.mixture(weights, input.k)))
          .equalTo(Grid.of(Formulas.mixture(weights, input.v)));
    }
  }

  @Test
  @Mechanism("4.1.4 large scores stay finite")
  @Points(2)
  @Hint({Lesson04Hints.LARGE_1, Lesson04Hints.LARGE_2, Lesson04Hints.LARGE_3})
  void largeScoresStayFinite() {
    for (int dK : WIDTHS) {
      AttentionCase input = AttentionCase.large(dK);
      double[][][] weights = input.shapedWeights(input.ask(answer));
      Expect.that("sums of the rows", sums(weights))
          .given(input.given())
          .mistake(
              "overflow",
              "exp(1000) is infinity, and infinity / infinity is NaN.",
              () -> Grid.of(sums(Formulas.naiveSoftmax(scores(input)))))
          .equalTo(ones());
    }
  }

  @Test
  @Mechanism("4.1.5 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson04Hints.KEPT_1, Lesson04Hints.KEPT_2, Lesson04Hints.KEPT_3})
  void inputsAreLeftAlone() {
    AttentionCase input = AttentionCase.ofWidth(3);
    Tensor q = Samples.tensor(input.q);
    Tensor k = Samples.tensor(input.k);
    Tensor v = Samples.tensor(input.v);
    AttentionResult unused = answer.attend(q, k, v);
    String given = input.given() + ", output " + unused.output().shapeString();
    expectLeft("q", q, input.q, given);
    expectLeft("k", k, input.k, given);
    expectLeft("v", v, input.v, given);
  }

  private static void expectLeft(String name, Tensor after, double[][][] before, String given) {
    double divisor = Math.sqrt(before[0][0].length);
    Expect.that(name + " after the call", after)
        .given(given)
        .mistake(
            "scaled-in-place",
            "The input itself has been divided; it belongs to the caller.",
            () -> Grid.of(Formulas.divided(before, divisor)))
        .equalTo(Grid.of(before));
  }

  private static double[][][] scores(AttentionCase input) {
    return Formulas.scores(input.q, input.k, Math.sqrt(input.dK));
  }

  private static double[][][] overQueries(AttentionCase input) {
    return Formulas.turned(Formulas.softmax(Formulas.turned(scores(input))));
  }

  private static double[][] sums(double[][][] weights) {
    return Arrays.stream(Formulas.rowSums(weights))
        .map(matrix -> Arrays.stream(matrix).mapToDouble(row -> row[0]).toArray())
        .toArray(double[][]::new);
  }

  private static Grid ones() {
    double[][] ones = new double[AttentionCase.B][AttentionCase.T];
    Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
    return Grid.of(ones);
  }
}
