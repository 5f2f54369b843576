package org.attentionlab.exercises.lesson00;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The checks of the warm-up. */
@ChecksOf(WarmUp.class)
public final class WarmUpChecks {

  private final WarmUp answer;

  WarmUpChecks(WarmUp answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("0.1.1 one mean for each row")
  @Points(1)
  @Hint({
    "A matrix (T, S) has T rows, and each has S numbers. Along which axis lie the numbers of a row?",
    "Along the last one. The mean over an axis takes that axis away.",
    "m.mean(-1, false)"
  })
  void oneMeanForEachRow() {
    Tensor matrix = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    Expect.that("means", answer.means(matrix))
        .given("[[1 2 3] [4 5 6]]")
        .mistake(
            "over-columns",
            "These are the means of the columns: the mean was taken over the wrong axis.",
            () -> Grid.of(new double[] {2.5, 3.5, 4.5}))
        .mistake(
            "sums",
            "These are sums; a mean is divided by the number of entries.",
            () -> Grid.of(new double[] {6, 15}))
        .equalTo(Grid.of(new double[] {2, 5}));
  }

  @Test
  @Mechanism("0.1.2 a single row is a matrix too")
  @Points(1)
  @Hint({
    "What is the shape of the means of one row?",
    "One number in a tensor of one axis: (1).",
    "Leave keepDim false: m.mean(-1, false)"
  })
  void singleRow() {
    Tensor matrix = Tensor.of(new float[] {4, 8}, 1, 2);
    Expect.that("means", answer.means(matrix))
        .given("[[4 8]]")
        .mistake(
            "over-columns",
            "These are the means of the columns: the mean was taken over the wrong axis.",
            () -> Grid.of(new double[] {4, 8}))
        .equalTo(Grid.of(new double[] {6}));
  }
}
