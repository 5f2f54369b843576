package org.attentionlab.solutions.hidden.lesson10;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.attentionlab.exercises.lesson10.Lesson10Hints;
import org.attentionlab.exercises.lesson10.WarmupRate;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 10.2. Rates are small, so they are compared per thousandth. */
@ChecksOf(WarmupRate.class)
public final class WarmupRateHiddenChecks {

  /** Width and warm-up; the second row is the paper's. */
  private static final int[][] SIZES = {{64, 10}, {512, 4000}, {3, 7}, {1, 2}};

  private final WarmupRate answer;

  WarmupRateHiddenChecks(WarmupRate answer) {
    this.answer = answer;
  }

  private static Grid rates(int[] steps, IntToDoubleFunction rate) {
    return Grid.of(
        Arrays.stream(steps).mapToDouble(step -> 1000 * rate.applyAsDouble(step)).toArray());
  }

  private Grid ask(int[] size, int... steps) {
    return rates(steps, step -> answer.rate(step, size[0], size[1]));
  }

  private static String given(int[] size, int... steps) {
    return "dModel " + size[0] + ", warmup " + size[1] + ", steps " + Arrays.toString(steps);
  }

  /** Root of the width, which all rates are divided by. */
  private static double width(int[] size) {
    return Math.sqrt(size[0]);
  }

  private static double peak(int[] size) {
    return 1 / (width(size) * Math.sqrt(size[1]));
  }

  @Test
  @Mechanism("10.2.1 step 0 has the rate 0")
  @Points(2)
  @Hint({Lesson10Hints.ZERO_1, Lesson10Hints.ZERO_2, Lesson10Hints.ZERO_3})
  void stepZero() {
    for (int[] size : SIZES) {
      Expect.that("rates in thousandths", ask(size, 0))
          .given(given(size, 0))
          .mistake(
              "division-by-zero",
              "0^-0.5 is infinite, and infinity times 0 is NaN: step 0 needs a word of its own.",
              () -> rates(new int[] {0}, step -> Double.NaN))
          .mistake(
              "infinite",
              "0^-0.5 is infinite: the line of the warm-up, which is 0 there, has to win.",
              () -> rates(new int[] {0}, step -> Double.POSITIVE_INFINITY))
          .mistake(
              "starts-at-one",
              "This is the rate of step 1: the steps have been moved by one.",
              () -> rates(new int[] {0}, step -> peak(size) / size[1]))
          .equalTo(rates(new int[] {0}, step -> 0));
    }
  }

  @Test
  @Mechanism("10.2.2 the rate rises along a line to its peak")
  @Points(2)
  @Hint({Lesson10Hints.RISE_1, Lesson10Hints.RISE_2, Lesson10Hints.RISE_3})
  void risesToThePeak() {
    for (int[] size : SIZES) {
      int[] steps = {1, size[1] / 2, size[1] - 1, size[1]};
      Expect.that("rates in thousandths", ask(size, steps))
          .given(given(size, steps))
          .mistake(
              "no-warmup",
              "There is no warm-up: this begins at the greatest rate and falls.",
              () -> rates(steps, step -> 1 / (width(size) * Math.sqrt(step))))
          .mistake(
              "whole-numbers",
              "Dividing int by int cuts the share off; make one of them a double.",
              () -> rates(steps, step -> step < size[1] ? 0 : peak(size)))
          .mistake(
              "width-forgotten",
              "The factor dModel^-0.5 is missing.",
              () -> rates(steps, step -> width(size) * peak(size) * step / size[1]))
          .mistake(
              "exponent-of-the-warmup",
              "The warm-up has the exponent -0.5 here; it is -1.5, so that line and root meet.",
              () ->
                  rates(
                      steps,
                      step -> Math.min(1 / Math.sqrt(step) / width(size), step * peak(size))))
          .equalTo(rates(steps, step -> peak(size) * step / size[1]));
    }
  }

  @Test
  @Mechanism("10.2.3 after the peak it falls with the root of the step")
  @Points(1)
  @Hint({Lesson10Hints.FALL_1, Lesson10Hints.FALL_2, Lesson10Hints.FALL_3})
  void fallsWithTheRoot() {
    for (int[] size : SIZES) {
      int[] steps = {size[1] + 1, 2 * size[1], 9 * size[1], 100_000};
      Expect.that("rates in thousandths", ask(size, steps))
          .given(given(size, steps))
          .mistake(
              "never-falls",
              "After the warm-up the rate stays.",
              () -> rates(steps, step -> peak(size)))
          .mistake(
              "rises-for-ever",
              "The line goes on: the greater of the two has been taken, or the line alone.",
              () -> rates(steps, step -> peak(size) * step / size[1]))
          .mistake(
              "falls-too-fast",
              "This falls with the step itself, not with its root.",
              () -> rates(steps, step -> peak(size) * size[1] / step))
          .equalTo(rates(steps, step -> 1 / (width(size) * Math.sqrt(step))));
    }
  }
}
