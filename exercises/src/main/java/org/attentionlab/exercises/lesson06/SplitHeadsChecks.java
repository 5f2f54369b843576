package org.attentionlab.exercises.lesson06;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 6.1, on numbered features. */
@ChecksOf(SplitHeads.class)
public final class SplitHeadsChecks {

  private final SplitHeads answer;

  SplitHeadsChecks(SplitHeads answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("6.1.1 every head gets features of every word")
  @Points(4)
  @Hint({Lesson06Hints.SPLIT_1, Lesson06Hints.SPLIT_2, Lesson06Hints.SPLIT_3})
  void everyHeadGetsEveryWord() {
    Expect.that("heads", answer.split(Tensor.arange(12).reshape(1, 3, 4), 2))
        .given("x (1, 3, 4) = 0 to 11, 2 heads")
        .mistake(
            "reshape",
            "This is reshape alone: head 0 gets whole words in place of its features of each word.",
            () -> heads(new double[][][] {{{0, 1}, {2, 3}, {4, 5}}, {{6, 7}, {8, 9}, {10, 11}}}))
        .mistake(
            "features-before-words",
            "The last two axes are exchanged: words come before features, (B, H, T, d).",
            () -> heads(new double[][][] {{{0, 4, 8}, {1, 5, 9}}, {{2, 6, 10}, {3, 7, 11}}}))
        .equalTo(heads(new double[][][] {{{0, 1}, {4, 5}, {8, 9}}, {{2, 3}, {6, 7}, {10, 11}}}));
  }

  /** A single word, so that exchanged axes play no part. */
  @Test
  @Mechanism("6.1.2 the features of a head are neighbours")
  @Points(2)
  @Hint({Lesson06Hints.NEIGHBOURS_1, Lesson06Hints.NEIGHBOURS_2, Lesson06Hints.NEIGHBOURS_3})
  void featuresAreNeighbours() {
    Expect.that("heads", answer.split(Tensor.arange(6).reshape(1, 1, 6), 2))
        .given("x (1, 1, 6) = 0 to 5, 2 heads")
        .mistake(
            "strided",
            "This deals the features out in turn; head 0 gets the first d of them.",
            () -> heads(new double[][][] {{{0, 2, 4}}, {{1, 3, 5}}}))
        .equalTo(heads(new double[][][] {{{0, 1, 2}}, {{3, 4, 5}}}));
  }

  @Test
  @Mechanism("6.1.3 sequences of a batch stay apart")
  @Points(1)
  @Hint({Lesson06Hints.BATCH_1, Lesson06Hints.BATCH_2, Lesson06Hints.BATCH_3})
  void batchStaysFirst() {
    Expect.that("heads", answer.split(Tensor.arange(8).reshape(2, 1, 4), 2))
        .given("x (2, 1, 4) = 0 to 7, 2 heads")
        .mistake(
            "heads-before-batch",
            "The heads come before the batch: one sequence gets features of the other.",
            () -> Grid.of(new double[][][][] {{{{0, 1}}, {{4, 5}}}, {{{2, 3}}, {{6, 7}}}}))
        .equalTo(Grid.of(new double[][][][] {{{{0, 1}}, {{2, 3}}}, {{{4, 5}}, {{6, 7}}}}));
  }

  @Test
  @Mechanism("6.1.4 the input is left as it was")
  @Points(1)
  @Hint({Lesson06Hints.KEPT_1, Lesson06Hints.KEPT_2, Lesson06Hints.KEPT_3})
  void inputIsLeftAlone() {
    Tensor x = Tensor.arange(8).reshape(1, 2, 4);
    String result = answer.split(x, 2).shapeString();
    Expect.that("x after the call", x)
        .given("x (1, 2, 4) = 0 to 7, 2 heads, result " + result)
        .mistake(
            "overwritten",
            "The result has been written into x; it belongs to the caller.",
            () -> Grid.of(new double[][][] {{{0, 1, 4, 5}, {2, 3, 6, 7}}}))
        .equalTo(Grid.of(new double[][][] {{{0, 1, 2, 3}, {4, 5, 6, 7}}}));
  }

  private static Grid heads(double[][][] ofOneSequence) {
    return Grid.of(new double[][][][] {ofOneSequence});
  }
}
