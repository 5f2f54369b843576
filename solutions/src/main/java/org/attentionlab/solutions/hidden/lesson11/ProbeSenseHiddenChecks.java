package org.attentionlab.solutions.hidden.lesson11;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.attentionlab.exercises.lesson11.Lesson11Hints;
import org.attentionlab.exercises.lesson11.ProbeSense;
import org.attentionlab.exercises.lesson11.ProbeSense.Result;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 11.4. */
@ChecksOf(ProbeSense.class)
public final class ProbeSenseHiddenChecks {

  private static final double EXACT = 1e-12;

  private static final List<ProbeCase> CASES =
      List.of(
          ProbeCase.of(11410, 60, 5, 3, 2),
          ProbeCase.of(11420, 40, 4, 16, 3),
          ProbeCase.of(11430, 50, 6, 1, 2),
          ProbeCase.of(11440, 30, 3, 64, 4));

  private final ProbeSense answer;

  ProbeSenseHiddenChecks(ProbeSense answer) {
    this.answer = answer;
  }

  /** The guesses for the held-out sentences by some rule. */
  private static int[] guesses(ProbeCase given, double[][] vectors, ToIntFunction<double[]> rule) {
    return IntStream.range(0, vectors.length)
        .filter(n -> given.heldOut()[n])
        .map(n -> rule.applyAsInt(vectors[n]))
        .toArray();
  }

  private static Grid by(ProbeCase given, double[][] vectors, double[][] centroids) {
    return Grid.of(guesses(given, vectors, v -> ProbeCase.nearest(v, centroids)));
  }

  private static Grid from(ProbeCase given, double[][] vectors) {
    return by(given, vectors, given.centroids(vectors, true, false));
  }

  private static Grid right(ProbeCase given) {
    return from(given, given.atPlaces());
  }

  @Test
  @Mechanism("11.4.1 the vector is the word's own")
  @Points(2)
  @Hint({Lesson11Hints.PLACE_1, Lesson11Hints.PLACE_2, Lesson11Hints.PLACE_3})
  void vectorsAtTheirPlaces() {
    for (ProbeCase given : CASES) {
      Expect.that("guesses", given.ask(answer).guesses())
          .given(given.given())
          .tolerance(EXACT)
          .mistake(
              "first-token",
              "These are the guesses from the first token of each sentence.",
              () -> from(given, given.firstTokens()))
          .mistake(
              "mean-of-tokens",
              "These are the guesses from the mean over all tokens.",
              () -> from(given, given.meansOfTokens()))
          .equalTo(right(given));
    }
  }

  @Test
  @Mechanism("11.4.2 centroids know no held-out sentence")
  @Points(4)
  @Hint({Lesson11Hints.TRAIN_1, Lesson11Hints.TRAIN_2, Lesson11Hints.TRAIN_3})
  void centroidsKnowNoHeldOutSentence() {
    for (ProbeCase given : CASES) {
      double[][] vectors = given.atPlaces();
      Expect.that("guesses", given.ask(answer).guesses())
          .given(given.given())
          .tolerance(EXACT)
          .mistake(
              "leaks",
              "The held-out sentences are in the centroids: the probe has seen the answers.",
              () -> by(given, vectors, given.centroids(vectors, true, true)))
          .mistake(
              "nearest-neighbour",
              "These are the senses of the nearest sentences, not of the nearest centroids.",
              () -> ofNeighbours(given, vectors))
          .equalTo(right(given));
    }
  }

  private static Grid ofNeighbours(ProbeCase given, double[][] vectors) {
    int[] known = IntStream.range(0, vectors.length).filter(n -> !given.heldOut()[n]).toArray();
    double[][] points = IntStream.of(known).mapToObj(n -> vectors[n]).toArray(double[][]::new);
    return Grid.of(
        guesses(given, vectors, v -> given.senses()[known[ProbeCase.nearest(v, points)]]));
  }

  @Test
  @Mechanism("11.4.3 the nearest centroid wins")
  @Points(2)
  @Hint({Lesson11Hints.NEAREST_1, Lesson11Hints.NEAREST_2, Lesson11Hints.NEAREST_3})
  void nearestCentroid() {
    for (ProbeCase given : CASES) {
      double[][] vectors = given.atPlaces();
      double[][] means = given.centroids(vectors, true, false);
      Expect.that("guesses", given.ask(answer).guesses())
          .given(given.given())
          .tolerance(EXACT)
          .mistake(
              "sum-for-mean",
              "A centroid is the mean; here it is the sum, and lies the farther out the more"
                  + " sentences a sense has.",
              () -> by(given, vectors, given.centroids(vectors, false, false)))
          .mistake(
              "largest-product",
              "This is the largest dot product: a long centroid wins without being near.",
              () -> Grid.of(guesses(given, vectors, v -> ProbeCase.longestProduct(v, means))))
          .equalTo(right(given));
    }
  }

  @Test
  @Mechanism("11.4.4 right is a share of the held-out sentences")
  @Points(1)
  @Hint({Lesson11Hints.RIGHT_1, Lesson11Hints.RIGHT_2, Lesson11Hints.RIGHT_3})
  void shareOfHeldOut() {
    for (ProbeCase given : CASES) {
      double[][] vectors = given.atPlaces();
      double[][] means = given.centroids(vectors, true, false);
      int[] hits =
          IntStream.range(0, vectors.length)
              .filter(n -> ProbeCase.nearest(vectors[n], means) == given.senses()[n])
              .toArray();
      long judged = IntStream.range(0, vectors.length).filter(n -> given.heldOut()[n]).count();
      double held = IntStream.of(hits).filter(n -> given.heldOut()[n]).count();
      Expect.that("right", given.ask(answer).right())
          .given(given.given() + String.format(Locale.ROOT, ", %d held out", judged))
          .mistake(
              "judged-on-all",
              "The sentences that made the centroids are judged too.",
              () -> Grid.of((double) hits.length / vectors.length))
          .mistake("counted", "This is a number of sentences, not a share.", () -> Grid.of(held))
          .mistake(
              "whole-numbers",
              "A division of whole numbers gives 0 here; cast one of the two to double.",
              () -> Grid.of(0))
          .equalTo(Grid.of(held / judged));
    }
  }

  @Test
  @Mechanism("11.4.5 the senses are left as they were")
  @Points(1)
  @Hint({Lesson11Hints.ARRAYS_1, Lesson11Hints.ARRAYS_2, Lesson11Hints.ARRAYS_3})
  void sensesAreLeftAlone() {
    ProbeCase given = CASES.get(0);
    int[] senses = given.senses().clone();
    Result result = answer.probe(given.sentences(senses));
    Expect.that("senses after the call", senses)
        .given(given.given() + "; right " + result.right())
        .tolerance(EXACT)
        .mistake(
            "guesses-over-truth",
            "The guesses have been written over the true senses.",
            () -> overwritten(given))
        .equalTo(Grid.of(given.senses()));
  }

  private static Grid overwritten(ProbeCase given) {
    double[] guesses = right(given).values();
    int[] senses = given.senses().clone();
    int next = 0;
    for (int n = 0; n < senses.length; n++) {
      if (given.heldOut()[n]) {
        senses[n] = (int) guesses[next++];
      }
    }
    return Grid.of(senses);
  }
}
