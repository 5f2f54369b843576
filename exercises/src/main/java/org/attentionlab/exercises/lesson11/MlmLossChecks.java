package org.attentionlab.exercises.lesson11;

import org.attentionlab.exercises.lesson11.MlmLoss.Asked;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 11.2: two sentences of three words, a vocabulary of eight. */
@ChecksOf(MlmLoss.class)
public final class MlmLossChecks {

  private static final float[] LOGITS = {
    0, 0, 0, 0, 0, 2, 1, 0, /**/ 0, 0, 0, 0, 1, 0, 3, 0, /**/ 1, 0, 0, 0, 0, 0, 0, 2,
    0, 0, 1, 0, 0, 2, 0, 0, /**/ 0, 0, 0, 0, 0, 1, 2, 3, /**/ 0, 0, 0, 0, 0, 0, 1, 0
  };
  private static final int[][] WORDS = {{5, 6, 7}, {5, 6, 7}};
  private static final int[][] READ = {{4, 6, 5}, {5, 6, 4}};
  private static final boolean[][] CHOSEN = {{true, true, true}, {false, false, true}};
  private static final String GIVEN =
      "words [[5 6 7] [5 6 7]], read [[4 6 5] [5 6 4]], asked: all of the first, the last of the"
          + " second";

  private static final double RIGHT = 1.04826667;
  private static final double EVERY = 1.08886421;
  private static final double WHERE_MASKED = 1.52664189;
  private static final double WHERE_CHANGED = 1.27751957;
  private static final double OF_WHAT_WAS_READ = 2.04826667;
  private static final double DIVIDED_BY_ALL = .69884445;
  private static final double MEAN_OF_SENTENCES = 1.45684739;
  private static final double SUM = 4.19306669;

  private final MlmLoss answer;

  MlmLossChecks(MlmLoss answer) {
    this.answer = answer;
  }

  private static Tensor logits() {
    return Tensor.of(LOGITS.clone(), 2, 3, 8);
  }

  private double ask() {
    return answer.loss(logits(), new Asked(WORDS.clone(), READ.clone(), CHOSEN.clone()));
  }

  @Test
  @Mechanism("11.2.1 the chosen places count, and no others")
  @Points(4)
  @Hint({Lesson11Hints.PLACES_1, Lesson11Hints.PLACES_2, Lesson11Hints.PLACES_3})
  void chosenPlacesCount() {
    Expect.that("loss", ask())
        .given(GIVEN)
        .mistake(
            "every-position",
            "Every place counts. Where a word stands open, there is nothing to guess.",
            () -> Grid.of(EVERY))
        .mistake(
            "only-masked",
            "Only places with the mask count. The chosen words that became another word or stayed"
                + " count as well.",
            () -> Grid.of(WHERE_MASKED))
        .mistake(
            "only-changed",
            "The chosen word that stayed does not count. It does: it was asked for.",
            () -> Grid.of(WHERE_CHANGED))
        .mistake(
            "what-was-read",
            "This asks for the word that was read, not for the one that was there.",
            () -> Grid.of(OF_WHAT_WAS_READ))
        .equalTo(Grid.of(RIGHT));
  }

  @Test
  @Mechanism("11.2.2 the mean is over the asked places of the batch")
  @Points(3)
  @Hint({Lesson11Hints.MEAN_1, Lesson11Hints.MEAN_2, Lesson11Hints.MEAN_3})
  void meanOverAskedPlaces() {
    Expect.that("loss", ask())
        .given(GIVEN)
        .mistake(
            "divided-by-all",
            "The sum is divided by all places; four of the six were asked.",
            () -> Grid.of(DIVIDED_BY_ALL))
        .mistake(
            "mean-of-sentences",
            "This is the mean of the sentences' means; each asked place has the same weight.",
            () -> Grid.of(MEAN_OF_SENTENCES))
        .mistake("sum", "This is the sum, not the mean.", () -> Grid.of(SUM))
        .equalTo(Grid.of(RIGHT));
  }

  @Test
  @Mechanism("11.2.3 large logits give a finite loss")
  @Points(1)
  @Hint({Lesson11Hints.LARGE_1, Lesson11Hints.LARGE_2, Lesson11Hints.LARGE_3})
  void largeLogits() {
    Expect.that("loss", one(new float[] {1000, 999}))
        .given("one place, logits [1000 999], the word is 1")
        .mistake(
            "overflow",
            "exp(1000) is infinity, and infinity / infinity is NaN.",
            () -> Grid.of(Double.NaN))
        .equalTo(Grid.of(1.31326169));
    Expect.that("loss", one(new float[] {1000, 0}))
        .given("one place, logits [1000 0], the word is 1")
        .mistake(
            "log-of-zero",
            "exp(-1000) is rounded to 0, and its logarithm is minus infinity. Take the logarithm of"
                + " the formula, not of the number.",
            () -> Grid.of(Double.POSITIVE_INFINITY))
        .equalTo(Grid.of(1000));
  }

  private double one(float[] logits) {
    boolean[][] chosen = {{true}};
    return answer.loss(
        Tensor.of(logits, 1, 1, 2), new Asked(new int[][] {{1}}, new int[][] {{0}}, chosen));
  }

  @Test
  @Mechanism("11.2.4 where nothing is asked, the loss is 0")
  @Points(1)
  @Hint({Lesson11Hints.NOTHING_1, Lesson11Hints.NOTHING_2, Lesson11Hints.NOTHING_3})
  void nothingAsked() {
    Expect.that("loss", answer.loss(logits(), new Asked(WORDS, WORDS, new boolean[2][3])))
        .given("no place is asked")
        .mistake("nan-mean", "0 / 0 is NaN; the loss is 0.", () -> Grid.of(Double.NaN))
        .equalTo(Grid.of(0));
  }

  @Test
  @Mechanism("11.2.5 the logits are left as they were")
  @Points(1)
  @Hint({Lesson11Hints.UNCHANGED_1, Lesson11Hints.UNCHANGED_2, Lesson11Hints.UNCHANGED_3})
  void logitsAreLeftAlone() {
    Tensor logits = Tensor.of(new float[] {3, 1, 2}, 1, 1, 3);
    boolean[][] chosen = {{true}};
    double loss = answer.loss(logits, new Asked(new int[][] {{1}}, new int[][] {{0}}, chosen));
    Expect.that("logits after the call", logits)
        .given("logits [3 1 2], loss " + loss)
        .mistake(
            "shifted-in-place",
            "The maximum has been taken off the caller's logits.",
            () -> Grid.of(new double[][][] {{{0, -2, -1}}}))
        .equalTo(Grid.of(new double[][][] {{{3, 1, 2}}}));
  }
}
