package org.attentionlab.solutions.hidden.lesson02;

import java.util.Arrays;
import org.attentionlab.exercises.lesson02.AdditiveScores;
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

/** Graded tests of exercise 2.4. */
@ChecksOf(AdditiveScores.class)
public final class AdditiveScoresHiddenChecks {

  /** Widths of queries and keys; those of equal width catch a W read in the wrong order. */
  private static final int[][] WIDTHS = {{1, 3}, {3, 3}, {16, 16}, {64, 1}};

  private final AdditiveScores answer;

  AdditiveScoresHiddenChecks(AdditiveScores answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("2.4.1 the score is v times the tanh of W [q; k]")
  @Points(3)
  @Hint({Lesson02Hints.ADDITIVE_1, Lesson02Hints.ADDITIVE_2, Lesson02Hints.ADDITIVE_3})
  void scoreIsTheSmallNetwork() {
    for (int[] widths : WIDTHS) {
      expectNetwork(AdditiveCase.ofWidths(widths[0], widths[1]));
    }
    expectNetwork(new AdditiveCase(3, 3, PairCase.large(3)));
  }

  private void expectNetwork(AdditiveCase net) {
    Expect.that("scores", net.ask(answer))
        .given(net.input.given())
        .mistake(
            "no-tanh",
            "The tanh is missing: without it the score is the query's part plus the key's part.",
            () -> net.scores(x -> x))
        .mistake(
            "sigmoid",
            "This is a sigmoid, from 0 to 1; the tanh goes from -1 to 1.",
            () -> net.scores(x -> 1 / (1 + Math.exp(-x))))
        .mistake("tanh-last", "The tanh comes before v, not after it.", net::tanhLast)
        .mistake(
            "keys-first",
            "This is W [k; q]: the first rows of W belong to the query.",
            net::keysFirst)
        .equalTo(net.scores(Math::tanh));
  }

  @Test
  @Mechanism("2.4.2 one number for each query and key")
  @Points(1)
  @Hint({Lesson02Hints.SUMMED_1, Lesson02Hints.SUMMED_2, Lesson02Hints.SUMMED_3})
  void oneNumberForEachPair() {
    for (int[] widths : WIDTHS) {
      AdditiveCase net = AdditiveCase.ofWidths(widths[0], widths[1]);
      Expect.that("scores", net.ask(answer).shape())
          .given(net.input.given() + ", shape of the scores")
          .mistake(
              "vector-per-key",
              "These are the hidden numbers of each pair: v makes one number of them.",
              () -> Grid.of(new double[] {PairCase.B, PairCase.T, PairCase.S, AdditiveCase.HIDDEN}))
          .equalTo(Grid.of(new double[] {PairCase.B, PairCase.T, PairCase.S}));
    }
  }

  @Test
  @Mechanism("2.4.3 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson02Hints.KEPT_1, Lesson02Hints.KEPT_2, Lesson02Hints.KEPT_3})
  void inputsAreLeftAlone() {
    AdditiveCase net = AdditiveCase.ofWidths(3, AdditiveCase.HIDDEN);
    PairCase input = net.input;
    Tensor queries = input.queries();
    Tensor keys = input.keys();
    Tensor w = Samples.tensor(net.w);
    Tensor v = Samples.tensor(net.v);
    String given = input.given() + ", scores " + answer.scores(queries, keys, w, v).shapeString();
    Expect.that("queries after the call", queries).given(given).equalTo(Grid.of(input.q));
    double[][] lower = Arrays.copyOfRange(net.w, 3, 3 + AdditiveCase.HIDDEN);
    Expect.that("keys after the call", keys)
        .given(given)
        .mistake(
            "projected-in-place",
            "The keys times W have been written into the keys that came in.",
            () -> Grid.of(Formulas.mixture(input.k, new double[][][] {lower, lower})))
        .equalTo(Grid.of(input.k));
    Expect.that("W after the call", w).given(given).equalTo(Grid.of(net.w));
    Expect.that("v after the call", v).given(given).equalTo(Grid.of(net.v));
  }
}
