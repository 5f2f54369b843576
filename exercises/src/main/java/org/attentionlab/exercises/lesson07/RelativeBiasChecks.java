package org.attentionlab.exercises.lesson07;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/**
 * Public checks of exercise 7.4. Where the direction of the distance plays no part, the table is
 * the same on both sides.
 */
@ChecksOf(RelativeBias.class)
public final class RelativeBiasChecks {

  private static final float HIDDEN = Float.NEGATIVE_INFINITY;

  private final RelativeBias answer;

  RelativeBiasChecks(RelativeBias answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("7.4.1 the distance is the query's place less the key's")
  @Points(5)
  @Hint({Lesson07Hints.DISTANCE_1, Lesson07Hints.DISTANCE_2, Lesson07Hints.DISTANCE_3})
  void distanceHasADirection() {
    Tensor table = Tensor.of(new float[] {10, 20, 30, 40, 50}, 5, 1);
    Expect.that("scores", answer.add(Tensor.zeros(1, 1, 3, 3), table, 0))
        .given("scores (1, 1, 3, 3) = 0, table (5, 1) = 10 20 30 40 50")
        .mistake(
            "key-less-query",
            "The distance is j - i here; it is i - j, the query's place less the key's.",
            () -> oneHead(3, 30, 40, 50, 20, 30, 40, 10, 20, 30))
        .mistake(
            "no-direction",
            "Before and after are not told apart: the distance has a sign.",
            () -> oneHead(3, 30, 40, 50, 40, 30, 40, 50, 40, 30))
        .mistake(
            "not-centred",
            "Distance 0 reads row 0; it stands in the middle row.",
            () -> oneHead(3, 10, 10, 10, 20, 10, 10, 30, 20, 10))
        .equalTo(oneHead(3, 30, 20, 10, 40, 30, 20, 50, 40, 30));
  }

  @Test
  @Mechanism("7.4.2 distances beyond the reach share the last row")
  @Points(3)
  @Hint({Lesson07Hints.CLIP_1, Lesson07Hints.CLIP_2, Lesson07Hints.CLIP_3})
  void farDistancesShare() {
    Tensor table = Tensor.of(new float[] {30, 20, 30}, 3, 1);
    Expect.that("scores", answer.add(Tensor.zeros(1, 1, 4, 4), table, 0))
        .given("scores (1, 1, 4, 4) = 0, table (3, 1) = 30 20 30")
        .mistake(
            "none-beyond",
            "Nothing is added beyond the reach; the last row serves there.",
            () -> oneHead(4, 20, 30, 0, 0, 30, 20, 30, 0, 0, 30, 20, 30, 0, 0, 30, 20))
        .mistake(
            "wrapped",
            "Beyond the reach the table is read again from its other end.",
            () -> oneHead(4, 20, 30, 30, 20, 30, 20, 30, 30, 30, 30, 20, 30, 20, 30, 30, 20))
        .equalTo(oneHead(4, 20, 30, 30, 30, 30, 20, 30, 30, 30, 30, 20, 30, 30, 30, 30, 20));
  }

  @Test
  @Mechanism("7.4.3 each head has its own column, in every sentence")
  @Points(3)
  @Hint({Lesson07Hints.HEADS_1, Lesson07Hints.HEADS_2, Lesson07Hints.HEADS_3})
  void headsHaveColumns() {
    Tensor table = Tensor.of(new float[] {1, 10, 2, 20, 1, 10}, 3, 2);
    Expect.that("scores", answer.add(Tensor.zeros(2, 2, 2, 2), table, 0))
        .given("scores (2, 2, 2, 2) = 0, table (3, 2) = 1 10, 2 20, 1 10")
        .mistake(
            "first-head",
            "All heads read the first column; head h reads column h.",
            () -> twoHeads(2, 1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2))
        .mistake(
            "averaged",
            "The heads' biases have been averaged; every head keeps its own.",
            () -> twoHeads(11, 5.5, 5.5, 11, 11, 5.5, 5.5, 11, 11, 5.5, 5.5, 11, 11, 5.5, 5.5, 11))
        .mistake(
            "sentence-for-head",
            "The column was chosen by the sentence; it belongs to the head, axis 1.",
            () -> twoHeads(2, 1, 1, 2, 2, 1, 1, 2, 20, 10, 10, 20, 20, 10, 10, 20))
        .equalTo(twoHeads(2, 1, 1, 2, 20, 10, 10, 20, 2, 1, 1, 2, 20, 10, 10, 20));
  }

  @Test
  @Mechanism("7.4.4 the first query stands at first")
  @Points(2)
  @Hint({Lesson07Hints.FIRST_1, Lesson07Hints.FIRST_2, Lesson07Hints.FIRST_3})
  void queriesStartAtFirst() {
    Tensor table = Tensor.of(new float[] {3, 2, 1, 2, 3}, 5, 1);
    Expect.that("scores", answer.add(Tensor.zeros(1, 1, 1, 4), table, 2))
        .given("scores (1, 1, 1, 4) = 0, table (5, 1) = 3 2 1 2 3, first 2")
        .mistake(
            "first-ignored",
            "The query stands at 0 here; it stands at first.",
            () -> oneHead(1, 1, 2, 3, 3))
        .mistake(
            "aligned-to-end",
            "The query stands at the last key here; it stands at first.",
            () -> oneHead(1, 3, 3, 2, 1))
        .equalTo(oneHead(1, 3, 2, 1, 2));
  }

  @Test
  @Mechanism("7.4.5 the bias is added, and hidden keys stay hidden")
  @Points(1)
  @Hint({Lesson07Hints.ADDED_1, Lesson07Hints.ADDED_2, Lesson07Hints.ADDED_3})
  void biasIsAdded() {
    Tensor scores = Tensor.of(new float[] {1, HIDDEN, 2, 3}, 1, 1, 2, 2);
    Expect.that("scores", answer.add(scores, Tensor.full(.5f, 3, 1), 0))
        .given("scores (1, 1, 2, 2) = 1 -Infinity 2 3, table (3, 1) = .5 .5 .5")
        .mistake(
            "bias-only",
            "The scores are gone: the bias is added to them.",
            () -> oneHead(2, .5, .5, .5, .5))
        .mistake(
            "multiplied",
            "Scores and biases have been multiplied; they are added.",
            () -> oneHead(2, .5, HIDDEN, 1, 1.5))
        .mistake("unmasked", "A hidden key has a score again.", () -> oneHead(2, 1.5, .5, 2.5, 3.5))
        .equalTo(oneHead(2, 1.5, HIDDEN, 2.5, 3.5));
  }

  @Test
  @Mechanism("7.4.6 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson07Hints.KEPT_1, Lesson07Hints.KEPT_2, Lesson07Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor scores = Tensor.of(new float[] {1, 2, 3, 4}, 1, 1, 2, 2);
    Tensor table = Tensor.of(new float[] {5, 6, 5}, 3, 1);
    String given =
        "scores (1, 1, 2, 2) = 1 to 4, table (3, 1) = 5 6 5, result "
            + answer.add(scores, table, 0).shapeString();
    Expect.that("scores after the call", scores)
        .given(given)
        .mistake(
            "added-in-place",
            "The biases have been added to the scores that came in; they belong to the caller.",
            () -> oneHead(2, 7, 7, 8, 10))
        .equalTo(oneHead(2, 1, 2, 3, 4));
    Expect.that("table after the call", table)
        .given(given)
        .equalTo(Grid.of(new double[][] {{5}, {6}, {5}}));
  }

  private static Grid oneHead(int queries, double... values) {
    return Grid.of(new int[] {1, 1, queries, values.length / queries}, values);
  }

  private static Grid twoHeads(double... values) {
    return Grid.of(new int[] {2, 2, 2, 2}, values);
  }
}
