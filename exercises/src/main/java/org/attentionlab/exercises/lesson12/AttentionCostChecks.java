package org.attentionlab.exercises.lesson12;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 12.1. */
@ChecksOf(AttentionCost.class)
public final class AttentionCostChecks {

  private static final double EXACT = 1e-12;

  private final AttentionCost answer;

  AttentionCostChecks(AttentionCost answer) {
    this.answer = answer;
  }

  /** A ratio, so that a product that was forgotten costs its own point only. */
  @Test
  @Mechanism("12.1.1 twice the length costs four times as much")
  @Points(1)
  @Hint({Lesson12Hints.SQUARE_1, Lesson12Hints.SQUARE_2, Lesson12Hints.SQUARE_3})
  void twiceTheLength() {
    double once = answer.multiplications(10, 10, 1, 4, 3);
    Expect.that("cost of 20 words / cost of 10", answer.multiplications(20, 20, 1, 4, 3) / once)
        .given("self-attention, 1 head, dK 4, dV 3")
        .tolerance(EXACT)
        .mistake(
            "linear",
            "This grows with N; every word meets every word, so it grows with N times N.",
            () -> Grid.of(2))
        .mistake("length-ignored", "This does not depend on the length.", () -> Grid.of(1))
        .mistake("cubed", "This grows with the cube of the length.", () -> Grid.of(8))
        .equalTo(Grid.of(4));
  }

  @Test
  @Mechanism("12.1.2 queries and keys are counted each")
  @Points(1)
  @Hint({Lesson12Hints.PAIRS_1, Lesson12Hints.PAIRS_2, Lesson12Hints.PAIRS_3})
  void queriesAndKeys() {
    double few = answer.multiplications(10, 10, 1, 4, 3);
    Expect.that("cost of 70 keys / cost of 10", answer.multiplications(10, 70, 1, 4, 3) / few)
        .given("10 queries, 1 head, dK 4, dV 3")
        .tolerance(EXACT)
        .mistake(
            "keys-ignored",
            "More keys cost more: the number of queries stands in the place of the keys.",
            () -> Grid.of(1))
        .mistake(
            "keys-squared",
            "This grows with the square of the keys; the other factor is the queries.",
            () -> Grid.of(49))
        .equalTo(Grid.of(7));
  }

  @Test
  @Mechanism("12.1.3 there are two products")
  @Points(1)
  @Hint({Lesson12Hints.PRODUCTS_1, Lesson12Hints.PRODUCTS_2, Lesson12Hints.PRODUCTS_3})
  void twoProducts() {
    Expect.that("multiplications", answer.multiplications(10, 10, 1, 4, 3))
        .given("10 queries, 10 keys, 1 head, dK 4, dV 3")
        .tolerance(EXACT)
        .mistake("scores-only", "The product of weights and values is missing.", () -> Grid.of(400))
        .mistake("mixture-only", "The product of queries and keys is missing.", () -> Grid.of(300))
        .mistake(
            "additions-too",
            "This is twice too much: count multiplications, not additions.",
            () -> Grid.of(1_400))
        .equalTo(Grid.of(700));
  }

  @Test
  @Mechanism("12.1.4 every head computes both")
  @Points(1)
  @Hint({Lesson12Hints.HEADS_1, Lesson12Hints.HEADS_2, Lesson12Hints.HEADS_3})
  void everyHead() {
    double one = answer.multiplications(10, 10, 1, 4, 3);
    Expect.that("cost of 8 heads / cost of 1", answer.multiplications(10, 10, 8, 4, 3) / one)
        .given("10 queries, 10 keys, dK 4 and dV 3 in each head")
        .tolerance(EXACT)
        .mistake(
            "one-head",
            "The heads are not counted; dK and dV are the widths of one head.",
            () -> Grid.of(1))
        .mistake("heads-squared", "The heads are counted twice over.", () -> Grid.of(64))
        .equalTo(Grid.of(8));
  }

  @Test
  @Mechanism("12.1.5 long sequences do not overflow")
  @Points(1)
  @Hint({Lesson12Hints.LONG_1, Lesson12Hints.LONG_2, Lesson12Hints.LONG_3})
  void longSequences() {
    Expect.that("multiplications", answer.multiplications(100_000, 100_000, 1, 64, 64))
        .given("100,000 queries, 100,000 keys, 1 head, dK 64, dV 64")
        .tolerance(EXACT)
        .mistake(
            "int-overflow",
            "The product was computed as an int, which holds no number above 2,147,483,647.",
            () -> Grid.of(99_745_792))
        .equalTo(Grid.of(1_280_000_000_000L));
  }
}
