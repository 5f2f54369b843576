package org.attentionlab.exercises.lesson01;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 1.2, on five answers. */
@ChecksOf(AccuracyByLength.class)
public final class AccuracyByLengthChecks {

  private final AccuracyByLength answer;

  AccuracyByLengthChecks(AccuracyByLength answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("1.2.1 a length on an edge belongs to the bin that begins there")
  @Points(4)
  @Hint({Lesson01Hints.EDGES_1, Lesson01Hints.EDGES_2, Lesson01Hints.EDGES_3})
  void edgeBelongsToTheNextBin() {
    int[] lengths = {1, 5, 5, 9, 10};
    boolean[] right = {true, true, false, true, false};
    Expect.that("accuracies", answer.accuracies(lengths, right, new int[] {1, 5, 10}))
        .given("lengths [1, 5, 5, 9, 10], right [yes, yes, no, yes, no], edges [1, 5, 10]")
        .mistake(
            "upper-edge",
            "The upper edge is counted into the bin, the lower one is not.",
            () -> row(1 / 2.0, 1 / 2.0))
        .mistake(
            "both-edges",
            "Both edges are counted into the bin, so a length of 5 is counted twice.",
            () -> row(2 / 3.0, 1 / 2.0))
        .mistake(
            "neither-edge",
            "Neither edge is counted into the bin, so lengths on an edge get lost.",
            () -> row(Double.NaN, 1))
        .equalTo(row(1, 2 / 3.0));
  }

  @Test
  @Mechanism("1.2.2 the share is of the answers in the bin")
  @Points(2)
  @Hint({Lesson01Hints.SHARE_1, Lesson01Hints.SHARE_2, Lesson01Hints.SHARE_3})
  void shareOfTheBin() {
    int[] lengths = {2, 3, 7, 8};
    boolean[] right = {true, false, true, true};
    Expect.that("accuracies", answer.accuracies(lengths, right, new int[] {1, 5, 10}))
        .given("lengths [2, 3, 7, 8], right [yes, no, yes, yes], edges [1, 5, 10]")
        .mistake(
            "share-of-all",
            "Right answers are divided by all answers, not by those in the bin.",
            () -> row(.25, .5))
        .mistake(
            "share-of-right",
            "Right answers are divided by all right answers.",
            () -> row(1 / 3.0, 2 / 3.0))
        .mistake("counts", "These are counts, not shares.", () -> row(1, 2))
        .mistake(
            "whole-numbers",
            "Dividing int by int cuts the share off; make one of them a double.",
            () -> row(0, 1))
        .equalTo(row(.5, 1));
  }

  @Test
  @Mechanism("1.2.3 an empty bin has no accuracy")
  @Points(2)
  @Hint({Lesson01Hints.EMPTY_1, Lesson01Hints.EMPTY_2, Lesson01Hints.EMPTY_3})
  void emptyBin() {
    int[] lengths = {2, 12};
    boolean[] right = {true, false};
    Expect.that("accuracies", answer.accuracies(lengths, right, new int[] {1, 5, 10, 15}))
        .given("lengths [2, 12], right [yes, no], edges [1, 5, 10, 15]")
        .mistake(
            "empty-is-zero",
            "0 says that all answers were wrong, but there were none.",
            () -> row(1, 0, 0))
        .mistake("empty-left-out", "The empty bin is left out; the others move.", () -> row(1, 0))
        .equalTo(row(1, Double.NaN, 0));
  }

  @Test
  @Mechanism("1.2.4 lengths outside of all bins count nowhere")
  @Points(2)
  @Hint({Lesson01Hints.OUTSIDE_1, Lesson01Hints.OUTSIDE_2, Lesson01Hints.OUTSIDE_3})
  void outside() {
    int[] lengths = {1, 3, 4, 20};
    boolean[] right = {false, true, true, false};
    Expect.that("accuracies", answer.accuracies(lengths, right, new int[] {2, 4, 6}))
        .given("lengths [1, 3, 4, 20], right [no, yes, yes, no], edges [2, 4, 6]")
        .mistake(
            "into-the-nearest-bin",
            "Lengths outside are counted into the nearest bin.",
            () -> row(.5, .5))
        .mistake(
            "into-the-last-bin",
            "Lengths beyond the last edge are counted into the last bin.",
            () -> row(1, .5))
        .equalTo(row(1, 1));
  }

  private static Grid row(double... values) {
    return Grid.of(values);
  }
}
