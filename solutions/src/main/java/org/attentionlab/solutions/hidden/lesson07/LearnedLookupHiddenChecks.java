package org.attentionlab.solutions.hidden.lesson07;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.attentionlab.exercises.lesson07.LearnedLookup;
import org.attentionlab.exercises.lesson07.Lesson07Hints;
import org.attentionlab.exercises.lesson07.Refusal;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.grading.expect.Mistake;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 7.2. A table of BERT's length is among them. */
@ChecksOf(LearnedLookup.class)
public final class LearnedLookupHiddenChecks {

  private static final int[] WIDTHS = {3, 1, 16, 64};
  private static final int B = 3;
  private static final int T = 5;

  /** The row that stands for none. */
  private static final int NO_ROW = -1;

  /** Which row a word gets. */
  @FunctionalInterface
  private interface Row {
    int of(int sentence, int word);
  }

  private final LearnedLookup answer;

  LearnedLookupHiddenChecks(LearnedLookup answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("7.2.1 word t gets row first + t added")
  @Points(4)
  @Hint({Lesson07Hints.ROWS_1, Lesson07Hints.ROWS_2, Lesson07Hints.ROWS_3})
  void rowsAreAdded() {
    int first = 4;
    for (int d : WIDTHS) {
      double[][][] x = Samples.normal(7200 + d, B, T, d);
      double[][] table = Samples.normal(7300 + d, 12, d);
      Expect.that("result", answer.add(Samples.tensor(x), Samples.tensor(table), first))
          .given(
              String.format(
                  Locale.ROOT,
                  "x (%d, %d, %d), table (12, %d), first 4, seed %d",
                  B,
                  T,
                  d,
                  d,
                  7200 + d))
          .mistake(
              "from-0",
              "The first word got row 0; it stands at position first.",
              () -> sums(x, table, (b, t) -> t))
          .mistake(
              "replaced",
              "The words are gone: positions are added to them.",
              () -> sums(new double[B][T][d], table, (b, t) -> first + t))
          .mistake(
              "same-row",
              "All words got the row of the first: word t stands at first + t.",
              () -> sums(x, table, (b, t) -> first))
          .mistake(
              "sentence-for-position",
              "The row was chosen by the sentence, not by the place of the word in it.",
              () -> sums(x, table, (b, t) -> first + b))
          .equalTo(sums(x, table, (b, t) -> first + t));
    }
  }

  @Test
  @Mechanism("7.2.2 a position without a row is an error, and the last row is not")
  @Points(4)
  @Hint({Lesson07Hints.END_1, Lesson07Hints.END_2, Lesson07Hints.END_3})
  void tableHasAnEnd() {
    for (int rows : new int[] {7, 512}) {
      double[][] table = Samples.normal(7400 + rows, rows, 3);
      expectAccepted(table, rows - T);
      expectRefused(table, rows - T + 1);
      expectRefused(table, rows);
      expectRefusedBelow(table);
    }
    expectAccepted(Samples.normal(7405, T, 3), 0);
  }

  private void expectAccepted(double[][] table, int first) {
    int rows = table.length;
    Refusal.of(() -> ask(table, first))
        .ifPresent(
            thrown -> {
              throw Expect.failed(
                  given(rows, first) + "; expected a result, got " + thrown,
                  new Mistake(
                      "last-row-refused",
                      String.format(
                          Locale.ROOT,
                          "Positions %d to %d have rows: a table of %d has the positions 0 to %d.",
                          first,
                          first + T - 1,
                          rows,
                          rows - 1)));
            });
  }

  private void expectRefused(double[][] table, int first) {
    if (Refusal.of(() -> ask(table, first)).isPresent()) {
      return;
    }
    int rows = table.length;
    double[][][] nothing = new double[B][T][3];
    throw Expect.that("result", ask(table, first))
        .given(given(rows, first))
        .mistake(
            "clamped",
            "A position without a row got the row at the end, which was learned for another.",
            () -> sums(nothing, table, (b, t) -> Math.max(0, Math.min(rows - 1, first + t))))
        .mistake(
            "wrapped",
            "A position past the table got a row from its start.",
            () -> sums(nothing, table, (b, t) -> Math.floorMod(first + t, rows)))
        .mistake(
            "nothing-added",
            "A position without a row got nothing added, so that its word has no place.",
            () ->
                sums(
                    nothing,
                    table,
                    (b, t) -> first + t < 0 || first + t >= rows ? NO_ROW : first + t))
        .mistake(
            "cut",
            "The sentence was cut where the table ends, and nobody was told.",
            () ->
                sums(
                    new double[B][Math.max(1, Math.min(T, rows - first))][3],
                    table,
                    (b, t) -> Math.min(rows - 1, first + t)))
        .unexpected("an exception");
  }

  private void expectRefusedBelow(double[][] table) {
    if (Refusal.of(() -> ask(table, -1)).isPresent()) {
      return;
    }
    int rows = table.length;
    throw Expect.that("result", ask(table, -1))
        .given(given(rows, -1))
        .mistake(
            "counted-from-end",
            "Position -1 got the last row; there is no position below 0.",
            () -> sums(new double[B][T][3], table, (b, t) -> (rows + t - 1) % rows))
        .unexpected("an exception");
  }

  @Test
  @Mechanism("7.2.3 the error names the position and the table's length")
  @Points(1)
  @Hint({Lesson07Hints.MESSAGE_1, Lesson07Hints.MESSAGE_2, Lesson07Hints.MESSAGE_3})
  void errorIsClear() {
    double[][] table = Samples.normal(7500, 24, 3);
    Optional<String> thrown = Refusal.of(() -> ask(table, 41));
    String where = given(24, 41) + "; got " + thrown.orElse("a result");
    String text = thrown.orElse("");
    if (!text.startsWith("IndexOutOfBoundsException")) {
      throw Expect.failed(
          where, new Mistake("other-exception", "This is no IndexOutOfBoundsException."));
    }
    if (!text.matches(".*\\b41\\b.*") || !text.matches(".*\\b24\\b.*")) {
      throw Expect.failed(
          where,
          new Mistake(
              "no-numbers",
              "The message holds the first position that is missing, 41, and the number of rows,"
                  + " 24."));
    }
  }

  @Test
  @Mechanism("7.2.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson07Hints.KEPT_1, Lesson07Hints.KEPT_2, Lesson07Hints.KEPT_3})
  void inputsAreLeftAlone() {
    double[][][] x = Samples.normal(7600, B, T, 3);
    double[][] rows = Samples.normal(7601, 8, 3);
    Tensor words = Samples.tensor(x);
    Tensor table = Samples.tensor(rows);
    String given = "seed 7600, first 2, result " + answer.add(words, table, 2).shapeString();
    Expect.that("x after the call", words)
        .given(given)
        .mistake(
            "added-in-place",
            "The positions have been added to x itself; it belongs to the caller.",
            () -> sums(x, rows, (b, t) -> 2 + t))
        .equalTo(Grid.of(x));
    Expect.that("table after the call", table).given(given).equalTo(Grid.of(rows));
  }

  private Tensor ask(double[][] table, int first) {
    return answer.add(Tensor.zeros(B, T, 3), Samples.tensor(table), first);
  }

  private static String given(int rows, int first) {
    return String.format(
        Locale.ROOT, "x (%d, %d, 3) = 0, table (%d, 3), first %d", B, T, rows, first);
  }

  private static Grid sums(double[][][] x, double[][] table, Row row) {
    double[][][] sums = new double[x.length][x[0].length][];
    for (int b = 0; b < x.length; b++) {
      for (int t = 0; t < x[b].length; t++) {
        sums[b][t] = Arrays.copyOf(x[b][t], x[b][t].length);
        int at = row.of(b, t);
        for (int c = 0; c < sums[b][t].length && at != NO_ROW; c++) {
          sums[b][t][c] += table[at][c];
        }
      }
    }
    return Grid.of(sums);
  }
}
