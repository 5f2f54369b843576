package org.attentionlab.solutions.hidden.lesson06;

import java.util.Locale;
import org.attentionlab.exercises.lesson06.CountParameters;
import org.attentionlab.exercises.lesson06.Lesson06Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 6.4; the oracle adds up the shapes of the matrices one by one. */
@ChecksOf(CountParameters.class)
public final class CountParametersHiddenChecks {

  private static final double EXACT = 1e-12;
  private static final int[] WIDTHS = {1, 3, 16, 64};

  private final CountParameters answer;

  CountParametersHiddenChecks(CountParameters answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("6.4.1 the number of heads does not matter")
  @Points(2)
  @Hint({Lesson06Hints.COUNT_1, Lesson06Hints.COUNT_2, Lesson06Hints.COUNT_3})
  void headsDoNotMatter() {
    for (int width : WIDTHS) {
      for (int heads : new int[] {1, 2, 5, 12}) {
        int dModel = heads * width;
        Expect.that("parameters", answer.parameters(dModel, heads, false))
            .given(String.format(Locale.ROOT, "dModel %d, %d heads, no biases", dModel, heads))
            .tolerance(EXACT)
            .mistake(
                "times-heads",
                "This is as many times too many as there are heads: a head is dModel / H wide.",
                () -> Grid.of(heads * matrices(dModel, heads)))
            .mistake(
                "times-heads",
                "This counts W_Q, W_K and W_V of each head at the width of the model; a head is"
                    + " dModel / H wide.",
                () -> Grid.of((3L * heads + 1) * dModel * dModel))
            .mistake(
                "a-single-head",
                "This counts W_Q, W_K and W_V of one head; there are more.",
                () -> Grid.of(3L * dModel * width + (long) dModel * dModel))
            .equalTo(Grid.of(matrices(dModel, heads)));
      }
    }
  }

  /** A single head, so that nothing else can go wrong. */
  @Test
  @Mechanism("6.4.2 four matrices are learned")
  @Points(1)
  @Hint({Lesson06Hints.FOUR_1, Lesson06Hints.FOUR_2, Lesson06Hints.FOUR_3})
  void fourMatrices() {
    for (int dModel : WIDTHS) {
      Expect.that("parameters", answer.parameters(dModel, 1, false))
          .given(String.format(Locale.ROOT, "dModel %d, 1 head, no biases", dModel))
          .tolerance(EXACT)
          .mistake(
              "no-output",
              "W_O is missing: there are four matrices.",
              () -> Grid.of(3L * dModel * dModel))
          .mistake(
              "one-map",
              "This counts one of the four matrices.",
              () -> Grid.of((long) dModel * dModel))
          .equalTo(Grid.of(matrices(dModel, 1)));
    }
  }

  @Test
  @Mechanism("6.4.3 each of the four maps may have a bias")
  @Points(1)
  @Hint({Lesson06Hints.BIAS_1, Lesson06Hints.BIAS_2, Lesson06Hints.BIAS_3})
  void fourBiases() {
    for (int dModel : WIDTHS) {
      long without = answer.parameters(dModel, 1, false);
      Expect.that("parameters of biases", answer.parameters(dModel, 1, true) - without)
          .given(String.format(Locale.ROOT, "dModel %d, 1 head, with biases less without", dModel))
          .tolerance(EXACT)
          .mistake("no-bias", "The biases are not counted.", () -> Grid.of(0))
          .mistake(
              "one-bias", "This counts one bias; each of the maps has one.", () -> Grid.of(dModel))
          .equalTo(Grid.of(dModel + dModel + dModel + dModel));
    }
  }

  @Test
  @Mechanism("6.4.4 large models do not overflow")
  @Points(1)
  @Hint({Lesson06Hints.LONG_1, Lesson06Hints.LONG_2, Lesson06Hints.LONG_3})
  void largeModelsDoNotOverflow() {
    int dModel = 40_000;
    Expect.that("parameters", answer.parameters(dModel, 1, false))
        .given("dModel 40,000, 1 head, no biases")
        .tolerance(EXACT)
        .mistake(
            "int-overflow",
            "The product was computed as an int, which holds no number above 2,147,483,647.",
            () -> Grid.of((int) matrices(dModel, 1)))
        .equalTo(Grid.of(matrices(dModel, 1)));
  }

  /** W_Q, W_K and W_V of one head after the other, then W_O. */
  private static long matrices(int dModel, int heads) {
    long width = dModel / heads;
    long sum = 0;
    for (int head = 0; head < heads; head++) {
      sum += dModel * width + dModel * width + dModel * width;
    }
    return sum + heads * width * dModel;
  }
}
