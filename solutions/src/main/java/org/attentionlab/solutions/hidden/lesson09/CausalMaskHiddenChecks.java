package org.attentionlab.solutions.hidden.lesson09;

import org.attentionlab.exercises.lesson09.CausalMask;
import org.attentionlab.exercises.lesson09.Lesson09Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.solutions.hidden.lesson09.MaskedScores.Sight;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 9.1. */
@ChecksOf(CausalMask.class)
public final class CausalMaskHiddenChecks {

  private static final int[] POSITIONS = {1, 3, 16, 64};

  private static final Sight CAUSAL = (query, key) -> key <= query;
  private static final Sight STRICT = (query, key) -> key < query;
  private static final Sight ANTICAUSAL = (query, key) -> key >= query;
  private static final Sight ALL = (query, key) -> true;

  private final CausalMask answer;

  CausalMaskHiddenChecks(CausalMask answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("9.1.1 the future gets no weight")
  @Points(4)
  @Hint({Lesson09Hints.FUTURE_1, Lesson09Hints.FUTURE_2, Lesson09Hints.FUTURE_3})
  void futureGetsNoWeight() {
    for (int positions : POSITIONS) {
      MaskedScores input = MaskedScores.random(positions, 1);
      Expect.that("weights", answer.weights(input.tensor()))
          .given(input.given())
          .mistake(
              "not-masked",
              "Nothing is hidden: position 0 reads what is written after it.",
              () -> input.weights(ALL, 0))
          .mistake(
              "past-hidden",
              "The mask is the wrong way round: it hides the past and shows the future.",
              () -> input.weights(ANTICAUSAL, 0))
          .mistake(
              "filled-with-zero",
              "A score of 0 is not hidden, for exp(0) is 1; it takes minus infinity.",
              () -> input.filled(CAUSAL, 0))
          .mistake(
              "zero-times-infinity",
              "0 times infinity is NaN: choose by the mask, do not multiply it by infinity.",
              () -> input.constant(Double.NaN))
          .equalTo(input.weights(CAUSAL, 0));
    }
  }

  /** Starts with 3 positions: with a single one, a hidden diagonal is not the only way to NaN. */
  @Test
  @Mechanism("9.1.2 a position sees itself")
  @Points(3)
  @Hint({Lesson09Hints.ITSELF_1, Lesson09Hints.ITSELF_2, Lesson09Hints.ITSELF_3})
  void positionSeesItself() {
    for (int positions : new int[] {3, 1, 16, 64}) {
      MaskedScores input = MaskedScores.random(positions, 1);
      Expect.that("weights", answer.weights(input.tensor()))
          .given(input.given())
          .mistake(
              "hides-the-diagonal",
              "The diagonal is hidden: nothing is left for position 0, and 0 / 0 is NaN.",
              () -> input.weights(STRICT, Double.NaN))
          .mistake(
              "hides-the-diagonal",
              "The diagonal is hidden: nothing is left for position 0.",
              () -> input.weights(STRICT, 0))
          .equalTo(input.weights(CAUSAL, 0));
    }
  }

  @Test
  @Mechanism("9.1.3 what is visible shares a weight of 1")
  @Points(2)
  @Hint({Lesson09Hints.ONE_1, Lesson09Hints.ONE_2, Lesson09Hints.ONE_3})
  void visibleKeysShareTheWeight() {
    for (double factor : new double[] {1, 400}) {
      for (int positions : POSITIONS) {
        MaskedScores input = MaskedScores.random(positions, factor);
        Expect.that("weights", answer.weights(input.tensor()))
            .given(input.given())
            .mistake(
                "masked-after",
                "The weights are hidden after the softmax, and the rest no longer sums to 1.",
                () -> input.hiddenAfter(CAUSAL))
            .mistake(
                "overflow",
                "exp(1000) is infinity, and infinity / infinity is NaN.",
                () -> input.overflowing(CAUSAL))
            .equalTo(input.weights(CAUSAL, 0));
      }
    }
  }

  @Test
  @Mechanism("9.1.4 the scores are left as they were")
  @Points(1)
  @Hint({Lesson09Hints.SCORES_KEPT_1, Lesson09Hints.SCORES_KEPT_2, Lesson09Hints.SCORES_KEPT_3})
  void scoresAreLeftAlone() {
    MaskedScores input = MaskedScores.random(5, 1);
    Tensor scores = input.tensor();
    Tensor weights = answer.weights(scores);
    Expect.that("scores after the call", scores)
        .given(input.given() + ", weights " + weights.shapeString())
        .mistake(
            "hidden-in-place",
            "The scores have been hidden in place; they belong to the caller.",
            () -> input.replaced(CAUSAL, Double.NEGATIVE_INFINITY))
        .equalTo(input.asTheyAre());
  }
}
