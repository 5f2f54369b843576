package org.attentionlab.solutions.hidden.lesson06;

import java.util.Locale;
import org.attentionlab.exercises.lesson06.Lesson06Hints;
import org.attentionlab.exercises.lesson06.MergeHeads;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 6.2. */
@ChecksOf(MergeHeads.class)
public final class MergeHeadsHiddenChecks {

  private static final int[] WIDTHS = {1, 3, 16, 64};

  private final MergeHeads answer;

  MergeHeadsHiddenChecks(MergeHeads answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("6.2.1 every word gets its features from every head")
  @Points(4)
  @Hint({Lesson06Hints.MERGE_1, Lesson06Hints.MERGE_2, Lesson06Hints.MERGE_3})
  void everyWordGetsEveryHead() {
    for (int d : WIDTHS) {
      Heads size = new Heads(2, 3, 5, d);
      double[] x = numbers(size);
      Expect.that("merged", merge(size, x))
          .given(given(size))
          .mistake(
              "reshape",
              "This is reshape alone: word 0 gets features of several words of head 0.",
              () -> sideBySide(size, x))
          .mistake(
              "averaged",
              "This is the mean of the heads; they are put side by side.",
              () -> size.averaged(x))
          .equalTo(sideBySide(size, size.merged(x)));
    }
  }

  /** A single word, so that words cannot get mixed. */
  @Test
  @Mechanism("6.2.2 the heads keep their order")
  @Points(2)
  @Hint({Lesson06Hints.ORDER_1, Lesson06Hints.ORDER_2, Lesson06Hints.ORDER_3})
  void headsKeepTheirOrder() {
    for (int d : WIDTHS) {
      Heads size = new Heads(2, 5, 1, d);
      double[] x = numbers(size);
      Expect.that("merged", merge(size, x))
          .given(given(size))
          .mistake(
              "interleaved",
              "The heads take turns here; all features of head 0 come first.",
              () -> sideBySide(size, size.mergedInTurn(x)))
          .equalTo(sideBySide(size, size.merged(x)));
    }
  }

  @Test
  @Mechanism("6.2.3 the input is left as it was")
  @Points(1)
  @Hint({Lesson06Hints.KEPT_1, Lesson06Hints.KEPT_2, Lesson06Hints.KEPT_3})
  void inputIsLeftAlone() {
    Heads size = new Heads(2, 3, 5, 4);
    double[] before = numbers(size);
    Tensor x = Samples.tensor(Grid.of(size.apart(), before));
    String result = answer.merge(x).shapeString();
    Expect.that("x after the call", x)
        .given(given(size) + ", result " + result)
        .mistake(
            "overwritten",
            "The result has been written into x; it belongs to the caller.",
            () -> Grid.of(size.apart(), size.merged(before)))
        .equalTo(Grid.of(size.apart(), before));
  }

  private Tensor merge(Heads size, double[] x) {
    return answer.merge(Samples.tensor(Grid.of(size.apart(), x)));
  }

  private static double[] numbers(Heads size) {
    return Samples.normal(620 + size.width(), size.count());
  }

  private static Grid sideBySide(Heads size, double[] numbers) {
    return Grid.of(size.sideBySide(), numbers);
  }

  private static String given(Heads size) {
    return String.format(
        Locale.ROOT,
        "x (%d, %d, %d, %d), seed %d",
        size.batch(),
        size.heads(),
        size.words(),
        size.width(),
        620 + size.width());
  }
}
