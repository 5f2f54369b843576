package org.attentionlab.exercises.lesson10;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/**
 * Public checks of exercise 10.4. The logits are the logarithms of small whole numbers, so that a
 * word's probability can be read off: of [2 1 1] the first class has 2 / 4.
 */
@ChecksOf(LossIgnoringPadding.class)
public final class LossIgnoringPaddingChecks {

  private static final int[][][] ODDS = {
    {{2, 1, 1}, {1, 8, 1}, {1, 1, 3}},
    {{1, 1, 2}, {2, 2, 1}, {5, 3, 2}}
  };
  private static final int PADDING = 0;
  private static final String GIVEN =
      "logits ln [[[2 1 1] [1 8 1] [1 1 3]] [[1 1 2] [2 2 1] [5 3 2]]],"
          + " targets [[1 1 2] [2 0 0]], padding 0";

  // Four real words have the probabilities 1/4, 8/10, 3/5 and 2/4.
  private static final double RIGHT = .70335268;

  private final LossIgnoringPadding answer;

  LossIgnoringPaddingChecks(LossIgnoringPadding answer) {
    this.answer = answer;
  }

  private double ask() {
    return answer.loss(logits(), new int[][] {{1, 1, 2}, {2, 0, 0}}, PADDING);
  }

  private static Tensor logits() {
    float[] logits = new float[18];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(ODDS[i / 9][i / 3 % 3][i % 3]);
    }
    return Tensor.of(logits, 2, 3, 3);
  }

  @Test
  @Mechanism("10.4.1 the sum is divided by the number of real words")
  @Points(4)
  @Hint({Lesson10Hints.COUNT_1, Lesson10Hints.COUNT_2, Lesson10Hints.COUNT_3})
  void dividedByRealWords() {
    Expect.that("loss", ask())
        .given(GIVEN)
        .mistake(
            "divides-by-all",
            "The sum is divided by all positions: the more padding, the smaller the loss seems.",
            () -> Grid.of(.46890179))
        .mistake(
            "divides-by-sentences",
            "The sum is divided by the number of sentences.",
            () -> Grid.of(1.40670536))
        .mistake(
            "mean-of-means",
            "Each sentence has a mean of its own here, so that words of short ones count more.",
            () -> Grid.of(.69995085))
        .mistake("sum", "This is the sum; divide it by the real words.", () -> Grid.of(2.81341072))
        .equalTo(Grid.of(RIGHT));
  }

  @Test
  @Mechanism("10.4.2 padding costs nothing")
  @Points(2)
  @Hint({Lesson10Hints.PADDING_1, Lesson10Hints.PADDING_2, Lesson10Hints.PADDING_3})
  void paddingCostsNothing() {
    Expect.that("loss", ask())
        .given(GIVEN)
        .mistake(
            "padding-counts",
            "Padding counts like a word: the model would be praised for writing padding.",
            () -> Grid.of(.73714144))
        .mistake(
            "padding-in-the-sum",
            "The losses of padding are in the sum; only the count leaves them out.",
            () -> Grid.of(1.10571216))
        .equalTo(Grid.of(RIGHT));
  }

  @Test
  @Mechanism("10.4.3 a word costs minus the logarithm of its probability")
  @Points(1)
  @Hint({Lesson10Hints.WORD_1, Lesson10Hints.WORD_2, Lesson10Hints.WORD_3})
  void costOfAWord() {
    Expect.that("loss", ask())
        .given(GIVEN)
        .mistake(
            "no-softmax",
            "The logits have been taken as they are; the softmax is missing.",
            () -> Grid.of(-.96780077))
        .mistake(
            "not-negated",
            "The sign is missing: a logarithm of a probability is below 0, a loss above.",
            () -> Grid.of(-RIGHT))
        .mistake(
            "base-two", "These are bits; take the natural logarithm.", () -> Grid.of(1.01472342))
        .equalTo(Grid.of(RIGHT));
  }

  @Test
  @Mechanism("10.4.4 large logits give a finite loss")
  @Points(2)
  @Hint({Lesson10Hints.LARGE_1, Lesson10Hints.LARGE_2, Lesson10Hints.LARGE_3})
  void largeLogits() {
    Tensor logits = Tensor.of(new float[] {1000, 0, 0, 1000}, 1, 2, 2);
    Expect.that("loss", answer.loss(logits, new int[][] {{0, 0}}, -1))
        .given("logits [[[1000 0] [0 1000]]], targets [[0 0]], padding -1")
        .mistake(
            "overflow",
            "exp(1000) is infinite, and infinity / infinity is NaN: subtract the maximum first.",
            () -> Grid.of(Double.NaN))
        .mistake(
            "log-of-zero",
            "The softmax has rounded a probability to 0, whose logarithm is minus infinity: take"
                + " the logarithm by formula, not of the softmax.",
            () -> Grid.of(Double.POSITIVE_INFINITY))
        .equalTo(Grid.of(500));
  }

  @Test
  @Mechanism("10.4.5 nothing but padding costs 0")
  @Points(1)
  @Hint({Lesson10Hints.EMPTY_1, Lesson10Hints.EMPTY_2, Lesson10Hints.EMPTY_3})
  void nothingButPadding() {
    Expect.that("loss", answer.loss(logits(), new int[2][3], PADDING))
        .given("targets [[0 0 0] [0 0 0]], padding 0")
        .mistake(
            "zero-by-zero",
            "There is no word, and 0 / 0 is NaN, which would spoil every parameter.",
            () -> Grid.of(Double.NaN))
        .equalTo(Grid.of(0));
  }
}
