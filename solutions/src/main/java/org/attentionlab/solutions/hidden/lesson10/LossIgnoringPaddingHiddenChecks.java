package org.attentionlab.solutions.hidden.lesson10;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.attentionlab.exercises.lesson10.Lesson10Hints;
import org.attentionlab.exercises.lesson10.LossIgnoringPadding;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 10.4: sentences of length 6, 1 and 4 in one batch. */
@ChecksOf(LossIgnoringPadding.class)
public final class LossIgnoringPaddingHiddenChecks {

  private static final int[] LENGTHS = {6, 1, 4};
  private static final int T = 6;

  private final LossIgnoringPadding answer;

  LossIgnoringPaddingHiddenChecks(LossIgnoringPadding answer) {
    this.answer = answer;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, and gone with its test
  private record Batch(double[][][] logits, int[][] targets, int padding) {

    /** Padding is class 0, or lies outside of the classes. */
    static Batch of(int classes, int padding) {
      int[][] targets = new int[LENGTHS.length][T];
      for (int b = 0; b < LENGTHS.length; b++) {
        for (int t = 0; t < T; t++) {
          int least = padding == 0 ? 1 : 0;
          int word = least + (5 * b + 3 * t) % (classes - least);
          targets[b][t] = t < LENGTHS[b] ? word : padding;
        }
      }
      return new Batch(
          Samples.normal(4100 + classes, LENGTHS.length, T, classes), targets, padding);
    }

    String given() {
      return String.format(
          Locale.ROOT,
          "logits (%d, %d, %d), 11 real words, padding %d",
          LENGTHS.length,
          T,
          logits[0][0].length,
          padding);
    }

    double ask(LossIgnoringPadding answer) {
      int[][] copy = Arrays.stream(targets).map(int[]::clone).toArray(int[][]::new);
      return answer.loss(Samples.tensor(logits), copy, padding);
    }

    double cost(int b, int t) {
      double[] z = logits[b][t];
      double largest = Arrays.stream(z).max().orElseThrow();
      double sum = Arrays.stream(z).map(one -> Math.exp(one - largest)).sum();
      return largest + Math.log(sum) - z[targets[b][t]];
    }

    /** Summed over the first so many positions of a sentence. */
    double cost(int b, int from, int to) {
      double sum = 0;
      for (int t = from; t < to; t++) {
        sum += cost(b, t);
      }
      return sum;
    }

    double real() {
      double sum = 0;
      for (int b = 0; b < LENGTHS.length; b++) {
        sum += cost(b, 0, LENGTHS[b]);
      }
      return sum;
    }

    double padded() {
      double sum = 0;
      for (int b = 0; b < LENGTHS.length; b++) {
        sum += cost(b, LENGTHS[b], T);
      }
      return sum;
    }

    double meanOfMeans() {
      double sum = 0;
      for (int b = 0; b < LENGTHS.length; b++) {
        sum += cost(b, 0, LENGTHS[b]) / LENGTHS[b];
      }
      return sum / LENGTHS.length;
    }

    double bareLogits() {
      double sum = 0;
      for (int b = 0; b < LENGTHS.length; b++) {
        for (int t = 0; t < LENGTHS[b]; t++) {
          sum -= logits[b][t][targets[b][t]];
        }
      }
      return sum;
    }
  }

  private static final double WORDS = Arrays.stream(LENGTHS).sum();

  private static final List<Batch> BATCHES =
      List.of(Batch.of(5, 0), Batch.of(3, -1), Batch.of(16, 99), Batch.of(64, 0));

  @Test
  @Mechanism("10.4.1 the sum is divided by the number of real words")
  @Points(4)
  @Hint({Lesson10Hints.COUNT_1, Lesson10Hints.COUNT_2, Lesson10Hints.COUNT_3})
  void dividedByRealWords() {
    for (Batch batch : BATCHES) {
      Expect.that("loss", batch.ask(answer))
          .given(batch.given())
          .mistake(
              "divides-by-all",
              "The sum is divided by all positions: the more padding, the smaller the loss seems.",
              () -> Grid.of(batch.real() / (LENGTHS.length * T)))
          .mistake(
              "divides-by-sentences",
              "The sum is divided by the number of sentences.",
              () -> Grid.of(batch.real() / LENGTHS.length))
          .mistake(
              "mean-of-means",
              "Each sentence has a mean of its own here, so that words of short ones count more.",
              () -> Grid.of(batch.meanOfMeans()))
          .mistake(
              "sum", "This is the sum; divide it by the real words.", () -> Grid.of(batch.real()))
          .equalTo(Grid.of(batch.real() / WORDS));
    }
  }

  @Test
  @Mechanism("10.4.2 padding costs nothing")
  @Points(2)
  @Hint({Lesson10Hints.PADDING_1, Lesson10Hints.PADDING_2, Lesson10Hints.PADDING_3})
  void paddingCostsNothing() {
    for (Batch batch : List.of(Batch.of(5, 0), Batch.of(64, 0))) {
      Expect.that("loss", batch.ask(answer))
          .given(batch.given())
          .mistake(
              "padding-counts",
              "Padding counts like a word: the model would be praised for writing padding.",
              () -> Grid.of((batch.real() + batch.padded()) / (LENGTHS.length * T)))
          .mistake(
              "padding-in-the-sum",
              "The losses of padding are in the sum; only the count leaves them out.",
              () -> Grid.of((batch.real() + batch.padded()) / WORDS))
          .equalTo(Grid.of(batch.real() / WORDS));
    }
  }

  @Test
  @Mechanism("10.4.3 a word costs minus the logarithm of its probability")
  @Points(1)
  @Hint({Lesson10Hints.WORD_1, Lesson10Hints.WORD_2, Lesson10Hints.WORD_3})
  void costOfAWord() {
    for (Batch batch : BATCHES) {
      Expect.that("loss", batch.ask(answer))
          .given(batch.given())
          .mistake(
              "no-softmax",
              "The logits have been taken as they are; the softmax is missing.",
              () -> Grid.of(batch.bareLogits() / WORDS))
          .mistake(
              "not-negated",
              "The sign is missing: a logarithm of a probability is below 0, a loss above.",
              () -> Grid.of(-batch.real() / WORDS))
          .mistake(
              "base-two",
              "These are bits; take the natural logarithm.",
              () -> Grid.of(batch.real() / WORDS / Math.log(2)))
          .equalTo(Grid.of(batch.real() / WORDS));
    }
  }

  @Test
  @Mechanism("10.4.4 large logits give a finite loss")
  @Points(2)
  @Hint({Lesson10Hints.LARGE_1, Lesson10Hints.LARGE_2, Lesson10Hints.LARGE_3})
  void largeLogits() {
    Batch usual = Batch.of(5, 0);
    Batch batch = new Batch(Samples.times(800, usual.logits()), usual.targets(), 0);
    double expected = batch.real() / WORDS;
    Expect.that("loss", batch.ask(answer))
        .given(batch.given() + ", logits up to 1000 and more")
        .mistake(
            "overflow",
            "exp(1000) is infinite, and infinity / infinity is NaN: subtract the maximum first.",
            () -> Grid.of(Double.NaN))
        .mistake(
            "log-of-zero",
            "The softmax has rounded a probability to 0, whose logarithm is minus infinity: take"
                + " the logarithm by formula, not of the softmax.",
            () -> Grid.of(logOfSoftmax(batch)))
        .equalTo(Grid.of(expected));
  }

  private static double logOfSoftmax(Batch batch) {
    double[][][] weights = Formulas.softmax(batch.logits());
    double sum = 0;
    for (int b = 0; b < LENGTHS.length; b++) {
      for (int t = 0; t < LENGTHS[b]; t++) {
        sum -= Math.log(weights[b][t][batch.targets()[b][t]]);
      }
    }
    return sum / WORDS;
  }

  @Test
  @Mechanism("10.4.5 nothing but padding costs 0")
  @Points(1)
  @Hint({Lesson10Hints.EMPTY_1, Lesson10Hints.EMPTY_2, Lesson10Hints.EMPTY_3})
  void nothingButPadding() {
    for (int padding : new int[] {0, 7}) {
      int[][] targets = new int[2][3];
      for (int[] row : targets) {
        Arrays.fill(row, padding);
      }
      double loss = answer.loss(Samples.tensor(Samples.normal(4200, 2, 3, 5)), targets, padding);
      Expect.that("loss", loss)
          .given("logits (2, 3, 5), every target is padding, " + padding)
          .mistake(
              "zero-by-zero",
              "There is no word, and 0 / 0 is NaN, which would spoil every parameter.",
              () -> Grid.of(Double.NaN))
          .equalTo(Grid.of(0));
    }
  }
}
