package org.attentionlab.exercises.lesson07;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 7.3. */
@ChecksOf(ShiftMatrix.class)
public final class ShiftMatrixChecks {

  private static final double SIN_1 = .84147098;
  private static final double COS_1 = .54030231;

  /** Of the second pair with dModel 4, one place on. */
  private static final double SIN_01 = .00999983;

  private static final double COS_01 = .99995000;

  private final ShiftMatrix answer;

  ShiftMatrixChecks(ShiftMatrix answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("7.3.1 a pair is turned on by k, not back")
  @Points(5)
  @Hint({Lesson07Hints.TURN_1, Lesson07Hints.TURN_2, Lesson07Hints.TURN_3})
  void turnsOn() {
    Expect.that("M", answer.matrix(1, 2))
        .given("k 1, dModel 2")
        .mistake(
            "sign",
            "This turns the other way: it leads from PE(t + k) back to PE(t).",
            () -> block(COS_1, -SIN_1, SIN_1, COS_1))
        .mistake(
            "no-minus",
            "Both sines are positive here; the cosine of a sum has a minus in it.",
            () -> block(COS_1, SIN_1, SIN_1, COS_1))
        .mistake(
            "cosines-only",
            "The sines are missing: a sine further on is made of the sine and of the cosine.",
            () -> block(COS_1, 0, 0, COS_1))
        .mistake(
            "exchanged",
            "Sine and cosine of the angle are exchanged: with k = 0 nothing must move.",
            () -> block(SIN_1, COS_1, -COS_1, SIN_1))
        .equalTo(block(COS_1, SIN_1, -SIN_1, COS_1));
  }

  /**
   * Judged in the direction in which the answer turns, so that a sign costs its own points only.
   */
  @Test
  @Mechanism("7.3.2 every pair turns at its own pace")
  @Points(3)
  @Hint({Lesson07Hints.BLOCKS_1, Lesson07Hints.BLOCKS_2, Lesson07Hints.BLOCKS_3})
  void pairsTurnAlone() {
    String given = "k 1, dModel 4";
    Grid got = Expect.that("M", answer.matrix(1, 4)).given(given).shaped(4, 4);
    double s = got.values()[1] < 0 || got.values()[2] < 0 ? -1 : 1;
    Expect.that("M", got)
        .given(given)
        .mistake(
            "one-pace",
            "Both pairs turn by the same angle; pair 1 has a lower frequency.",
            () -> blocks(s, SIN_1, COS_1))
        .mistake(
            "i-over-d",
            "The exponent is i / dModel here; it is 2i / dModel.",
            () -> blocks(s, .09983342, .99500417))
        .mistake(
            "halves",
            "This is for an encoding with all sines first; in ours a pair stands side by side.",
            () ->
                Grid.of(
                    new double[][] {
                      {COS_1, 0, s * SIN_1, 0},
                      {0, COS_01, 0, s * SIN_01},
                      {-s * SIN_1, 0, COS_1, 0},
                      {0, -s * SIN_01, 0, COS_01}
                    }))
        .equalTo(blocks(s, SIN_01, COS_01));
  }

  @Test
  @Mechanism("7.3.3 k places back undo k places on")
  @Points(2)
  @Hint({Lesson07Hints.BACK_1, Lesson07Hints.BACK_2, Lesson07Hints.BACK_3})
  void backUndoesOn() {
    String given = "dModel 2, M of k = -1 times M of k = 1";
    double[] back = Expect.that("M", answer.matrix(-1, 2)).given(given).shaped(2, 2).values();
    double[] on = Expect.that("M", answer.matrix(1, 2)).given(given).shaped(2, 2).values();
    Expect.that("product", product(back, on))
        .given(given)
        .mistake(
            "size-of-k",
            "The sign of k is lost: two places on in place of none.",
            () -> block(-.41614684, .90929743, -.90929743, -.41614684))
        .mistake(
            "size-of-k",
            "The sign of k is lost: two places back in place of none.",
            () -> block(-.41614684, -.90929743, .90929743, -.41614684))
        .equalTo(block(1, 0, 0, 1));
  }

  private static Grid product(double[] a, double[] b) {
    return block(
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3]);
  }

  private static Grid block(double... values) {
    return Grid.of(new int[] {2, 2}, values);
  }

  /** The right first block, and a second one. */
  private static Grid blocks(double sign, double sin, double cos) {
    return Grid.of(
        new double[][] {
          {COS_1, sign * SIN_1, 0, 0},
          {-sign * SIN_1, COS_1, 0, 0},
          {0, 0, cos, sign * sin},
          {0, 0, -sign * sin, cos}
        });
  }
}
