package org.attentionlab.exercises.lesson10;

import java.util.Arrays;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 10.2, at dModel 16 and a warm-up of 4 steps. */
@ChecksOf(WarmupRate.class)
public final class WarmupRateChecks {

  private static final int D_MODEL = 16;
  private static final int WARMUP = 4;
  private static final String GIVEN = "dModel 16, warmup 4, ";

  private final WarmupRate answer;

  WarmupRateChecks(WarmupRate answer) {
    this.answer = answer;
  }

  private double[] rates(int... steps) {
    return Arrays.stream(steps).mapToDouble(step -> answer.rate(step, D_MODEL, WARMUP)).toArray();
  }

  @Test
  @Mechanism("10.2.1 step 0 has the rate 0")
  @Points(2)
  @Hint({Lesson10Hints.ZERO_1, Lesson10Hints.ZERO_2, Lesson10Hints.ZERO_3})
  void stepZero() {
    Expect.that("rates", rates(0))
        .given(GIVEN + "step 0")
        .mistake(
            "division-by-zero",
            "0^-0.5 is infinite, and infinity times 0 is NaN: step 0 needs a word of its own.",
            () -> row(Double.NaN))
        .mistake(
            "infinite",
            "0^-0.5 is infinite: the line of the warm-up, which is 0 there, has to win.",
            () -> row(Double.POSITIVE_INFINITY))
        .mistake(
            "starts-at-one",
            "This is the rate of step 1: the steps have been moved by one.",
            () -> row(.03125))
        .equalTo(row(0));
  }

  @Test
  @Mechanism("10.2.2 the rate rises along a line to its peak")
  @Points(2)
  @Hint({Lesson10Hints.RISE_1, Lesson10Hints.RISE_2, Lesson10Hints.RISE_3})
  void risesToThePeak() {
    Expect.that("rates", rates(1, 2, 4))
        .given(GIVEN + "steps 1, 2, 4")
        .mistake(
            "no-warmup",
            "There is no warm-up: this begins at the greatest rate and falls.",
            () -> row(.25, .1767767, .125))
        .mistake(
            "whole-numbers",
            "Dividing int by int cuts the share off; make one of them a double.",
            () -> row(0, 0, .125))
        .mistake("width-forgotten", "The factor dModel^-0.5 is missing.", () -> row(.125, .25, .5))
        .mistake(
            "exponent-of-the-warmup",
            "The warm-up has the exponent -0.5 here; it is -1.5, so that line and root meet.",
            () -> row(.125, .1767767, .125))
        .equalTo(row(.03125, .0625, .125));
  }

  @Test
  @Mechanism("10.2.3 after the peak it falls with the root of the step")
  @Points(1)
  @Hint({Lesson10Hints.FALL_1, Lesson10Hints.FALL_2, Lesson10Hints.FALL_3})
  void fallsWithTheRoot() {
    Expect.that("rates", rates(9, 16, 64))
        .given(GIVEN + "steps 9, 16, 64")
        .mistake("never-falls", "After the warm-up the rate stays.", () -> row(.125, .125, .125))
        .mistake(
            "rises-for-ever",
            "The line goes on: the greater of the two has been taken, or the line alone.",
            () -> row(.28125, .5, 2))
        .mistake(
            "falls-too-fast",
            "This falls with the step itself, not with its root.",
            () -> row(.05555556, .03125, .0078125))
        .equalTo(row(.08333333, .0625, .03125));
  }

  private static Grid row(double... values) {
    return Grid.of(values);
  }
}
