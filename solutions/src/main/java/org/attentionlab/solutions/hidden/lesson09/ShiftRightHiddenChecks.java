package org.attentionlab.solutions.hidden.lesson09;

import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import org.attentionlab.exercises.lesson09.Lesson09Hints;
import org.attentionlab.exercises.lesson09.ShiftRight;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 9.2. */
@ChecksOf(ShiftRight.class)
public final class ShiftRightHiddenChecks {

  private static final int[] PLACES = {1, 3, 16, 64};
  private static final int BATCH = 5;
  private static final int BEGIN = 2;
  private static final int END = 3;

  private final ShiftRight answer;

  ShiftRightHiddenChecks(ShiftRight answer) {
    this.answer = answer;
  }

  /** Targets that end with the end token and are filled up; no two tokens of one are the same. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and gone with its test
  private record Case(int[][] target) {

    static Case random(int places) {
      Random random = new Random(920L + places);
      int[][] target = new int[BATCH][places];
      for (int[] row : target) {
        int length = 1 + random.nextInt(places);
        for (int t = 0; t < length - 1; t++) {
          row[t] = 10 + 100 * t + random.nextInt(90);
        }
        row[length - 1] = END;
      }
      return new Case(target);
    }

    int[][] copy() {
      int[][] copy = new int[target.length][];
      for (int b = 0; b < copy.length; b++) {
        copy[b] = target[b].clone();
      }
      return copy;
    }

    int places() {
      return target[0].length;
    }

    String given() {
      return String.format(
          Locale.ROOT,
          "begin %d, targets (%d, %d), seed %d",
          BEGIN,
          BATCH,
          places(),
          920 + places());
    }

    /** Rows of a length, filled from the row of the target. */
    Grid rows(int length, IntFunction<PlaceValue> ofRow) {
      double[][] rows = new double[BATCH][length];
      for (int b = 0; b < BATCH; b++) {
        PlaceValue value = ofRow.apply(b);
        for (int t = 0; t < length; t++) {
          rows[b][t] = value.at(t);
        }
      }
      return Grid.of(rows);
    }

    Grid right() {
      return rows(places(), b -> t -> t == 0 ? BEGIN : target[b][t - 1]);
    }

    Grid asItIs() {
      return rows(places(), b -> t -> target[b][t]);
    }
  }

  @FunctionalInterface
  private interface PlaceValue {
    int at(int place);
  }

  @Test
  @Mechanism("9.2.1 a place reads what was written before it")
  @Points(2)
  @Hint({Lesson09Hints.SHIFT_1, Lesson09Hints.SHIFT_2, Lesson09Hints.SHIFT_3})
  void placeReadsWhatWasWrittenBefore() {
    for (int places : new int[] {3, 1, 16, 64}) {
      Case input = Case.random(places);
      int[][] target = input.target();
      Expect.that("shifted", answer.shifted(input.copy(), BEGIN))
          .given(input.given())
          .mistake(
              "target-leaks",
              "The target leaks: place t reads target[t], which is what it should write.",
              input::asItIs)
          .mistake(
              "begin-over-the-first",
              "The token that begins stands in place of the first one; from place 1 on the target"
                  + " leaks.",
              () -> input.rows(places, b -> t -> t == 0 ? BEGIN : target[b][t]))
          .mistake(
              "shifted-left",
              "This is shifted to the left: place t reads what comes after its answer.",
              () -> input.rows(places, b -> t -> t + 1 < places ? target[b][t + 1] : 0))
          .equalTo(input.right());
    }
  }

  @Test
  @Mechanism("9.2.2 every sequence begins with the token that begins")
  @Points(1)
  @Hint({Lesson09Hints.BEGIN_1, Lesson09Hints.BEGIN_2, Lesson09Hints.BEGIN_3})
  void everySequenceBegins() {
    for (int places : PLACES) {
      Case input = Case.random(places);
      int[][] target = input.target();
      Expect.that("shifted", answer.shifted(input.copy(), BEGIN))
          .given(input.given())
          .mistake(
              "rolled",
              "The last token has come round to the front.",
              () -> input.rows(places, b -> t -> target[b][(t + places - 1) % places]))
          .mistake(
              "begin-forgotten",
              "Place 0 reads padding; it reads the token that begins.",
              () -> input.rows(places, b -> t -> t == 0 ? 0 : target[b][t - 1]))
          .equalTo(input.right());
    }
  }

  @Test
  @Mechanism("9.2.3 both sides have the same length")
  @Points(1)
  @Hint({Lesson09Hints.LENGTH_1, Lesson09Hints.LENGTH_2, Lesson09Hints.LENGTH_3})
  void sidesHaveTheSameLength() {
    for (int places : new int[] {3, 1, 16, 64}) {
      Case input = Case.random(places);
      int[][] target = input.target();
      Expect.that("shifted", answer.shifted(input.copy(), BEGIN))
          .given(input.given())
          .mistake(
              "one-longer",
              "The last token of the target is read too: there is a place more than answers.",
              () -> input.rows(places + 1, b -> t -> t == 0 ? BEGIN : target[b][t - 1]))
          .mistake(
              "begin-only-dropped",
              "There is a place less than answers: the token that begins is missing.",
              () -> input.rows(places - 1, b -> t -> target[b][t]))
          .equalTo(input.right());
    }
  }

  @Test
  @Mechanism("9.2.4 the target is left as it was")
  @Points(1)
  @Hint({Lesson09Hints.TARGET_KEPT_1, Lesson09Hints.TARGET_KEPT_2, Lesson09Hints.TARGET_KEPT_3})
  void targetIsLeftAlone() {
    Case input = Case.random(7);
    int[][] given = input.copy();
    int[][] shifted = answer.shifted(given, BEGIN);
    Expect.that("target after the call", given)
        .given(input.given() + ", " + shifted.length + " sequences shifted")
        .mistake(
            "shifted-in-place",
            "The target itself has been shifted; the loss still needs it.",
            input::right)
        .equalTo(input.asItIs());
  }
}
