package org.attentionlab.solutions.hidden.lesson11;

import java.util.List;
import org.attentionlab.exercises.lesson11.Lesson11Hints;
import org.attentionlab.exercises.lesson11.MlmLoss;
import org.attentionlab.exercises.lesson11.MlmLoss.Asked;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 11.2. */
@ChecksOf(MlmLoss.class)
public final class MlmLossHiddenChecks {

  private static final List<LossCase> CASES =
      List.of(
          LossCase.of(11201, 3, 7, 20), LossCase.of(11211, 2, 16, 64), LossCase.of(11221, 4, 5, 9));

  private final MlmLoss answer;

  MlmLossHiddenChecks(MlmLoss answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("11.2.1 the chosen places count, and no others")
  @Points(4)
  @Hint({Lesson11Hints.PLACES_1, Lesson11Hints.PLACES_2, Lesson11Hints.PLACES_3})
  void chosenPlacesCount() {
    for (LossCase given : CASES) {
      int[][] words = given.asked().words();
      Expect.that("loss", given.ask(answer))
          .given(given.given())
          .mistake(
              "every-position",
              "Every place counts. Where a word stands open, there is nothing to guess.",
              () -> given.mean(words, (b, t) -> true))
          .mistake(
              "only-masked",
              "Only places with the mask count. The chosen words that became another word or stayed"
                  + " count as well.",
              () -> given.mean(words, given::isMasked))
          .mistake(
              "only-changed",
              "The chosen word that stayed does not count. It does: it was asked for.",
              () -> given.mean(words, given::isChanged))
          .mistake(
              "what-was-read",
              "This asks for the word that was read, not for the one that was there.",
              () -> given.mean(given.asked().read(), given::isChosen))
          .equalTo(given.right());
    }
  }

  @Test
  @Mechanism("11.2.2 the mean is over the asked places of the batch")
  @Points(3)
  @Hint({Lesson11Hints.MEAN_1, Lesson11Hints.MEAN_2, Lesson11Hints.MEAN_3})
  void meanOverAskedPlaces() {
    for (LossCase given : CASES) {
      double sum = given.sum(given.asked().words(), given::isChosen);
      Expect.that("loss", given.ask(answer))
          .given(given.given())
          .mistake(
              "divided-by-all",
              "The sum is divided by all places; not all were asked.",
              () -> Grid.of(sum / given.count((b, t) -> true)))
          .mistake(
              "mean-of-sentences",
              "This is the mean of the sentences' means; each asked place has the same weight.",
              given::meanOfSentences)
          .mistake("sum", "This is the sum, not the mean.", () -> Grid.of(sum))
          .equalTo(given.right());
    }
  }

  @Test
  @Mechanism("11.2.3 large logits give a finite loss")
  @Points(1)
  @Hint({Lesson11Hints.LARGE_1, Lesson11Hints.LARGE_2, Lesson11Hints.LARGE_3})
  void largeLogits() {
    double[] near = {998, 1000, 999.5};
    Expect.that("loss", one(near, 0))
        .given("one place, logits [998 1000 999.5], the word is 0")
        .mistake(
            "overflow",
            "exp(1000) is infinity, and infinity / infinity is NaN.",
            () -> Grid.of(Double.NaN))
        .equalTo(Grid.of(LossCase.surprise(near, 0)));
    double[] far = {-1000, 0, 500};
    Expect.that("loss", one(far, 0))
        .given("one place, logits [-1000 0 500], the word is 0")
        .mistake(
            "log-of-zero",
            "exp(-1500) is rounded to 0, and its logarithm is minus infinity. Take the logarithm of"
                + " the formula, not of the number.",
            () -> Grid.of(Double.POSITIVE_INFINITY))
        .equalTo(Grid.of(LossCase.surprise(far, 0)));
  }

  private double one(double[] logits, int word) {
    boolean[][] chosen = {{true}};
    return answer.loss(
        Samples.tensor(new double[][][] {{logits}}),
        new Asked(new int[][] {{word}}, new int[][] {{word}}, chosen));
  }

  @Test
  @Mechanism("11.2.4 where nothing is asked, the loss is 0")
  @Points(1)
  @Hint({Lesson11Hints.NOTHING_1, Lesson11Hints.NOTHING_2, Lesson11Hints.NOTHING_3})
  void nothingAsked() {
    LossCase given = CASES.get(0);
    int[][] words = given.asked().words();
    Asked nothing = new Asked(words, words, new boolean[words.length][words[0].length]);
    Expect.that("loss", answer.loss(Samples.tensor(given.logits()), nothing))
        .given(given.given() + ", no place is asked")
        .mistake("nan-mean", "0 / 0 is NaN; the loss is 0.", () -> Grid.of(Double.NaN))
        .equalTo(Grid.of(0));
  }

  @Test
  @Mechanism("11.2.5 the logits are left as they were")
  @Points(1)
  @Hint({Lesson11Hints.UNCHANGED_1, Lesson11Hints.UNCHANGED_2, Lesson11Hints.UNCHANGED_3})
  void logitsAreLeftAlone() {
    LossCase given = CASES.get(0);
    Tensor logits = Samples.tensor(given.logits());
    double loss = answer.loss(logits, given.asked());
    Expect.that("logits after the call", logits)
        .given(given.given() + ", loss " + loss)
        .mistake(
            "shifted-in-place",
            "The maximum has been taken off the caller's logits.",
            () -> Grid.of(withoutMaximum(given.logits())))
        .equalTo(Grid.of(given.logits()));
  }

  private static double[][][] withoutMaximum(double[][][] logits) {
    double[][][] shifted = new double[logits.length][logits[0].length][logits[0][0].length];
    for (int b = 0; b < logits.length; b++) {
      for (int t = 0; t < logits[b].length; t++) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits[b][t]) {
          largest = Math.max(largest, logit);
        }
        for (int v = 0; v < shifted[b][t].length; v++) {
          shifted[b][t][v] = logits[b][t][v] - largest;
        }
      }
    }
    return shifted;
  }
}
