package org.attentionlab.exercises.lesson06;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 6.2, on numbered features. */
@ChecksOf(MergeHeads.class)
public final class MergeHeadsChecks {

  private final MergeHeads answer;

  MergeHeadsChecks(MergeHeads answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("6.2.1 every word gets its features from every head")
  @Points(4)
  @Hint({Lesson06Hints.MERGE_1, Lesson06Hints.MERGE_2, Lesson06Hints.MERGE_3})
  void everyWordGetsEveryHead() {
    Expect.that("merged", answer.merge(Tensor.arange(12).reshape(1, 2, 3, 2)))
        .given("x (1, 2, 3, 2) = 0 to 11")
        .mistake(
            "reshape",
            "This is reshape alone: word 0 gets features of two words of head 0.",
            () -> words(new double[][] {{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}}))
        .mistake(
            "averaged",
            "This is the mean of the heads; they are put side by side.",
            () -> words(new double[][] {{3, 4}, {5, 6}, {7, 8}}))
        .equalTo(words(new double[][] {{0, 1, 6, 7}, {2, 3, 8, 9}, {4, 5, 10, 11}}));
  }

  /** A single word, so that words cannot get mixed. */
  @Test
  @Mechanism("6.2.2 the heads keep their order")
  @Points(2)
  @Hint({Lesson06Hints.ORDER_1, Lesson06Hints.ORDER_2, Lesson06Hints.ORDER_3})
  void headsKeepTheirOrder() {
    Expect.that("merged", answer.merge(Tensor.arange(6).reshape(1, 2, 1, 3)))
        .given("x (1, 2, 1, 3) = 0 to 5")
        .mistake(
            "interleaved",
            "The heads take turns here; all features of head 0 come first.",
            () -> words(new double[][] {{0, 3, 1, 4, 2, 5}}))
        .equalTo(words(new double[][] {{0, 1, 2, 3, 4, 5}}));
  }

  @Test
  @Mechanism("6.2.3 the input is left as it was")
  @Points(1)
  @Hint({Lesson06Hints.KEPT_1, Lesson06Hints.KEPT_2, Lesson06Hints.KEPT_3})
  void inputIsLeftAlone() {
    Tensor x = Tensor.arange(8).reshape(1, 2, 2, 2);
    String result = answer.merge(x).shapeString();
    Expect.that("x after the call", x)
        .given("x (1, 2, 2, 2) = 0 to 7, result " + result)
        .mistake(
            "overwritten",
            "The result has been written into x; it belongs to the caller.",
            () -> Grid.of(new double[][][][] {{{{0, 1}, {4, 5}}, {{2, 3}, {6, 7}}}}))
        .equalTo(Grid.of(new double[][][][] {{{{0, 1}, {2, 3}}, {{4, 5}, {6, 7}}}}));
  }

  private static Grid words(double[][] ofOneSequence) {
    return Grid.of(new double[][][] {ofOneSequence});
  }
}
