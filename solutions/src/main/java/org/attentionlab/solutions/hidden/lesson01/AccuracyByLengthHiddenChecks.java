package org.attentionlab.solutions.hidden.lesson01;

import java.util.Arrays;
import org.attentionlab.exercises.lesson01.AccuracyByLength;
import org.attentionlab.exercises.lesson01.Lesson01Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 1.2. */
@ChecksOf(AccuracyByLength.class)
public final class AccuracyByLengthHiddenChecks {

  private final AccuracyByLength answer;

  AccuracyByLengthHiddenChecks(AccuracyByLength answer) {
    this.answer = answer;
  }

  /** Which lengths a bin takes in. */
  private interface Bin {
    boolean holds(int length, int from, int to);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, and gone with its test
  private record Answers(int[] lengths, boolean[] right, int[] edges) {

    /** The answers of a model: none of them random, so that a message can be read. */
    static Answers many(int[] edges) {
      int[] lengths = new int[60];
      boolean[] right = new boolean[60];
      for (int i = 0; i < lengths.length; i++) {
        lengths[i] = edges[0] + i * 7 % (edges[edges.length - 1] - edges[0]);
        right[i] = i % 3 != 0 && lengths[i] % 4 != 0;
      }
      return new Answers(lengths, right, edges);
    }

    int in(int bin, Bin rule, boolean onlyRight) {
      int count = 0;
      for (int i = 0; i < lengths.length; i++) {
        boolean held = rule.holds(lengths[i], edges[bin], edges[bin + 1]);
        count += held && (right[i] || !onlyRight) ? 1 : 0;
      }
      return count;
    }

    Grid shares(Bin rule) {
      double[] shares = new double[edges.length - 1];
      Arrays.setAll(shares, bin -> (double) in(bin, rule, true) / in(bin, rule, false));
      return Grid.of(shares);
    }

    Grid counts(double divisor) {
      double[] shares = new double[edges.length - 1];
      Arrays.setAll(shares, bin -> in(bin, HALF_OPEN, true) / divisor);
      return Grid.of(shares);
    }

    Grid whole() {
      double[] shares = new double[edges.length - 1];
      Arrays.setAll(
          shares, bin -> Math.floor((double) in(bin, HALF_OPEN, true) / in(bin, HALF_OPEN, false)));
      return Grid.of(shares);
    }

    int rightOnes() {
      int count = 0;
      for (boolean one : right) {
        count += one ? 1 : 0;
      }
      return count;
    }

    double[] ask(AccuracyByLength answer) {
      return answer.accuracies(lengths.clone(), right.clone(), edges.clone());
    }

    String given() {
      return lengths.length + " answers, edges " + Arrays.toString(edges);
    }
  }

  private static final Bin HALF_OPEN = (length, from, to) -> from <= length && length < to;

  @Test
  @Mechanism("1.2.1 a length on an edge belongs to the bin that begins there")
  @Points(4)
  @Hint({Lesson01Hints.EDGES_1, Lesson01Hints.EDGES_2, Lesson01Hints.EDGES_3})
  void edgeBelongsToTheNextBin() {
    for (int[] edges : new int[][] {{0, 3, 6, 9, 12}, {5, 10, 25}, {2, 3, 4, 5}}) {
      Answers given = Answers.many(edges);
      Expect.that("accuracies", given.ask(answer))
          .given(given.given())
          .mistake(
              "upper-edge",
              "The upper edge is counted into the bin, the lower one is not.",
              () -> given.shares((length, from, to) -> from < length && length <= to))
          .mistake(
              "both-edges",
              "Both edges are counted into the bin, so a length on an edge is counted twice.",
              () -> given.shares((length, from, to) -> from <= length && length <= to))
          .mistake(
              "neither-edge",
              "Neither edge is counted into the bin, so lengths on an edge get lost.",
              () -> given.shares((length, from, to) -> from < length && length < to))
          .equalTo(given.shares(HALF_OPEN));
    }
  }

  @Test
  @Mechanism("1.2.2 the share is of the answers in the bin")
  @Points(2)
  @Hint({Lesson01Hints.SHARE_1, Lesson01Hints.SHARE_2, Lesson01Hints.SHARE_3})
  void shareOfTheBin() {
    int[] lengths = {2, 3, 4, 7, 8, 9, 9};
    boolean[] right = {true, false, false, true, true, true, false};
    Answers given = new Answers(lengths, right, new int[] {1, 5, 10});
    Expect.that("accuracies", given.ask(answer))
        .given("lengths [2, 3, 4, 7, 8, 9, 9], edges [1, 5, 10]")
        .mistake(
            "share-of-all",
            "Right answers are divided by all answers, not by those in the bin.",
            () -> given.counts(lengths.length))
        .mistake(
            "share-of-right",
            "Right answers are divided by all right answers.",
            () -> given.counts(given.rightOnes()))
        .mistake("counts", "These are counts, not shares.", () -> given.counts(1))
        .mistake(
            "whole-numbers",
            "Dividing int by int cuts the share off; make one of them a double.",
            given::whole)
        .equalTo(given.shares(HALF_OPEN));
  }

  @Test
  @Mechanism("1.2.3 an empty bin has no accuracy")
  @Points(2)
  @Hint({Lesson01Hints.EMPTY_1, Lesson01Hints.EMPTY_2, Lesson01Hints.EMPTY_3})
  void emptyBin() {
    int[] lengths = {31, 33, 52};
    boolean[] right = {true, false, true};
    int[] edges = {10, 20, 30, 40, 50, 60};
    Expect.that("accuracies", answer.accuracies(lengths, right, edges))
        .given("lengths [31, 33, 52], right [yes, no, yes], edges [10, 20, 30, 40, 50, 60]")
        .mistake(
            "empty-is-zero",
            "0 says that all answers were wrong, but there were none.",
            () -> Grid.of(new double[] {0, 0, .5, 0, 1}))
        .mistake(
            "empty-left-out",
            "The empty bins are left out; the others move.",
            () -> Grid.of(new double[] {.5, 1}))
        .equalTo(Grid.of(new double[] {Double.NaN, Double.NaN, .5, Double.NaN, 1}));
    Expect.that("accuracies", answer.accuracies(new int[0], new boolean[0], new int[] {1, 2}))
        .given("no answers, edges [1, 2]")
        .mistake(
            "empty-is-zero",
            "0 says that all answers were wrong, but there were none.",
            () -> Grid.of(new double[] {0}))
        .equalTo(Grid.of(new double[] {Double.NaN}));
  }

  @Test
  @Mechanism("1.2.4 lengths outside of all bins count nowhere")
  @Points(2)
  @Hint({Lesson01Hints.OUTSIDE_1, Lesson01Hints.OUTSIDE_2, Lesson01Hints.OUTSIDE_3})
  void outside() {
    int[] lengths = {1, 6, 7, 13, 14, 40};
    boolean[] right = {false, true, true, true, false, false};
    Expect.that("accuracies", answer.accuracies(lengths, right, new int[] {5, 10, 20}))
        .given("lengths [1, 6, 7, 13, 14, 40], edges [5, 10, 20]")
        .mistake(
            "into-the-nearest-bin",
            "Lengths outside are counted into the nearest bin.",
            () -> Grid.of(new double[] {2 / 3.0, 1 / 3.0}))
        .mistake(
            "into-the-last-bin",
            "Lengths beyond the last edge are counted into the last bin.",
            () -> Grid.of(new double[] {1, 1 / 3.0}))
        .equalTo(Grid.of(new double[] {1, .5}));
  }
}
