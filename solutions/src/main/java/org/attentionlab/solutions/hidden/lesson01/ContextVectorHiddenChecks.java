package org.attentionlab.solutions.hidden.lesson01;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.attentionlab.exercises.lesson01.ContextVector;
import org.attentionlab.exercises.lesson01.Lesson01Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 1.1. */
@ChecksOf(ContextVector.class)
public final class ContextVectorHiddenChecks {

  private static final int[] WIDTHS = {1, 3, 16, 64};

  private final ContextVector answer;

  ContextVectorHiddenChecks(ContextVector answer) {
    this.answer = answer;
  }

  /** A padded batch; the steps behind a sentence hold numbers too, as an encoder leaves them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and gone with its test
  private record Case(double[][][] states, int[] lengths) {

    static Case random(int width) {
      Random random = new Random(1100 + width);
      double[][][] states = new double[5][7][width];
      for (double[][] sentence : states) {
        for (double[] step : sentence) {
          for (int i = 0; i < width; i++) {
            step[i] = (float) random.nextGaussian();
          }
        }
      }
      return new Case(states, new int[] {3, 7, 2, 5, 6});
    }

    Tensor tensor() {
      double[] values = Grid.of(states).values();
      float[] data = new float[values.length];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) values[i];
      }
      return Tensor.of(data, states.length, states[0].length, states[0][0].length);
    }

    /** The state of each sentence at a step that hangs on its number. */
    Grid at(IntUnaryOperator step) {
      double[][] picked = new double[states.length][];
      for (int b = 0; b < picked.length; b++) {
        picked[b] = states[b][step.applyAsInt(b)];
      }
      return Grid.of(picked);
    }

    Grid mean() {
      double[][] means = new double[states.length][states[0][0].length];
      for (int b = 0; b < means.length; b++) {
        for (int t = 0; t < lengths[b]; t++) {
          for (int i = 0; i < means[b].length; i++) {
            means[b][i] += states[b][t][i] / lengths[b];
          }
        }
      }
      return Grid.of(means);
    }

    String given() {
      return String.format(
          Locale.ROOT,
          "states (5, 7, %d), lengths %s",
          states[0][0].length,
          Arrays.toString(lengths));
    }
  }

  @Test
  @Mechanism("1.1.1 the state after the last real word")
  @Points(3)
  @Hint({Lesson01Hints.LAST_1, Lesson01Hints.LAST_2, Lesson01Hints.LAST_3})
  void lastValidState() {
    for (int width : WIDTHS) {
      Case given = Case.random(width);
      int[] lengths = given.lengths();
      Expect.that("context vectors", answer.lastStates(given.tensor(), lengths.clone()))
          .given(given.given())
          .mistake(
              "padded-step",
              "This is the state of the last step, which for short sentences is filling.",
              () -> given.at(b -> 6))
          .mistake(
              "word-before",
              "This is one step early: the state before the last word.",
              () -> given.at(b -> lengths[b] - 2))
          .mistake("first-state", "This is the state after the first word.", () -> given.at(b -> 0))
          .mistake(
              "mean",
              "This is the mean of the valid states; the decoder gets the last one.",
              given::mean)
          .equalTo(given.at(b -> lengths[b] - 1));
    }
  }

  @Test
  @Mechanism("1.1.2 one vector for each sentence")
  @Points(1)
  @Hint({Lesson01Hints.SHAPE_1, Lesson01Hints.SHAPE_2, Lesson01Hints.SHAPE_3})
  void oneVectorEach() {
    Tensor states = Tensor.of(new float[] {7, 8, 9}, 1, 1, 3);
    Expect.that("context vectors", answer.lastStates(states, new int[] {1}))
        .given("one sentence of one word, states (1, 1, 3)")
        .mistake(
            "axis-kept",
            "The axis of the steps is still there, with one step.",
            () -> Grid.of(new double[][][] {{{7, 8, 9}}}))
        .mistake(
            "batch-lost", "The axis of the batch is gone.", () -> Grid.of(new double[] {7, 8, 9}))
        .equalTo(Grid.of(new double[][] {{7, 8, 9}}));
  }

  @Test
  @Mechanism("1.1.3 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson01Hints.KEPT_1, Lesson01Hints.KEPT_2, Lesson01Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Case given = Case.random(3);
    int[] lengths = given.lengths().clone();
    Tensor states = given.tensor();
    String input = given.given() + ", result " + answer.lastStates(states, lengths).shapeString();
    Expect.that("lengths after the call", lengths)
        .given(input)
        .mistake(
            "lengths-lowered",
            "The array has been lowered by one; it belongs to the caller.",
            () -> Grid.of(Arrays.stream(given.lengths()).mapToDouble(n -> n - 1).toArray()))
        .equalTo(Grid.of(Arrays.stream(given.lengths()).asDoubleStream().toArray()));
    Expect.that("states after the call", states).given(input).equalTo(Grid.of(given.states()));
  }
}
