package org.attentionlab.exercises.lesson03;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 3.2, on two sentences. */
@ChecksOf(Context.class)
public final class ContextChecks {

  private static final String GIVEN =
      "states [1 0] [0 1] [2 2] and [4 0] [0 4] [0 0], weights [.5 .25 .25] and [.25 .75 0]";

  private static final float[] STATES = {1, 0, 0, 1, 2, 2, 4, 0, 0, 4, 0, 0};
  private static final float[] WEIGHTS = {.5f, .25f, .25f, .25f, .75f, 0};

  private final Context answer;

  ContextChecks(Context answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("3.2.1 every sentence has a context of its own")
  @Points(4)
  @Hint({Lesson03Hints.OWN_1, Lesson03Hints.OWN_2, Lesson03Hints.OWN_3})
  void everySentenceItsOwn() {
    Expect.that("contexts", ask())
        .given(GIVEN)
        .mistake(
            "sums-over-the-batch",
            "The sum runs over the batch too: both sentences get the same context.",
            () -> rows(2, 3.75, 2, 3.75))
        .mistake(
            "batch-summed-away",
            "The sum runs over the batch: one context is left for both.",
            () -> Grid.of(new double[] {2, 3.75}))
        .equalTo(rows(1, .75, 1, 3));
  }

  @Test
  @Mechanism("3.2.2 states count in the measure of their weights")
  @Points(4)
  @Hint({Lesson03Hints.SHARES_1, Lesson03Hints.SHARES_2, Lesson03Hints.SHARES_3})
  void statesCountByWeight() {
    Expect.that("contexts", ask())
        .given(GIVEN)
        .mistake(
            "plain-mean",
            "This is the plain mean of the states; the weights have no say.",
            () -> rows(1, 1, 4 / 3.0, 4 / 3.0))
        .mistake(
            "best-only",
            "This takes the state with the greatest weight alone; attention is soft.",
            () -> rows(1, 0, 0, 4))
        .mistake(
            "divided-by-length",
            "The weighted sum is divided by the number of states; the weights sum to 1 already.",
            () -> rows(1 / 3.0, .25, 1 / 3.0, 1))
        .equalTo(rows(1, .75, 1, 3));
  }

  @Test
  @Mechanism("3.2.3 the axis of the states is gone")
  @Points(1)
  @Hint({Lesson03Hints.FORM_1, Lesson03Hints.FORM_2, Lesson03Hints.FORM_3})
  void formOfTheResult() {
    Expect.that("contexts", ask())
        .given(GIVEN)
        .mistake(
            "axis-kept",
            "The axis of the states is still there, with length 1.",
            () -> Grid.of(new double[][][] {{{1, .75}}, {{1, 3}}}))
        .mistake(
            "not-summed",
            "These are the weighted states; they have not been summed.",
            () ->
                Grid.of(new double[][][] {{{.5, 0}, {0, .25}, {.5, .5}}, {{1, 0}, {0, 3}, {0, 0}}}))
        .equalTo(rows(1, .75, 1, 3));
  }

  @Test
  @Mechanism("3.2.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson03Hints.KEPT_1, Lesson03Hints.KEPT_2, Lesson03Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor states = Tensor.of(STATES, 2, 3, 2);
    Tensor weights = Tensor.of(WEIGHTS, 2, 3);
    String given = GIVEN + ", result " + answer.contexts(weights, states).shapeString();
    Expect.that("states after the call", states)
        .given(given)
        .mistake(
            "weighted-in-place",
            "The states have been multiplied in place; they belong to the caller.",
            () -> Grid.of(Tensor.of(WEIGHTS, 2, 3, 1).mul(Tensor.of(STATES, 2, 3, 2))))
        .equalTo(Grid.of(Tensor.of(STATES, 2, 3, 2)));
    Expect.that("weights after the call", weights)
        .given(given)
        .equalTo(Grid.of(Tensor.of(WEIGHTS, 2, 3)));
  }

  private Tensor ask() {
    return answer.contexts(Tensor.of(WEIGHTS, 2, 3), Tensor.of(STATES, 2, 3, 2));
  }

  private static Grid rows(double a, double b, double c, double d) {
    return Grid.of(new double[][] {{a, b}, {c, d}});
  }
}
