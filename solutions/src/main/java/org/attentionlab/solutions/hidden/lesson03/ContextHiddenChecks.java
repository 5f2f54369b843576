package org.attentionlab.solutions.hidden.lesson03;

import java.util.Arrays;
import java.util.Locale;
import org.attentionlab.exercises.lesson03.Context;
import org.attentionlab.exercises.lesson03.Lesson03Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 3.2. */
@ChecksOf(Context.class)
public final class ContextHiddenChecks {

  private static final int[] WIDTHS = {1, 3, 16, 64};
  private static final int BATCH = 2;
  private static final int STATES = 5;

  private final Context answer;

  ContextHiddenChecks(Context answer) {
    this.answer = answer;
  }

  /** Weights [batch][state] and states [batch][state][dK], and what can be made of them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and gone with its test
  private record Case(double[][] weights, double[][][] states) {

    static Case random(int width) {
      double[][] weights = Samples.normal(3500 + width, BATCH, STATES);
      for (int b = 0; b < BATCH; b++) {
        weights[b] = Formulas.softmax(weights[b]);
        for (int j = 0; j < STATES; j++) {
          weights[b][j] = (float) weights[b][j];
        }
      }
      return new Case(weights, Samples.normal(3600 + width, BATCH, STATES, width));
    }

    int width() {
      return states[0][0].length;
    }

    double[][] contexts() {
      double[][] contexts = new double[BATCH][width()];
      for (int b = 0; b < BATCH; b++) {
        for (int j = 0; j < STATES; j++) {
          for (int i = 0; i < width(); i++) {
            contexts[b][i] += weights[b][j] * states[b][j][i];
          }
        }
      }
      return contexts;
    }

    double[] together() {
      double[] sum = new double[width()];
      for (double[] context : contexts()) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += context[i];
        }
      }
      return sum;
    }

    double[][] mean() {
      double[][] even = new double[BATCH][STATES];
      for (double[] row : even) {
        Arrays.fill(row, 1.0 / STATES);
      }
      return new Case(even, states).contexts();
    }

    double[][] best() {
      double[][] hard = new double[BATCH][STATES];
      for (int b = 0; b < BATCH; b++) {
        int best = 0;
        for (int j = 1; j < STATES; j++) {
          best = weights[b][j] > weights[b][best] ? j : best;
        }
        hard[b][best] = 1;
      }
      return new Case(hard, states).contexts();
    }

    double[][] divided() {
      double[][] contexts = contexts();
      for (double[] context : contexts) {
        for (int i = 0; i < context.length; i++) {
          context[i] /= STATES;
        }
      }
      return contexts;
    }

    double[][][] weighted() {
      double[][][] weighted = new double[BATCH][STATES][width()];
      for (int b = 0; b < BATCH; b++) {
        for (int j = 0; j < STATES; j++) {
          for (int i = 0; i < width(); i++) {
            weighted[b][j][i] = weights[b][j] * states[b][j][i];
          }
        }
      }
      return weighted;
    }

    double[][][] withAxis() {
      double[][] contexts = contexts();
      return new double[][][] {{contexts[0]}, {contexts[1]}};
    }

    String given() {
      return String.format(Locale.ROOT, "weights (2, 5), states (2, 5, %d)", width());
    }
  }

  @Test
  @Mechanism("3.2.1 every sentence has a context of its own")
  @Points(4)
  @Hint({Lesson03Hints.OWN_1, Lesson03Hints.OWN_2, Lesson03Hints.OWN_3})
  void everySentenceItsOwn() {
    for (int width : WIDTHS) {
      Case given = Case.random(width);
      Expect.that("contexts", ask(given))
          .given(given.given())
          .mistake(
              "sums-over-the-batch",
              "The sum runs over the batch too: both sentences get the same context.",
              () -> Grid.of(new double[][] {given.together(), given.together()}))
          .mistake(
              "batch-summed-away",
              "The sum runs over the batch: one context is left for both.",
              () -> Grid.of(given.together()))
          .equalTo(Grid.of(given.contexts()));
    }
  }

  @Test
  @Mechanism("3.2.2 states count in the measure of their weights")
  @Points(4)
  @Hint({Lesson03Hints.SHARES_1, Lesson03Hints.SHARES_2, Lesson03Hints.SHARES_3})
  void statesCountByWeight() {
    for (int width : WIDTHS) {
      Case given = Case.random(width);
      Expect.that("contexts", ask(given))
          .given(given.given())
          .mistake(
              "plain-mean",
              "This is the plain mean of the states; the weights have no say.",
              () -> Grid.of(given.mean()))
          .mistake(
              "best-only",
              "This takes the state with the greatest weight alone; attention is soft.",
              () -> Grid.of(given.best()))
          .mistake(
              "divided-by-length",
              "The weighted sum is divided by the number of states; the weights sum to 1 already.",
              () -> Grid.of(given.divided()))
          .equalTo(Grid.of(given.contexts()));
    }
  }

  @Test
  @Mechanism("3.2.3 the axis of the states is gone")
  @Points(1)
  @Hint({Lesson03Hints.FORM_1, Lesson03Hints.FORM_2, Lesson03Hints.FORM_3})
  void formOfTheResult() {
    Case given = Case.random(3);
    Expect.that("contexts", ask(given))
        .given(given.given())
        .mistake(
            "axis-kept",
            "The axis of the states is still there, with length 1.",
            () -> Grid.of(given.withAxis()))
        .mistake(
            "not-summed",
            "These are the weighted states; they have not been summed.",
            () -> Grid.of(given.weighted()))
        .equalTo(Grid.of(given.contexts()));
  }

  @Test
  @Mechanism("3.2.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson03Hints.KEPT_1, Lesson03Hints.KEPT_2, Lesson03Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Case given = Case.random(4);
    Tensor weights = Samples.tensor(given.weights());
    Tensor states = Samples.tensor(given.states());
    String input = given.given() + ", result " + answer.contexts(weights, states).shapeString();
    Expect.that("states after the call", states)
        .given(input)
        .mistake(
            "weighted-in-place",
            "The states have been multiplied in place; they belong to the caller.",
            () -> Grid.of(given.weighted()))
        .equalTo(Grid.of(given.states()));
    Expect.that("weights after the call", weights).given(input).equalTo(Grid.of(given.weights()));
  }

  private Tensor ask(Case given) {
    return answer.contexts(Samples.tensor(given.weights()), Samples.tensor(given.states()));
  }
}
