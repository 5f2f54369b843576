package org.attentionlab.solutions.hidden.lesson10;

import java.util.List;
import org.attentionlab.exercises.lesson10.AdamStep;
import org.attentionlab.exercises.lesson10.AdamStep.Memory;
import org.attentionlab.exercises.lesson10.AdamStep.Moved;
import org.attentionlab.exercises.lesson10.AdamStep.Settings;
import org.attentionlab.exercises.lesson10.Lesson10Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 10.1: parameters of several shapes, at the first step and later. */
@ChecksOf(AdamStep.class)
public final class AdamStepHiddenChecks {

  private static final Settings USUAL = new Settings(.5, .8, .99, 1e-8);
  private static final Settings LARGE_EPSILON = new Settings(.5, .8, .95, .4);

  private static final List<AdamCase> CASES =
      List.of(
          AdamCase.of(0, USUAL, 3),
          AdamCase.of(0, USUAL, 1),
          AdamCase.of(4, USUAL, 16),
          AdamCase.of(2, USUAL, 3, 5),
          AdamCase.of(7, USUAL, 64));

  private final AdamStep answer;

  AdamStepHiddenChecks(AdamStep answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("10.1.1 both means are corrected for their start at zero")
  @Points(5)
  @Hint({Lesson10Hints.CORRECTION_1, Lesson10Hints.CORRECTION_2, Lesson10Hints.CORRECTION_3})
  void bothMeansAreCorrected() {
    for (AdamCase given : CASES) {
      Expect.that("x", given.ask(answer).x())
          .given(given.given())
          .mistake(
              "no-correction",
              "Neither mean is corrected: at first they are too small, and not equally so.",
              () -> given.movedCorrecting(false, false, 1))
          .mistake(
              "corrects-mean-only",
              "m is corrected and v is not; divide both.",
              () -> given.movedCorrecting(true, false, given.steps() + 1))
          .mistake(
              "corrects-square-only",
              "v is corrected and m is not; divide both.",
              () -> given.movedCorrecting(false, true, given.steps() + 1))
          .mistake(
              "counts-from-zero",
              "1 - beta^0 is 0, and 0 / 0 is NaN: this step's number is steps + 1.",
              () -> given.movedCorrecting(true, true, given.steps()))
          .equalTo(given.moved());
    }
  }

  @Test
  @Mechanism("10.1.2 m and v remember the gradient and its square")
  @Points(4)
  @Hint({Lesson10Hints.MEMORY_1, Lesson10Hints.MEMORY_2, Lesson10Hints.MEMORY_3})
  void memory() {
    double beta1 = USUAL.beta1();
    double beta2 = USUAL.beta2();
    for (AdamCase given : CASES.subList(2, CASES.size())) {
      Memory memory = given.ask(answer).memory();
      Expect.that("m", memory.mean())
          .given(given.given())
          .mistake(
              "forgets",
              "This is made of the present gradient alone; beta1 m is missing.",
              () -> given.mean(0, 1 - beta1))
          .mistake(
              "shares-exchanged",
              "beta1 weighs the gradient here; it is the share of the old mean.",
              () -> given.mean(1 - beta1, beta1))
          .mistake(
              "betas-exchanged",
              "beta2 has been taken for m; it belongs to v.",
              () -> given.mean(beta2, 1 - beta2))
          .mistake(
              "stores-corrected",
              "The corrected mean has been remembered; it would be corrected again next time.",
              given::correctedMean)
          .equalTo(given.mean());
      Expect.that("v", memory.square())
          .given(given.given())
          .mistake(
              "gradient-not-squared",
              "v takes in the gradient; it is the mean of its square.",
              given::squareOfTheGradientItself)
          .equalTo(given.square());
      Expect.that("steps", memory.steps())
          .given(given.given())
          .mistake(
              "steps-not-counted", "This step has not been counted.", () -> Grid.of(given.steps()))
          .equalTo(Grid.of(given.steps() + 1));
    }
  }

  @Test
  @Mechanism("10.1.3 epsilon is added to the root of the corrected mean")
  @Points(3)
  @Hint({Lesson10Hints.EPSILON_1, Lesson10Hints.EPSILON_2, Lesson10Hints.EPSILON_3})
  void epsilon() {
    for (int steps : new int[] {0, 3}) {
      AdamCase given = AdamCase.of(steps, LARGE_EPSILON, 4, 3);
      double epsilon = LARGE_EPSILON.epsilon();
      Expect.that("x", given.ask(answer).x())
          .given(given.given())
          .mistake(
              "epsilon-in-root",
              "Epsilon stands under the root; it is added to the root.",
              () -> given.moved((mean, square) -> mean / Math.sqrt(square + epsilon)))
          .mistake(
              "no-epsilon",
              "Epsilon is not added.",
              () -> given.moved((mean, square) -> mean / Math.sqrt(square)))
          .mistake(
              "epsilon-too-early",
              "Epsilon is added before the correction, which enlarges it too.",
              given::movedByEarlyEpsilon)
          .equalTo(given.moved());
    }
  }

  @Test
  @Mechanism("10.1.4 the step goes against the mean, divided by the root")
  @Points(2)
  @Hint({Lesson10Hints.STEP_1, Lesson10Hints.STEP_2, Lesson10Hints.STEP_3})
  void againstTheMean() {
    for (AdamCase given : CASES) {
      Expect.that("x", given.ask(answer).x())
          .given(given.given())
          .mistake(
              "uphill",
              "The step is added: the loss would grow. Subtract it.",
              () -> given.moved((mean, square) -> -mean / Math.sqrt(square)))
          .mistake(
              "plain-descent",
              "This is plain gradient descent; Adam divides by the root of v'.",
              given::plainDescent)
          .mistake(
              "root-forgotten",
              "m' is divided by v' itself; take its root.",
              () -> given.moved((mean, square) -> mean / square))
          .equalTo(given.moved());
    }
  }

  @Test
  @Mechanism("10.1.5 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson10Hints.KEPT_1, Lesson10Hints.KEPT_2, Lesson10Hints.KEPT_3})
  void inputsAreLeftAlone() {
    AdamCase given = AdamCase.of(2, USUAL, 3, 5);
    Tensor x = given.parameters();
    Moved moved = given.ask(answer, x);
    Expect.that("x after the call", x)
        .given(given.given() + ", moved to " + moved.x().shapeString())
        .mistake(
            "moved-in-place",
            "The caller's parameters have been moved; give new ones.",
            given::moved)
        .equalTo(given.asGiven());
  }
}
