package org.attentionlab.solutions.hidden.lesson07;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.attentionlab.exercises.lesson07.Lesson07Hints;
import org.attentionlab.exercises.lesson07.Sinusoid;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 7.1. */
@ChecksOf(Sinusoid.class)
public final class SinusoidHiddenChecks {

  private static final int[] WIDTHS = {16, 64};
  private static final int[] ODD_WIDTHS = {3, 1, 17};

  /** Past the 512 rows of a usual table; angles in float32 lose some digits there. */
  private static final int MANY = 600;

  private static final double FLOAT_ANGLES = 1e-3;

  private final Sinusoid answer;

  SinusoidHiddenChecks(Sinusoid answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("7.1.1 pair i turns by t / 10000^(2i / dModel)")
  @Points(5)
  @Hint({Lesson07Hints.WAVES_1, Lesson07Hints.WAVES_2, Lesson07Hints.WAVES_3})
  void wavelengths() {
    for (int d : WIDTHS) {
      expectWaves(7, d);
      expectWaves(MANY, d);
    }
  }

  private void expectWaves(int positions, int d) {
    Expect.that("encodings", answer.encodings(positions, d))
        .given(String.format(Locale.ROOT, "%d positions, dModel %d", positions, d))
        .tolerance(FLOAT_ANGLES)
        .mistake(
            "i-over-d",
            "The exponent is i / dModel here; it is 2i / dModel, with i the number of the pair.",
            () -> Grid.of(Waves.encodings(positions, d, Waves.I_OVER_D)))
        .mistake(
            "exponent-i",
            "The exponent is i here; it is 2i / dModel.",
            () -> Grid.of(Waves.encodings(positions, d, Waves.I)))
        .mistake(
            "column-index",
            "The exponent is twice the column here; i is the number of the pair, not of the column.",
            () -> Grid.of(Waves.encodings(positions, d, Waves.COLUMN)))
        .mistake(
            "own-exponent",
            "Cosines have wavelengths of their own here; a cosine shares that of its sine.",
            () -> Grid.of(Waves.encodings(positions, d, Waves.OWN)))
        .equalTo(Grid.of(Waves.encodings(positions, d, Waves.RIGHT)));
  }

  /** At position 0 no wavelength plays a part. */
  @Test
  @Mechanism("7.1.2 position 0 is a row of 0 and 1 in turn")
  @Points(3)
  @Hint({Lesson07Hints.START_1, Lesson07Hints.START_2, Lesson07Hints.START_3})
  void startsAtZero() {
    for (int d : WIDTHS) {
      Expect.that("encodings", answer.encodings(1, d))
          .given("1 position, dModel " + d)
          .mistake(
              "swapped",
              "Sines and cosines are exchanged: even columns are sines.",
              () -> row(d, c -> 1 - c % 2))
          .mistake(
              "halves",
              "All sines come first here; sine and cosine of a pair stand side by side.",
              () -> row(d, c -> c < d / 2 ? 0 : 1))
          .mistake(
              "sines-only", "There are sines only: odd columns are cosines.", () -> row(d, c -> 0))
          .mistake(
              "from-1",
              "The first row is that of position 1; positions count from 0.",
              () -> row(d, c -> Waves.wave(1, c, d, Waves.RIGHT)))
          .equalTo(row(d, c -> c % 2));
    }
  }

  @Test
  @Mechanism("7.1.3 an odd width ends with a sine")
  @Points(2)
  @Hint({Lesson07Hints.ODD_1, Lesson07Hints.ODD_2, Lesson07Hints.ODD_3})
  void oddWidth() {
    for (int d : ODD_WIDTHS) {
      Grid all = Expect.that("encodings", answer.encodings(5, d)).shaped(5, d);
      Expect.that("column " + (d - 1), last(all, d))
          .given("5 positions, dModel " + d)
          .mistake(
              "last-column-empty",
              "The last column is empty: it is a sine whose cosine is left out.",
              () -> column(t -> 0))
          .mistake(
              "last-column-cosine",
              "The last column is a cosine; it is the sine of a pair whose cosine is left out.",
              () -> column(t -> Math.cos(Waves.angle(t, d - 1, d, Waves.RIGHT))))
          .mistake(
              "rounded-width",
              "The exponent has dModel + 1 in it; an odd dModel stays odd there.",
              () -> column(t -> Waves.wave(t, d - 1, d, Waves.ROUNDED_WIDTH)))
          .equalTo(column(t -> Waves.wave(t, d - 1, d, Waves.RIGHT)));
    }
  }

  private static Grid row(int length, IntToDoubleFunction value) {
    double[][] row = new double[1][length];
    for (int c = 0; c < length; c++) {
      row[0][c] = value.applyAsDouble(c);
    }
    return Grid.of(row);
  }

  private static double[] last(Grid all, int d) {
    double[] values = all.values();
    double[] column = new double[values.length / d];
    for (int t = 0; t < column.length; t++) {
      column[t] = values[t * d + d - 1];
    }
    return column;
  }

  private static Grid column(IntToDoubleFunction value) {
    double[] column = new double[5];
    for (int t = 0; t < column.length; t++) {
      column[t] = value.applyAsDouble(t);
    }
    return Grid.of(column);
  }
}
