package org.attentionlab.exercises.lesson02;

import java.util.function.DoubleUnaryOperator;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 2.4. */
@ChecksOf(AdditiveScores.class)
public final class AdditiveScoresChecks {

  private static final String GIVEN =
      "query [1], keys [0 1], [1 0], W [[.5 -.5] [1 0] [0 .5]], v [1 2]";

  private final AdditiveScores answer;

  AdditiveScoresChecks(AdditiveScores answer) {
    this.answer = answer;
  }

  private static Tensor query() {
    return Tensor.of(new float[] {1}, 1, 1, 1);
  }

  private static Tensor keys() {
    return Tensor.of(new float[] {0, 1, 1, 0}, 1, 2, 2);
  }

  private static Tensor w() {
    return Tensor.of(new float[] {.5f, -.5f, 1, 0, 0, .5f}, 3, 2);
  }

  private static Tensor v() {
    return Tensor.vector(1, 2);
  }

  private Tensor scores() {
    return answer.scores(query(), keys(), w(), v());
  }

  @Test
  @Mechanism("2.4.1 the score is v times the tanh of W [q; k]")
  @Points(3)
  @Hint({Lesson02Hints.ADDITIVE_1, Lesson02Hints.ADDITIVE_2, Lesson02Hints.ADDITIVE_3})
  void scoreIsTheSmallNetwork() {
    Expect.that("scores", scores())
        .given(GIVEN)
        .mistake(
            "no-tanh",
            "The tanh is missing: without it the score is the query's part plus the key's part.",
            () -> hiddenBy(x -> x))
        .mistake(
            "sigmoid",
            "This is a sigmoid, from 0 to 1; the tanh goes from -1 to 1.",
            () -> hiddenBy(x -> 1 / (1 + Math.exp(-x))))
        .mistake(
            "tanh-last",
            "The tanh comes before v, not after it.",
            () -> Grid.of(new double[][][] {{{Math.tanh(.5), Math.tanh(.5)}}}))
        .mistake(
            "keys-first",
            "This is W [k; q]: the first rows of W belong to the query.",
            () -> Grid.of(new double[][][] {{{Math.tanh(1) + 2 * Math.tanh(.5), Math.tanh(.5)}}}))
        .equalTo(hiddenBy(Math::tanh));
  }

  /** The hidden layer sees [.5 0] for the first key and [1.5 -.5] for the second. */
  private static Grid hiddenBy(DoubleUnaryOperator f) {
    double first = f.applyAsDouble(.5) + 2 * f.applyAsDouble(0);
    double second = f.applyAsDouble(1.5) + 2 * f.applyAsDouble(-.5);
    return Grid.of(new double[][][] {{{first, second}}});
  }

  @Test
  @Mechanism("2.4.2 one number for each query and key")
  @Points(1)
  @Hint({Lesson02Hints.SUMMED_1, Lesson02Hints.SUMMED_2, Lesson02Hints.SUMMED_3})
  void oneNumberForEachPair() {
    Expect.that("scores", scores().shape())
        .given(GIVEN + ", shape of the scores")
        .mistake(
            "vector-per-key",
            "These are the hidden numbers of each pair: v makes one number of them.",
            () -> Grid.of(new double[] {1, 1, 2, 2}))
        .equalTo(Grid.of(new double[] {1, 1, 2}));
  }

  @Test
  @Mechanism("2.4.3 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson02Hints.KEPT_1, Lesson02Hints.KEPT_2, Lesson02Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor query = query();
    Tensor keys = keys();
    Tensor w = w();
    Tensor v = v();
    String given = GIVEN + ", scores " + answer.scores(query, keys, w, v).shapeString();
    Expect.that("query after the call", query).given(given).equalTo(Grid.of(query()));
    Expect.that("keys after the call", keys)
        .given(given)
        .mistake(
            "projected-in-place",
            "The keys times W have been written into the keys that came in.",
            () -> Grid.of(new double[][][] {{{0, .5}, {1, 0}}}))
        .equalTo(Grid.of(keys()));
    Expect.that("W after the call", w).given(given).equalTo(Grid.of(w()));
    Expect.that("v after the call", v).given(given).equalTo(Grid.of(v()));
  }
}
