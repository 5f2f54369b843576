package org.attentionlab.exercises.lesson06;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 6.4. */
@ChecksOf(CountParameters.class)
public final class CountParametersChecks {

  private static final double EXACT = 1e-12;

  private final CountParameters answer;

  CountParametersChecks(CountParameters answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("6.4.1 the number of heads does not matter")
  @Points(2)
  @Hint({Lesson06Hints.COUNT_1, Lesson06Hints.COUNT_2, Lesson06Hints.COUNT_3})
  void headsDoNotMatter() {
    Expect.that("parameters", answer.parameters(512, 8, false))
        .given("dModel 512, 8 heads, no biases")
        .tolerance(EXACT)
        .mistake(
            "times-heads",
            "This is 8 times too many: 8 heads are 64 wide each, 512 together.",
            () -> Grid.of(8_388_608))
        .mistake(
            "times-heads",
            "This counts W_Q, W_K and W_V 8 times at the width of the model; a head is 64 wide.",
            () -> Grid.of(6_553_600))
        .mistake(
            "a-single-head",
            "This counts W_Q, W_K and W_V of one head; there are 8.",
            () -> Grid.of(360_448))
        .equalTo(Grid.of(1_048_576));
  }

  /** A single head, so that nothing else can go wrong. */
  @Test
  @Mechanism("6.4.2 four matrices are learned")
  @Points(1)
  @Hint({Lesson06Hints.FOUR_1, Lesson06Hints.FOUR_2, Lesson06Hints.FOUR_3})
  void fourMatrices() {
    Expect.that("parameters", answer.parameters(64, 1, false))
        .given("dModel 64, 1 head, no biases")
        .tolerance(EXACT)
        .mistake("no-output", "W_O is missing: there are four matrices.", () -> Grid.of(12_288))
        .mistake("one-map", "This counts one of the four matrices.", () -> Grid.of(4_096))
        .equalTo(Grid.of(16_384));
  }

  @Test
  @Mechanism("6.4.3 each of the four maps may have a bias")
  @Points(1)
  @Hint({Lesson06Hints.BIAS_1, Lesson06Hints.BIAS_2, Lesson06Hints.BIAS_3})
  void fourBiases() {
    long without = answer.parameters(64, 1, false);
    Expect.that("parameters of biases", answer.parameters(64, 1, true) - without)
        .given("dModel 64, 1 head, with biases less without")
        .tolerance(EXACT)
        .mistake("no-bias", "The biases are not counted.", () -> Grid.of(0))
        .mistake("one-bias", "This counts one bias; each of the maps has one.", () -> Grid.of(64))
        .equalTo(Grid.of(256));
  }

  @Test
  @Mechanism("6.4.4 large models do not overflow")
  @Points(1)
  @Hint({Lesson06Hints.LONG_1, Lesson06Hints.LONG_2, Lesson06Hints.LONG_3})
  void largeModelsDoNotOverflow() {
    Expect.that("parameters", answer.parameters(30_000, 1, false))
        .given("dModel 30,000, 1 head, no biases")
        .tolerance(EXACT)
        .mistake(
            "int-overflow",
            "The product was computed as an int, which holds no number above 2,147,483,647.",
            () -> Grid.of(-694_967_296))
        .equalTo(Grid.of(3_600_000_000L));
  }
}
