package org.attentionlab.exercises.lesson05;

import java.util.Arrays;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 5.4. The step is large, so that the ways to take it differ. */
@ChecksOf(SlopeCheck.class)
public final class SlopeCheckChecks {

  private static final double[] SCORES = {1, 0, -1};
  private static final double[] VALUES = {1, 2, 4};
  private static final double H = .25;
  private static final String GIVEN = "scores [1 0 -1], values [1 2 4], h .25";

  private static final double[] CENTRAL = {-.34128321, .11860077, .22492242};
  private static final double[] FORWARD = {-.32725769, .12613044, .24785593};
  private static final double[] BACKWARD = {-.35530872, .1110711, .20198891};

  /** Scores that were moved before stay moved. */
  private static final double[] PILED_UP = {-.34128321, .11346482, .27427371};

  private final SlopeCheck answer;

  SlopeCheckChecks(SlopeCheck answer) {
    this.answer = answer;
  }

  private double[] ask() {
    return answer.slopes(SCORES.clone(), VALUES.clone(), H);
  }

  private static Grid times(double factor) {
    return Grid.of(Arrays.stream(CENTRAL).map(slope -> factor * slope).toArray());
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
            () -> Grid.of(FORWARD))
        .mistake(
            "backward-difference",
            "This is the backward difference: one step down, none up.",
            () -> Grid.of(BACKWARD))
        .mistake(
            "divided-by-h", "Two steps lie between the two points: divide by 2 h.", () -> times(2))
        .mistake(
            "not-divided",
            "This is a difference; a slope is divided by the way.",
            () -> times(2 * H))
        .equalTo(Grid.of(CENTRAL));
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
            () -> Grid.of(PILED_UP))
        .mistake(
            "all-together",
            "All scores move together, which changes no weight: every slope is 0.",
            () -> times(0))
        .equalTo(Grid.of(CENTRAL));
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
            () -> Grid.of(new double[] {.75, -.25, -1.25}))
        .mistake(
            "left-above",
            "The scores have been left a step above where they were.",
            () -> Grid.of(new double[] {1.25, .25, -.75}))
        .equalTo(Grid.of(SCORES));
  }
}
