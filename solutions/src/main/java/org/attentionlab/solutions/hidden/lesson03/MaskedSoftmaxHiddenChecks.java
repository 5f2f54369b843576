package org.attentionlab.solutions.hidden.lesson03;

import java.util.Arrays;
import org.attentionlab.exercises.lesson03.Lesson03Hints;
import org.attentionlab.exercises.lesson03.MaskedSoftmax;
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

/** Graded tests of exercise 3.3. */
@ChecksOf(MaskedSoftmax.class)
public final class MaskedSoftmaxHiddenChecks {

  private static final int[] LENGTHS = {4, 7, 2, 1, 6};
  private static final int PLACES = 7;
  private static final String GIVEN = "scores (5, 7), lengths [4, 7, 2, 1, 6], seed 3700";

  private final MaskedSoftmax answer;

  MaskedSoftmaxHiddenChecks(MaskedSoftmax answer) {
    this.answer = answer;
  }

  private static double[][] scores() {
    return Samples.normal(3700, LENGTHS.length, PLACES);
  }

  /** Softmax over all places after something was put in place of the padding's scores. */
  private static double[][] filled(double[][] scores, double padding) {
    double[][] weights = new double[scores.length][];
    for (int b = 0; b < weights.length; b++) {
      double[] row = scores[b].clone();
      Arrays.fill(row, LENGTHS[b], PLACES, padding);
      weights[b] = Formulas.softmax(row);
    }
    return weights;
  }

  /** The softmax of the first places alone; the others get 0. */
  private static double[][] masked(double[][] scores, int fewer) {
    double[][] weights = new double[scores.length][PLACES];
    for (int b = 0; b < weights.length; b++) {
      int real = LENGTHS[b] - fewer;
      double[] shares = Formulas.softmax(Arrays.copyOf(scores[b], Math.max(real, 0)));
      System.arraycopy(shares, 0, weights[b], 0, shares.length);
    }
    return weights;
  }

  private static double[][] maskedAfter(double[][] scores) {
    double[][] weights = unmasked(scores);
    for (int b = 0; b < weights.length; b++) {
      Arrays.fill(weights[b], LENGTHS[b], PLACES, 0);
    }
    return weights;
  }

  private static double[][] unmasked(double[][] scores) {
    double[][] weights = new double[scores.length][];
    for (int b = 0; b < weights.length; b++) {
      weights[b] = Formulas.softmax(scores[b]);
    }
    return weights;
  }

  @Test
  @Mechanism("3.3.1 padding gets no weight")
  @Points(3)
  @Hint({Lesson03Hints.PADDING_1, Lesson03Hints.PADDING_2, Lesson03Hints.PADDING_3})
  void paddingGetsNothing() {
    double[][] scores = scores();
    Expect.that("weights", ask(scores))
        .given(GIVEN)
        .mistake(
            "not-masked",
            "The padding has the weight of a real place.",
            () -> Grid.of(unmasked(scores)))
        .mistake(
            "masked-with-zero",
            "A score of 0 is not hidden: exp(0) is 1.",
            () -> Grid.of(filled(scores, 0)))
        .mistake(
            "one-too-few",
            "The last real place is hidden too: lengths count from 1.",
            () -> Grid.of(masked(scores, 1)))
        .equalTo(Grid.of(masked(scores, 0)));
  }

  @Test
  @Mechanism("3.3.2 the weights of the real places sum to 1")
  @Points(4)
  @Hint({Lesson03Hints.SUM_1, Lesson03Hints.SUM_2, Lesson03Hints.SUM_3})
  void realPlacesSumToOne() {
    double[][] scores = scores();
    for (int b = 0; b < scores.length; b++) {
      // The padding draws the most, so that what it takes away shows.
      Arrays.fill(scores[b], LENGTHS[b], PLACES, 3);
    }
    Expect.that("weights", ask(scores))
        .given(GIVEN + ", scores of 3 in the padding")
        .mistake(
            "masked-after",
            "The weights are set to 0 after the softmax, and the rest no longer sums to 1.",
            () -> Grid.of(maskedAfter(scores)))
        .equalTo(Grid.of(masked(scores, 0)));
  }

  @Test
  @Mechanism("3.3.3 large scores stay finite")
  @Points(1)
  @Hint({Lesson03Hints.LARGE_1, Lesson03Hints.LARGE_2, Lesson03Hints.LARGE_3})
  void largeScores() {
    Tensor scores = Tensor.of(new float[] {1000, 999, -1000, 20, 900, 1000}, 2, 3);
    double e = Math.E;
    Expect.that("weights", answer.weights(scores, new int[] {2, 2}))
        .given("scores [1000 999 -1000] and [20 900 1000], lengths [2, 2]")
        .mistake(
            "overflow",
            "exp(1000) is infinity, and infinity / infinity is NaN.",
            () -> Grid.of(new double[][] {{Double.NaN, Double.NaN, 0}, {0, Double.NaN, 0}}))
        .equalTo(Grid.of(new double[][] {{e / (e + 1), 1 / (e + 1), 0}, {0, 1, 0}}));
  }

  @Test
  @Mechanism("3.3.4 nothing to look at gives weights of 0")
  @Points(1)
  @Hint({Lesson03Hints.NOTHING_1, Lesson03Hints.NOTHING_2, Lesson03Hints.NOTHING_3})
  void nothingToLookAt() {
    double nan = Double.NaN;
    Tensor scores = Tensor.of(new float[] {3, 1, 4, 1, 2, 7, 1, 8}, 2, 4);
    double[] second = Formulas.softmax(new double[] {2, 7, 1, 8});
    Expect.that("weights", answer.weights(scores, new int[] {0, 4}))
        .given("scores [3 1 4 1] and [2 7 1 8], lengths [0, 4]")
        .mistake(
            "nan-row",
            "0 / 0: a row without real places needs weights of 0.",
            () -> Grid.of(new double[][] {{nan, nan, nan, nan}, second}))
        .mistake(
            "large-negative",
            "A large negative score is not minus infinity: where all places are hidden, they share"
                + " the weight.",
            () -> Grid.of(new double[][] {{.25, .25, .25, .25}, second}))
        .equalTo(Grid.of(new double[][] {{0, 0, 0, 0}, second}));
  }

  @Test
  @Mechanism("3.3.5 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson03Hints.KEPT_1, Lesson03Hints.KEPT_2, Lesson03Hints.KEPT_3})
  void inputsAreLeftAlone() {
    double[][] before = scores();
    Tensor scores = Samples.tensor(before);
    int[] lengths = LENGTHS.clone();
    String given = GIVEN + ", result " + answer.weights(scores, lengths).shapeString();
    Expect.that("scores after the call", scores)
        .given(given)
        .mistake(
            "hidden-in-place",
            "The scores have been hidden in place; they belong to the caller.",
            () -> Grid.of(hiddenScores(before)))
        .equalTo(Grid.of(before));
    Expect.that("lengths after the call", lengths)
        .given(given)
        .equalTo(Grid.of(Arrays.stream(LENGTHS).asDoubleStream().toArray()));
  }

  private static double[][] hiddenScores(double[][] scores) {
    double[][] hidden = new double[scores.length][];
    for (int b = 0; b < hidden.length; b++) {
      hidden[b] = scores[b].clone();
      Arrays.fill(hidden[b], LENGTHS[b], PLACES, Double.NEGATIVE_INFINITY);
    }
    return hidden;
  }

  private Tensor ask(double[][] scores) {
    return answer.weights(Samples.tensor(scores), LENGTHS.clone());
  }
}
