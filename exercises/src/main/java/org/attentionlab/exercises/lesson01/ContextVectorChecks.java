package org.attentionlab.exercises.lesson01;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 1.1, on two short sentences. */
@ChecksOf(ContextVector.class)
public final class ContextVectorChecks {

  private static final String GIVEN = "states [[1 2 3] [4 5 6]] of width 1, lengths [3, 2]";

  private final ContextVector answer;

  ContextVectorChecks(ContextVector answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("1.1.1 the state after the last real word")
  @Points(3)
  @Hint({Lesson01Hints.LAST_1, Lesson01Hints.LAST_2, Lesson01Hints.LAST_3})
  void lastValidState() {
    Expect.that("context vectors", answer.lastStates(states(), new int[] {3, 2}))
        .given(GIVEN)
        .mistake(
            "padded-step",
            "This is the state of the last step, which for sentence 1 is filling.",
            () -> column(3, 6))
        .mistake(
            "word-before",
            "This is one step early: the state before the last word.",
            () -> column(2, 4))
        .mistake("first-state", "This is the state after the first word.", () -> column(1, 4))
        .mistake(
            "mean",
            "This is the mean of the valid states; the decoder gets the last one.",
            () -> column(2, 4.5))
        .equalTo(column(3, 5));
  }

  @Test
  @Mechanism("1.1.2 one vector for each sentence")
  @Points(1)
  @Hint({Lesson01Hints.SHAPE_1, Lesson01Hints.SHAPE_2, Lesson01Hints.SHAPE_3})
  void oneVectorEach() {
    Tensor states = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 3, 2);
    Expect.that("context vectors", answer.lastStates(states, new int[] {3}))
        .given("states (1, 3, 2), lengths [3]")
        .mistake(
            "axis-kept",
            "The axis of the steps is still there, with one step.",
            () -> Grid.of(new double[][][] {{{5, 6}}}))
        .mistake("batch-lost", "The axis of the batch is gone.", () -> Grid.of(new double[] {5, 6}))
        .equalTo(Grid.of(new double[][] {{5, 6}}));
  }

  @Test
  @Mechanism("1.1.3 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson01Hints.KEPT_1, Lesson01Hints.KEPT_2, Lesson01Hints.KEPT_3})
  void inputsAreLeftAlone() {
    int[] lengths = {3, 2};
    Tensor states = states();
    String given = GIVEN + ", result " + answer.lastStates(states, lengths).shapeString();
    Expect.that("lengths after the call", lengths)
        .given(given)
        .mistake(
            "lengths-lowered",
            "The array has been lowered by one; it belongs to the caller.",
            () -> Grid.of(new double[] {2, 1}))
        .equalTo(Grid.of(new double[] {3, 2}));
    Expect.that("states after the call", states).given(given).equalTo(Grid.of(states()));
  }

  private static Tensor states() {
    return Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3, 1);
  }

  private static Grid column(double first, double second) {
    return Grid.of(new double[][] {{first}, {second}});
  }
}
