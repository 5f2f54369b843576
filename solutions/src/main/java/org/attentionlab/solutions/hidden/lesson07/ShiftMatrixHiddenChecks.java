package org.attentionlab.solutions.hidden.lesson07;

import java.util.Locale;
import org.attentionlab.exercises.lesson07.Lesson07Hints;
import org.attentionlab.exercises.lesson07.ShiftMatrix;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 7.3. */
@ChecksOf(ShiftMatrix.class)
public final class ShiftMatrixHiddenChecks {

  private static final int[] SHIFTS = {1, 5, -3, 40};
  private static final int[] WIDTHS = {4, 16, 64};

  private final ShiftMatrix answer;

  ShiftMatrixHiddenChecks(ShiftMatrix answer) {
    this.answer = answer;
  }

  /** A single pair, so that frequencies play no part. */
  @Test
  @Mechanism("7.3.1 a pair is turned on by k, not back")
  @Points(5)
  @Hint({Lesson07Hints.TURN_1, Lesson07Hints.TURN_2, Lesson07Hints.TURN_3})
  void turnsOn() {
    for (int k : new int[] {1, 5, 40}) {
      double sin = Math.sin(k);
      double cos = Math.cos(k);
      Expect.that("M", answer.matrix(k, 2))
          .given("k " + k + ", dModel 2")
          .mistake(
              "sign",
              "This turns the other way: it leads from PE(t + k) back to PE(t).",
              () -> Grid.of(new double[][] {{cos, -sin}, {sin, cos}}))
          .mistake(
              "no-minus",
              "Both sines are positive here; the cosine of a sum has a minus in it.",
              () -> Grid.of(new double[][] {{cos, sin}, {sin, cos}}))
          .mistake(
              "cosines-only",
              "The sines are missing: a sine further on is made of the sine and of the cosine.",
              () -> Grid.of(new double[][] {{cos, 0}, {0, cos}}))
          .mistake(
              "exchanged",
              "Sine and cosine of the angle are exchanged: with k = 0 nothing must move.",
              () -> Grid.of(new double[][] {{sin, cos}, {-cos, sin}}))
          .equalTo(Grid.of(new double[][] {{cos, sin}, {-sin, cos}}));
    }
  }

  /**
   * Judged in the direction in which the answer turns, so that a sign costs its own points only.
   */
  @Test
  @Mechanism("7.3.2 every pair turns at its own pace")
  @Points(3)
  @Hint({Lesson07Hints.BLOCKS_1, Lesson07Hints.BLOCKS_2, Lesson07Hints.BLOCKS_3})
  void pairsTurnAlone() {
    for (int d : WIDTHS) {
      for (int k : SHIFTS) {
        String given = "k " + k + ", dModel " + d;
        Grid got = Expect.that("M", answer.matrix(k, d)).given(given).shaped(d, d);
        int sign = direction(got.values(), k, d);
        Expect.that("M", got)
            .given(given)
            .mistake(
                "one-pace",
                "All pairs turn by the same angle; later pairs have lower frequencies.",
                () -> Grid.of(Waves.shift(k, d, Waves.NONE, sign)))
            .mistake(
                "i-over-d",
                "The exponent is i / dModel here; it is 2i / dModel.",
                () -> Grid.of(Waves.shift(k, d, Waves.I_OVER_D, sign)))
            .mistake(
                "halves",
                "This is for an encoding with all sines first; in ours a pair stands side by side.",
                () -> Grid.of(Waves.shiftOfHalves(k, d, sign)))
            .equalTo(Grid.of(Waves.shift(k, d, Waves.RIGHT, sign)));
      }
    }
  }

  /** 1 where the first sine stands above the diagonal with the sign of sin k, else -1. */
  private static int direction(double[] m, int k, int d) {
    double above = 0;
    for (int c = 1; c < d && above == 0; c++) {
      above = m[c];
    }
    return above * Math.sin(k) < 0 ? -1 : 1;
  }

  /** The product is computed here, from what the answer gave for k and for -k. */
  @Test
  @Mechanism("7.3.3 k places back undo k places on")
  @Points(2)
  @Hint({Lesson07Hints.BACK_1, Lesson07Hints.BACK_2, Lesson07Hints.BACK_3})
  void backUndoesOn() {
    for (int d : WIDTHS) {
      for (int k : new int[] {1, 5, 40, 0}) {
        String given =
            String.format(Locale.ROOT, "dModel %d, M of k = %d times M of k = %d", d, -k, k);
        double[] back = Expect.that("M", answer.matrix(-k, d)).given(given).shaped(d, d).values();
        double[] on = Expect.that("M", answer.matrix(k, d)).given(given).shaped(d, d).values();
        Expect.that("product", product(back, on, d))
            .given(given)
            .mistake(
                "size-of-k",
                "The sign of k is lost: twice the shift on in place of none.",
                () -> Grid.of(Waves.shift(2 * k, d, Waves.RIGHT, 1)))
            .mistake(
                "size-of-k",
                "The sign of k is lost: twice the shift back in place of none.",
                () -> Grid.of(Waves.shift(2 * k, d, Waves.RIGHT, -1)))
            .equalTo(Grid.of(Waves.shift(0, d, Waves.RIGHT, 1)));
      }
    }
  }

  private static Grid product(double[] a, double[] b, int d) {
    double[][] product = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        for (int c = 0; c < d; c++) {
          product[i][j] += a[i * d + c] * b[c * d + j];
        }
      }
    }
    return Grid.of(product);
  }
}
