package org.attentionlab.exercises.lesson07;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 7.1. */
@ChecksOf(Sinusoid.class)
public final class SinusoidChecks {

  private final Sinusoid answer;

  SinusoidChecks(Sinusoid answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("7.1.1 pair i turns by t / 10000^(2i / dModel)")
  @Points(5)
  @Hint({Lesson07Hints.WAVES_1, Lesson07Hints.WAVES_2, Lesson07Hints.WAVES_3})
  void wavelengths() {
    Expect.that("encodings", answer.encodings(3, 4))
        .given("3 positions, dModel 4")
        .mistake(
            "i-over-d",
            "The exponent is i / dModel here; it is 2i / dModel, with i the number of the pair.",
            () ->
                rows(
                    0,
                    1,
                    0,
                    1, // t = 0
                    .84147098,
                    .54030231,
                    .09983342,
                    .99500417, // t = 1
                    .90929743,
                    -.41614684,
                    .19866933,
                    .98006658))
        .mistake(
            "exponent-i",
            "The exponent is i here; it is 2i / dModel.",
            () ->
                rows(
                    0,
                    1,
                    0,
                    1, // t = 0
                    .84147098,
                    .54030231,
                    .0001,
                    1, // t = 1
                    .90929743,
                    -.41614684,
                    .0002,
                    1))
        .mistake(
            "column-index",
            "The exponent is twice the column here; i is the number of the pair, not of the column.",
            () ->
                rows(
                    0, 1, 0, 1, // t = 0
                    .84147098, .99995000, .0001, 1, // t = 1
                    .90929743, .99980001, .0002, 1))
        .mistake(
            "own-exponent",
            "Cosines have wavelengths of their own here; a cosine shares that of its sine.",
            () ->
                rows(
                    0, 1, 0, 1, // t = 0
                    .84147098, .99500417, .00999983, .9999995, // t = 1
                    .90929743, .98006658, .01999867, .999998))
        .equalTo(
            rows(
                0,
                1,
                0,
                1, // t = 0
                .84147098,
                .54030231,
                .00999983,
                .99995000, // t = 1
                .90929743,
                -.41614684,
                .01999867,
                .99980001));
  }

  /** At position 0 no wavelength plays a part. */
  @Test
  @Mechanism("7.1.2 position 0 is a row of 0 and 1 in turn")
  @Points(3)
  @Hint({Lesson07Hints.START_1, Lesson07Hints.START_2, Lesson07Hints.START_3})
  void startsAtZero() {
    Expect.that("encodings", answer.encodings(1, 4))
        .given("1 position, dModel 4")
        .mistake(
            "swapped",
            "Sines and cosines are exchanged: even columns are sines.",
            () -> rows(1, 0, 1, 0))
        .mistake(
            "halves",
            "All sines come first here; sine and cosine of a pair stand side by side.",
            () -> rows(0, 0, 1, 1))
        .mistake(
            "sines-only", "There are sines only: odd columns are cosines.", () -> rows(0, 0, 0, 0))
        .mistake(
            "from-1",
            "The first row is that of position 1; positions count from 0.",
            () -> rows(.84147098, .54030231, .00999983, .99995000))
        .equalTo(rows(0, 1, 0, 1));
  }

  @Test
  @Mechanism("7.1.3 an odd width ends with a sine")
  @Points(2)
  @Hint({Lesson07Hints.ODD_1, Lesson07Hints.ODD_2, Lesson07Hints.ODD_3})
  void oddWidth() {
    Expect.that("column 2", column(Expect.that("encodings", answer.encodings(2, 3)).shaped(2, 3)))
        .given("2 positions, dModel 3")
        .mistake(
            "last-column-empty",
            "The last column is empty: it is a sine whose cosine is left out.",
            () -> Grid.of(new double[] {0, 0}))
        .mistake(
            "last-column-cosine",
            "The last column is a cosine; it is the sine of a pair whose cosine is left out.",
            () -> Grid.of(new double[] {1, .99999768}))
        .mistake(
            "rounded-width",
            "The exponent has dModel + 1 in it; an odd dModel stays odd there.",
            () -> Grid.of(new double[] {0, .00999983}))
        .equalTo(Grid.of(new double[] {0, .00215443}));
  }

  private static double[] column(Grid encodings) {
    double[] values = encodings.values();
    return new double[] {values[2], values[5]};
  }

  private static Grid rows(double... values) {
    return Grid.of(new int[] {values.length / 4, 4}, values);
  }
}
