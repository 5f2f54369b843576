package org.attentionlab.exercises.lesson11;

import org.attentionlab.exercises.lesson11.ProbeSense.Result;
import org.attentionlab.exercises.lesson11.ProbeSense.Sentences;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/**
 * Public checks of exercise 11.4: eight sentences of three tokens, d 2, the last four held out.
 *
 * <p>At their places stand, for sense 0, (-3, 1), (3, 0) and (2, 3), with the centroid (2/3, 4/3);
 * for sense 1 (2, 2) alone. The held-out vectors are (3, 0), (1, 1), (3, 1) and (-3, -2).
 */
@ChecksOf(ProbeSense.class)
public final class ProbeSenseChecks {

  private static final float[] STATES = {
    -3, 1, -3, 1, 2, 2, /**/ 1, 3, -2, -1, 3, 0, /**/ 2, 3, -1, -3, 2, -2, /**/ -1, -2, 2, 2, 3, -2,
    -1, -2, -2, 1, 3, 0, /**/ -2, -3, 1, 1, -2, 3, /**/ 2, 1, 3, 2, 3, 1, /**/ 2, -1, -3, -2, -3, 2
  };
  private static final int[] PLACES = {1, 2, 0, 1, 2, 1, 2, 1};
  private static final int[] SENSES = {0, 0, 0, 1, 1, 0, 1, 1};
  private static final boolean[] HELD_OUT = {false, false, false, false, true, true, true, true};
  private static final String GIVEN =
      "sense 0: (-3, 1), (3, 0), (2, 3); sense 1: (2, 2); held out: (3, 0), (1, 1), (3, 1),"
          + " (-3, -2)";

  private final ProbeSense answer;

  ProbeSenseChecks(ProbeSense answer) {
    this.answer = answer;
  }

  private Result ask() {
    return answer.probe(sentences(SENSES.clone()));
  }

  private static Sentences sentences(int[] senses) {
    return new Sentences(
        Tensor.of(STATES.clone(), 8, 3, 2), PLACES.clone(), senses, HELD_OUT.clone());
  }

  private static Grid guesses(int... guesses) {
    return Grid.of(guesses);
  }

  @Test
  @Mechanism("11.4.1 the vector is the word's own")
  @Points(2)
  @Hint({Lesson11Hints.PLACE_1, Lesson11Hints.PLACE_2, Lesson11Hints.PLACE_3})
  void vectorsAtTheirPlaces() {
    Expect.that("guesses", ask().guesses())
        .given(GIVEN)
        .mistake(
            "first-token",
            "These are the guesses from the first token of each sentence.",
            () -> guesses(1, 1, 0, 1))
        .mistake(
            "mean-of-tokens",
            "These are the guesses from the mean over all tokens.",
            () -> guesses(0, 0, 1, 0))
        .equalTo(guesses(1, 0, 1, 0));
  }

  @Test
  @Mechanism("11.4.2 centroids know no held-out sentence")
  @Points(4)
  @Hint({Lesson11Hints.TRAIN_1, Lesson11Hints.TRAIN_2, Lesson11Hints.TRAIN_3})
  void centroidsKnowNoHeldOutSentence() {
    Expect.that("guesses", ask().guesses())
        .given(GIVEN)
        .mistake(
            "leaks",
            "The held-out sentences are in the centroids: the probe has seen the answers.",
            () -> guesses(1, 0, 1, 1))
        .mistake(
            "nearest-neighbour",
            "These are the senses of the nearest sentences, not of the nearest centroids.",
            () -> guesses(0, 1, 0, 0))
        .equalTo(guesses(1, 0, 1, 0));
  }

  @Test
  @Mechanism("11.4.3 the nearest centroid wins")
  @Points(2)
  @Hint({Lesson11Hints.NEAREST_1, Lesson11Hints.NEAREST_2, Lesson11Hints.NEAREST_3})
  void nearestCentroid() {
    Expect.that("guesses", ask().guesses())
        .given(GIVEN)
        .mistake(
            "sum-for-mean",
            "A centroid is the mean; here it is the sum, and lies the farther out the more"
                + " sentences a sense has.",
            () -> guesses(1, 1, 1, 1))
        .mistake(
            "largest-product",
            "This is the largest dot product: a long centroid wins without being near.",
            () -> guesses(1, 1, 1, 0))
        .equalTo(guesses(1, 0, 1, 0));
  }

  @Test
  @Mechanism("11.4.4 right is a share of the held-out sentences")
  @Points(1)
  @Hint({Lesson11Hints.RIGHT_1, Lesson11Hints.RIGHT_2, Lesson11Hints.RIGHT_3})
  void shareOfHeldOut() {
    Expect.that("right", ask().right())
        .given(GIVEN + "; their senses are 1, 0, 1, 1")
        .mistake(
            "judged-on-all",
            "The sentences that made the centroids are judged too.",
            () -> Grid.of(5 / 8.))
        .mistake("counted", "This is a number of sentences, not a share.", () -> Grid.of(3))
        .mistake(
            "whole-numbers",
            "3 / 4 is 0 in whole numbers; cast one of the two to double.",
            () -> Grid.of(0))
        .equalTo(Grid.of(3 / 4.));
  }

  @Test
  @Mechanism("11.4.5 the senses are left as they were")
  @Points(1)
  @Hint({Lesson11Hints.ARRAYS_1, Lesson11Hints.ARRAYS_2, Lesson11Hints.ARRAYS_3})
  void sensesAreLeftAlone() {
    int[] senses = SENSES.clone();
    Result result = answer.probe(sentences(senses));
    Expect.that("senses after the call", senses)
        .given(GIVEN + "; right " + result.right())
        .mistake(
            "guesses-over-truth",
            "The guesses have been written over the true senses.",
            () -> guesses(0, 0, 0, 1, 1, 0, 1, 0))
        .equalTo(Grid.of(SENSES));
  }
}
