package org.attentionlab.solutions.hidden.lesson12;

import java.util.Locale;
import org.attentionlab.exercises.lesson12.AttentionCost;
import org.attentionlab.exercises.lesson12.Lesson12Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 12.1; the oracle counts by adding, query by query. */
@ChecksOf(AttentionCost.class)
public final class AttentionCostHiddenChecks {

  private static final double EXACT = 1e-12;
  private static final int[] WIDTHS = {1, 3, 16, 64};

  private final AttentionCost answer;

  AttentionCostHiddenChecks(AttentionCost answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("12.1.1 twice the length costs four times as much")
  @Points(1)
  @Hint({Lesson12Hints.SQUARE_1, Lesson12Hints.SQUARE_2, Lesson12Hints.SQUARE_3})
  void twiceTheLength() {
    for (int n : new int[] {1, 7, 500}) {
      for (int times : new int[] {2, 3}) {
        double once = answer.multiplications(n, n, 2, 5, 4);
        double more = answer.multiplications(times * n, times * n, 2, 5, 4);
        Expect.that(
                String.format(Locale.ROOT, "cost of %d words / cost of %d", times * n, n),
                more / once)
            .given("self-attention, 2 heads, dK 5, dV 4")
            .tolerance(EXACT)
            .mistake(
                "linear",
                "This grows with N; every word meets every word, so it grows with N times N.",
                () -> Grid.of(times))
            .mistake("length-ignored", "This does not depend on the length.", () -> Grid.of(1))
            .mistake(
                "cubed",
                "This grows with the cube of the length.",
                () -> Grid.of(times * times * times))
            .equalTo(Grid.of(times * times));
      }
    }
  }

  @Test
  @Mechanism("12.1.2 queries and keys are counted each")
  @Points(1)
  @Hint({Lesson12Hints.PAIRS_1, Lesson12Hints.PAIRS_2, Lesson12Hints.PAIRS_3})
  void queriesAndKeys() {
    double few = answer.multiplications(6, 5, 2, 3, 4);
    Expect.that("cost of 55 keys / cost of 5", answer.multiplications(6, 55, 2, 3, 4) / few)
        .given("6 queries, 2 heads, dK 3, dV 4")
        .tolerance(EXACT)
        .mistake(
            "keys-ignored",
            "More keys cost more: the number of queries stands in the place of the keys.",
            () -> Grid.of(1))
        .mistake(
            "keys-squared",
            "This grows with the square of the keys; the other factor is the queries.",
            () -> Grid.of(121))
        .equalTo(Grid.of(11));
    Expect.that("cost of 42 queries / cost of 6", answer.multiplications(42, 5, 2, 3, 4) / few)
        .given("5 keys, 2 heads, dK 3, dV 4")
        .tolerance(EXACT)
        .mistake(
            "queries-ignored",
            "More queries cost more: the number of keys stands in the place of the queries.",
            () -> Grid.of(1))
        .equalTo(Grid.of(7));
  }

  @Test
  @Mechanism("12.1.3 there are two products")
  @Points(1)
  @Hint({Lesson12Hints.PRODUCTS_1, Lesson12Hints.PRODUCTS_2, Lesson12Hints.PRODUCTS_3})
  void twoProducts() {
    for (int dK : WIDTHS) {
      int dV = dK + 2;
      long scores = added(9, 9, dK);
      long mixture = added(9, 9, dV);
      Expect.that("multiplications", answer.multiplications(9, 9, 1, dK, dV))
          .given(String.format(Locale.ROOT, "9 queries, 9 keys, 1 head, dK %d, dV %d", dK, dV))
          .tolerance(EXACT)
          .mistake(
              "scores-only", "The product of weights and values is missing.", () -> Grid.of(scores))
          .mistake(
              "mixture-only", "The product of queries and keys is missing.", () -> Grid.of(mixture))
          .mistake(
              "additions-too",
              "This is twice too much: count multiplications, not additions.",
              () -> Grid.of(2 * (scores + mixture)))
          .equalTo(Grid.of(scores + mixture));
    }
  }

  @Test
  @Mechanism("12.1.4 every head computes both")
  @Points(1)
  @Hint({Lesson12Hints.HEADS_1, Lesson12Hints.HEADS_2, Lesson12Hints.HEADS_3})
  void everyHead() {
    for (int heads : new int[] {2, 5, 12}) {
      double one = answer.multiplications(9, 7, 1, 3, 4);
      Expect.that("cost of all heads / cost of 1", answer.multiplications(9, 7, heads, 3, 4) / one)
          .given(
              String.format(
                  Locale.ROOT, "%d heads, 9 queries, 7 keys, dK 3 and dV 4 in each head", heads))
          .tolerance(EXACT)
          .mistake(
              "one-head",
              "The heads are not counted; dK and dV are the widths of one head.",
              () -> Grid.of(1))
          .mistake(
              "heads-squared", "The heads are counted twice over.", () -> Grid.of(heads * heads))
          .equalTo(Grid.of(heads));
    }
  }

  @Test
  @Mechanism("12.1.5 long sequences do not overflow")
  @Points(1)
  @Hint({Lesson12Hints.LONG_1, Lesson12Hints.LONG_2, Lesson12Hints.LONG_3})
  void longSequences() {
    int n = 131_000;
    long right = added(n, n, 3) + added(n, n, 5);
    Expect.that("multiplications", answer.multiplications(n, n, 1, 3, 5))
        .given("131,000 queries, 131,000 keys, 1 head, dK 3, dV 5")
        .tolerance(EXACT)
        .mistake(
            "int-overflow",
            "The product was computed as an int, which holds no number above 2,147,483,647.",
            () -> Grid.of((int) right))
        .equalTo(Grid.of(right));
  }

  /** Each query adds a number for each key. */
  private static long added(int queries, int keys, int width) {
    long sum = 0;
    for (int i = 0; i < queries; i++) {
      for (int c = 0; c < width; c++) {
        sum += keys;
      }
    }
    return sum;
  }
}
