package org.attentionlab.exercises.lesson09;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 9.2, on two short targets. */
@ChecksOf(ShiftRight.class)
public final class ShiftRightChecks {

  private static final String GIVEN = "begin 1, targets [7 5 2] and [6 2 0]";

  private final ShiftRight answer;

  ShiftRightChecks(ShiftRight answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("9.2.1 a place reads what was written before it")
  @Points(2)
  @Hint({Lesson09Hints.SHIFT_1, Lesson09Hints.SHIFT_2, Lesson09Hints.SHIFT_3})
  void placeReadsWhatWasWrittenBefore() {
    Expect.that("shifted", answer.shifted(target(), 1))
        .given(GIVEN)
        .mistake(
            "target-leaks",
            "The target leaks: place t reads target[t], which is what it should write.",
            () -> rows(7, 5, 2, 6, 2, 0))
        .mistake(
            "begin-over-the-first",
            "The token that begins stands in place of the first one; from place 1 on the target"
                + " leaks.",
            () -> rows(1, 5, 2, 1, 2, 0))
        .mistake(
            "shifted-left",
            "This is shifted to the left: place t reads what comes after its answer.",
            () -> rows(5, 2, 0, 2, 0, 0))
        .equalTo(right());
  }

  @Test
  @Mechanism("9.2.2 every sequence begins with the token that begins")
  @Points(1)
  @Hint({Lesson09Hints.BEGIN_1, Lesson09Hints.BEGIN_2, Lesson09Hints.BEGIN_3})
  void everySequenceBegins() {
    Expect.that("shifted", answer.shifted(target(), 1))
        .given(GIVEN)
        .mistake(
            "rolled", "The last token has come round to the front.", () -> rows(2, 7, 5, 0, 6, 2))
        .mistake(
            "begin-forgotten",
            "Place 0 reads padding; it reads the token that begins.",
            () -> rows(0, 7, 5, 0, 6, 2))
        .equalTo(right());
  }

  @Test
  @Mechanism("9.2.3 both sides have the same length")
  @Points(1)
  @Hint({Lesson09Hints.LENGTH_1, Lesson09Hints.LENGTH_2, Lesson09Hints.LENGTH_3})
  void sidesHaveTheSameLength() {
    Expect.that("shifted", answer.shifted(target(), 1))
        .given(GIVEN)
        .mistake(
            "one-longer",
            "The last token of the target is read too: there is a place more than answers.",
            () -> Grid.of(new double[][] {{1, 7, 5, 2}, {1, 6, 2, 0}}))
        .mistake(
            "begin-only-dropped",
            "There is a place less than answers: the token that begins is missing.",
            () -> Grid.of(new double[][] {{7, 5}, {6, 2}}))
        .equalTo(right());
  }

  @Test
  @Mechanism("9.2.4 the target is left as it was")
  @Points(1)
  @Hint({Lesson09Hints.TARGET_KEPT_1, Lesson09Hints.TARGET_KEPT_2, Lesson09Hints.TARGET_KEPT_3})
  void targetIsLeftAlone() {
    int[][] target = target();
    int[][] shifted = answer.shifted(target, 1);
    Expect.that("target after the call", target)
        .given(GIVEN + ", " + shifted.length + " sequences shifted")
        .mistake(
            "shifted-in-place",
            "The target itself has been shifted; the loss still needs it.",
            ShiftRightChecks::right)
        .equalTo(rows(7, 5, 2, 6, 2, 0));
  }

  private static int[][] target() {
    return new int[][] {{7, 5, 2}, {6, 2, 0}};
  }

  private static Grid right() {
    return rows(1, 7, 5, 1, 6, 2);
  }

  private static Grid rows(double... ids) {
    return Grid.of(new int[] {2, 3}, ids);
  }
}
