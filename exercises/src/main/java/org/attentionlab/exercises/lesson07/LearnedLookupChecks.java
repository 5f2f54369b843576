package org.attentionlab.exercises.lesson07;

import java.util.Optional;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.grading.expect.Mistake;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 7.2, on a table of four rows. */
@ChecksOf(LearnedLookup.class)
public final class LearnedLookupChecks {

  private static final float[] TABLE = {10, 20, 30, 40, 50, 60, 70, 80};

  private final LearnedLookup answer;

  LearnedLookupChecks(LearnedLookup answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("7.2.1 word t gets row first + t added")
  @Points(4)
  @Hint({Lesson07Hints.ROWS_1, Lesson07Hints.ROWS_2, Lesson07Hints.ROWS_3})
  void rowsAreAdded() {
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2);
    Expect.that("result", answer.add(x, table(), 1))
        .given("x (2, 2, 2) = 1 to 8, table (4, 2) = 10 20, 30 40, 50 60, 70 80, first 1")
        .mistake(
            "from-0",
            "The first word got row 0; it stands at position first.",
            () -> sentences(11, 22, 33, 44, 15, 26, 37, 48))
        .mistake(
            "replaced",
            "The words are gone: positions are added to them.",
            () -> sentences(30, 40, 50, 60, 30, 40, 50, 60))
        .mistake(
            "same-row",
            "All words got the row of the first: word t stands at first + t.",
            () -> sentences(31, 42, 33, 44, 35, 46, 37, 48))
        .mistake(
            "sentence-for-position",
            "The row was chosen by the sentence, not by the place of the word in it.",
            () -> sentences(31, 42, 33, 44, 55, 66, 57, 68))
        .equalTo(sentences(31, 42, 53, 64, 35, 46, 57, 68));
  }

  @Test
  @Mechanism("7.2.2 a position without a row is an error, and the last row is not")
  @Points(4)
  @Hint({Lesson07Hints.END_1, Lesson07Hints.END_2, Lesson07Hints.END_3})
  void tableHasAnEnd() {
    Refusal.of(() -> answer.add(twoZeros(), table(), 2))
        .ifPresent(
            thrown -> {
              throw Expect.failed(
                  "x (1, 2, 2), table (4, 2), first 2; expected a result, got " + thrown,
                  new Mistake(
                      "last-row-refused",
                      "Positions 2 and 3 have rows: a table of 4 has the positions 0 to 3."));
            });
    if (Refusal.of(() -> answer.add(twoZeros(), table(), 3)).isEmpty()) {
      throw Expect.that("result", answer.add(twoZeros(), table(), 3))
          .given("x (1, 2, 2) = 0, table (4, 2), first 3")
          .mistake(
              "clamped",
              "Position 4 got the last row, which was learned for position 3.",
              () -> Grid.of(new double[][][] {{{70, 80}, {70, 80}}}))
          .mistake(
              "wrapped",
              "Position 4 got row 0: it began again from the start.",
              () -> Grid.of(new double[][][] {{{70, 80}, {10, 20}}}))
          .mistake(
              "nothing-added",
              "Position 4 got nothing added, so that its word has no place.",
              () -> Grid.of(new double[][][] {{{70, 80}, {0, 0}}}))
          .mistake(
              "cut",
              "The sentence was cut where the table ends, and nobody was told.",
              () -> Grid.of(new double[][][] {{{70, 80}}}))
          .unexpected("an exception");
    }
    if (Refusal.of(() -> answer.add(twoZeros(), table(), -1)).isEmpty()) {
      throw Expect.that("result", answer.add(twoZeros(), table(), -1))
          .given("x (1, 2, 2) = 0, table (4, 2), first -1")
          .mistake(
              "counted-from-end",
              "Position -1 got the last row; there is no position below 0.",
              () -> Grid.of(new double[][][] {{{70, 80}, {10, 20}}}))
          .unexpected("an exception");
    }
  }

  @Test
  @Mechanism("7.2.3 the error names the position and the table's length")
  @Points(1)
  @Hint({Lesson07Hints.MESSAGE_1, Lesson07Hints.MESSAGE_2, Lesson07Hints.MESSAGE_3})
  void errorIsClear() {
    Optional<String> thrown = Refusal.of(() -> answer.add(twoZeros(), table(), 9));
    String where = "x (1, 2, 2), table (4, 2), first 9; got " + thrown.orElse("a result");
    String text = thrown.orElse("");
    if (!text.startsWith("IndexOutOfBoundsException")) {
      throw Expect.failed(
          where, new Mistake("other-exception", "This is no IndexOutOfBoundsException."));
    }
    if (!text.matches(".*\\b9\\b.*") || !text.matches(".*\\b4\\b.*")) {
      throw Expect.failed(
          where,
          new Mistake(
              "no-numbers",
              "The message holds the first position that is missing, 9, and the number of rows, 4."));
    }
  }

  @Test
  @Mechanism("7.2.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson07Hints.KEPT_1, Lesson07Hints.KEPT_2, Lesson07Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 1, 2, 2);
    Tensor table = table();
    String given = "x (1, 2, 2) = 1 to 4, first 1, result " + answer.add(x, table, 1).shapeString();
    Expect.that("x after the call", x)
        .given(given)
        .mistake(
            "added-in-place",
            "The positions have been added to x itself; it belongs to the caller.",
            () -> Grid.of(new double[][][] {{{31, 42}, {53, 64}}}))
        .equalTo(Grid.of(new double[][][] {{{1, 2}, {3, 4}}}));
    Expect.that("table after the call", table).given(given).equalTo(Grid.of(table()));
  }

  private static Tensor table() {
    return Tensor.of(TABLE, 4, 2);
  }

  private static Tensor twoZeros() {
    return Tensor.zeros(1, 2, 2);
  }

  private static Grid sentences(double... values) {
    return Grid.of(new int[] {2, 2, 2}, values);
  }
}
