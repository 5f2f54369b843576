package org.attentionlab.solutions.hidden.lesson05;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.attentionlab.exercises.lesson05.Lesson05Hints;
import org.attentionlab.exercises.lesson05.SlopeCheck;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 5.4. The step is large, so that the ways to take it differ. */
@ChecksOf(SlopeCheck.class)
public final class SlopeCheckHiddenChecks {

  private static final double[] SCORES = Samples.normal(5501, 6);
  private static final double[] VALUES = Samples.normal(5502, 6);
  private static final double H = .4;
  private static final String GIVEN = "6 scores and values, h .4";

  private final SlopeCheck answer;

  SlopeCheckHiddenChecks(SlopeCheck answer) {
    this.answer = answer;
  }

  private double[] ask() {
    return answer.slopes(SCORES.clone(), VALUES.clone(), H);
  }

  /** Not the contract's own, which an answer may call and a mistake there would hide from. */
  private static double output(double[] scores, double[] values) {
    double[] weights = Formulas.softmax(scores);
    double mixed = 0;
    for (int j = 0; j < weights.length; j++) {
      mixed += weights[j] * values[j];
    }
    return mixed;
  }

  private static double moved(int place, double by) {
    double[] scores = SCORES.clone();
    scores[place] += by;
    return output(scores, VALUES);
  }

  private static double here() {
    return output(SCORES, VALUES);
  }

  private static Grid each(IntToDoubleFunction slope) {
    double[] slopes = new double[SCORES.length];
    Arrays.setAll(slopes, slope);
    return Grid.of(slopes);
  }

  private static Grid central() {
    return each(i -> (moved(i, H) - moved(i, -H)) / (2 * H));
  }

  /** Scores that were moved before stay moved. */
  private static Grid piledUp() {
    double[] scores = SCORES.clone();
    return each(
        i -> {
          scores[i] += H;
          double up = output(scores, VALUES);
          scores[i] -= 2 * H;
          return (up - output(scores, VALUES)) / (2 * H);
        });
  }

  @Test
  @Mechanism("5.4.1 the step goes both ways")
  @Points(7)
  @Hint({Lesson05Hints.CENTRAL_1, Lesson05Hints.CENTRAL_2, Lesson05Hints.CENTRAL_3})
  void bothWays() {
    Expect.that("slopes", ask())
        .given(GIVEN)
        .mistake(
            "forward-difference",
            "This is the forward difference: one step up, none down. Its error falls with h, not"
                + " with its square.",
            () -> each(i -> (moved(i, H) - here()) / H))
        .mistake(
            "backward-difference",
            "This is the backward difference: one step down, none up.",
            () -> each(i -> (here() - moved(i, -H)) / H))
        .mistake(
            "divided-by-h",
            "Two steps lie between the two points: divide by 2 h.",
            () -> each(i -> (moved(i, H) - moved(i, -H)) / H))
        .mistake(
            "not-divided",
            "This is a difference; a slope is divided by the way.",
            () -> each(i -> moved(i, H) - moved(i, -H)))
        .equalTo(central());
  }

  @Test
  @Mechanism("5.4.2 one score moves at a time")
  @Points(5)
  @Hint({Lesson05Hints.ALONE_1, Lesson05Hints.ALONE_2, Lesson05Hints.ALONE_3})
  void oneAtATime() {
    Expect.that("slopes", ask())
        .given(GIVEN)
        .mistake(
            "scores-stay-moved",
            "A score that was moved before has not been put back for the next slope.",
            () -> piledUp())
        .mistake(
            "all-together",
            "All scores move together, which changes no weight: every slope is 0.",
            () -> each(i -> 0))
        .equalTo(central());
  }

  @Test
  @Mechanism("5.4.3 the array holds what it held")
  @Points(3)
  @Hint({Lesson05Hints.RESTORE_1, Lesson05Hints.RESTORE_2, Lesson05Hints.RESTORE_3})
  void arrayIsRestored() {
    double[] scores = SCORES.clone();
    double[] slopes = answer.slopes(scores, VALUES.clone(), H);
    Expect.that("scores after the call", scores)
        .given(GIVEN + ", " + slopes.length + " slopes")
        .mistake(
            "left-below",
            "The scores have been left a step below where they were.",
            () -> each(i -> SCORES[i] - H))
        .mistake(
            "left-above",
            "The scores have been left a step above where they were.",
            () -> each(i -> SCORES[i] + H))
        .equalTo(Grid.of(SCORES));
  }
}
