package org.attentionlab.solutions.hidden.lesson06;

import java.util.Locale;
import org.attentionlab.exercises.lesson06.Lesson06Hints;
import org.attentionlab.exercises.lesson06.SplitHeads;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 6.1. */
@ChecksOf(SplitHeads.class)
public final class SplitHeadsHiddenChecks {

  private static final int[] WIDTHS = {1, 3, 16, 64};

  private final SplitHeads answer;

  SplitHeadsHiddenChecks(SplitHeads answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("6.1.1 every head gets features of every word")
  @Points(4)
  @Hint({Lesson06Hints.SPLIT_1, Lesson06Hints.SPLIT_2, Lesson06Hints.SPLIT_3})
  void everyHeadGetsEveryWord() {
    for (int d : WIDTHS) {
      Heads size = new Heads(2, 3, 5, d);
      double[] x = numbers(size);
      Expect.that("heads", split(size, x))
          .given(given(size))
          .mistake(
              "reshape",
              "This is reshape alone: head 0 gets whole words in place of its features of each"
                  + " word.",
              () -> apart(size, x))
          .mistake(
              "features-before-words",
              "The last two axes are exchanged: words come before features, (B, H, T, d).",
              () -> size.featuresBeforeWords(x))
          .equalTo(apart(size, size.split(x)));
    }
  }

  /** A single word, so that exchanged axes play no part. */
  @Test
  @Mechanism("6.1.2 the features of a head are neighbours")
  @Points(2)
  @Hint({Lesson06Hints.NEIGHBOURS_1, Lesson06Hints.NEIGHBOURS_2, Lesson06Hints.NEIGHBOURS_3})
  void featuresAreNeighbours() {
    for (int d : WIDTHS) {
      Heads size = new Heads(2, 5, 1, d);
      double[] x = numbers(size);
      Expect.that("heads", split(size, x))
          .given(given(size))
          .mistake(
              "strided",
              "This deals the features out in turn; head 0 gets the first d of them.",
              () -> apart(size, size.splitInTurn(x)))
          .equalTo(apart(size, size.split(x)));
    }
  }

  @Test
  @Mechanism("6.1.3 sequences of a batch stay apart")
  @Points(1)
  @Hint({Lesson06Hints.BATCH_1, Lesson06Hints.BATCH_2, Lesson06Hints.BATCH_3})
  void batchStaysFirst() {
    for (int d : WIDTHS) {
      Heads size = new Heads(4, 2, 1, d);
      double[] x = numbers(size);
      String sentence = "The heads come before the batch: one sequence gets features of the other.";
      Expect.that("heads", split(size, x))
          .given(given(size))
          .mistake("heads-before-batch", sentence, () -> apart(size, size.headsBeforeBatch(x)))
          .mistake(
              "heads-before-batch",
              sentence,
              () -> Grid.of(new int[] {2, 4, 1, d}, size.headsBeforeBatch(x)))
          .equalTo(apart(size, size.split(x)));
    }
  }

  @Test
  @Mechanism("6.1.4 the input is left as it was")
  @Points(1)
  @Hint({Lesson06Hints.KEPT_1, Lesson06Hints.KEPT_2, Lesson06Hints.KEPT_3})
  void inputIsLeftAlone() {
    Heads size = new Heads(2, 3, 5, 4);
    double[] before = numbers(size);
    Tensor x = Samples.tensor(Grid.of(size.sideBySide(), before));
    String result = answer.split(x, 3).shapeString();
    Expect.that("x after the call", x)
        .given(given(size) + ", result " + result)
        .mistake(
            "overwritten",
            "The result has been written into x; it belongs to the caller.",
            () -> Grid.of(size.sideBySide(), size.split(before)))
        .equalTo(Grid.of(size.sideBySide(), before));
  }

  private Tensor split(Heads size, double[] x) {
    return answer.split(Samples.tensor(Grid.of(size.sideBySide(), x)), size.heads());
  }

  private static double[] numbers(Heads size) {
    return Samples.normal(610 + size.width(), size.count());
  }

  private static Grid apart(Heads size, double[] numbers) {
    return Grid.of(size.apart(), numbers);
  }

  private static String given(Heads size) {
    return String.format(
        Locale.ROOT,
        "x (%d, %d, %d), %d heads, seed %d",
        size.batch(),
        size.words(),
        size.heads() * size.width(),
        size.heads(),
        610 + size.width());
  }
}
