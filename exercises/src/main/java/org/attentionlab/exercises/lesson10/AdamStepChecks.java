package org.attentionlab.exercises.lesson10;

import org.attentionlab.exercises.lesson10.AdamStep.Memory;
import org.attentionlab.exercises.lesson10.AdamStep.Moved;
import org.attentionlab.exercises.lesson10.AdamStep.Settings;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 10.1, on two parameters and numbers that can be worked by hand. */
@ChecksOf(AdamStep.class)
public final class AdamStepChecks {

  private static final Settings USUAL = new Settings(.1, .9, .96, 1e-8);
  private static final Settings LARGE_EPSILON = new Settings(.1, .9, .96, .3);
  private static final String FIRST =
      "x [1 -2], g [0.5 -4], no steps before, rate .1, beta1 .9, beta2 .96";
  private static final String SECOND =
      "x [1 -2], g [2 0.5], m [0.05 -0.4], v [0.01 0.64], 1 step before, beta1 .9, beta2 .96";

  private final AdamStep answer;

  AdamStepChecks(AdamStep answer) {
    this.answer = answer;
  }

  private Moved first(Settings settings) {
    Memory none = new Memory(Tensor.zeros(2), Tensor.zeros(2), 0);
    return answer.step(Tensor.vector(1, -2), Tensor.vector(.5f, -4), none, settings);
  }

  private Moved second() {
    Memory memory = new Memory(Tensor.vector(.05f, -.4f), Tensor.vector(.01f, .64f), 1);
    return answer.step(Tensor.vector(1, -2), Tensor.vector(2, .5f), memory, USUAL);
  }

  @Test
  @Mechanism("10.1.1 both means are corrected for their start at zero")
  @Points(5)
  @Hint({Lesson10Hints.CORRECTION_1, Lesson10Hints.CORRECTION_2, Lesson10Hints.CORRECTION_3})
  void bothMeansAreCorrected() {
    Expect.that("x", first(USUAL).x())
        .given(FIRST)
        .mistake(
            "no-correction",
            "Neither mean is corrected: at first they are too small, and not equally so.",
            () -> row(.95, -1.95))
        .mistake(
            "corrects-mean-only", "m is corrected and v is not; divide both.", () -> row(.5, -1.5))
        .mistake(
            "corrects-square-only",
            "v is corrected and m is not; divide both.",
            () -> row(.99, -1.99))
        .mistake(
            "counts-from-zero",
            "1 - beta^0 is 0, and 0 / 0 is NaN: this step's number is steps + 1.",
            () -> row(Double.NaN, Double.NaN))
        .equalTo(row(.9, -1.9));
  }

  @Test
  @Mechanism("10.1.2 m and v remember the gradient and its square")
  @Points(4)
  @Hint({Lesson10Hints.MEMORY_1, Lesson10Hints.MEMORY_2, Lesson10Hints.MEMORY_3})
  void memory() {
    Memory memory = second().memory();
    Expect.that("m", memory.mean())
        .given(SECOND)
        .mistake(
            "forgets",
            "This is made of the present gradient alone; beta1 m is missing.",
            () -> row(.2, .05))
        .mistake(
            "shares-exchanged",
            "beta1 weighs the gradient here; it is the share of the old mean.",
            () -> row(1.805, .41))
        .mistake(
            "betas-exchanged",
            "beta2 has been taken for m; it belongs to v.",
            () -> row(.128, -.364))
        .mistake(
            "stores-corrected",
            "The corrected mean has been remembered; it would be corrected again next time.",
            () -> row(1.28947368, -1.63157895))
        .equalTo(row(.245, -.31));
    Expect.that("v", memory.square())
        .given(SECOND)
        .mistake(
            "gradient-not-squared",
            "v takes in the gradient; it is the mean of its square.",
            () -> row(.0896, .6344))
        .equalTo(row(.1696, .6244));
    Expect.that("steps", memory.steps())
        .given(SECOND)
        .mistake("steps-not-counted", "This step has not been counted.", () -> Grid.of(1))
        .equalTo(Grid.of(2));
  }

  @Test
  @Mechanism("10.1.3 epsilon is added to the root of the corrected mean")
  @Points(3)
  @Hint({Lesson10Hints.EPSILON_1, Lesson10Hints.EPSILON_2, Lesson10Hints.EPSILON_3})
  void epsilon() {
    Expect.that("x", first(LARGE_EPSILON).x())
        .given(FIRST + ", epsilon .3")
        .mistake(
            "epsilon-in-root",
            "Epsilon stands under the root; it is added to the root.",
            () -> row(.93258, -1.9009245))
        .mistake("no-epsilon", "Epsilon is not added.", () -> row(.9, -1.9))
        .mistake(
            "epsilon-too-early",
            "Epsilon is added before the correction, which enlarges it too.",
            () -> row(.975, -1.92727273))
        .equalTo(row(.9375, -1.90697674));
  }

  @Test
  @Mechanism("10.1.4 the step goes against the mean, divided by the root")
  @Points(2)
  @Hint({Lesson10Hints.STEP_1, Lesson10Hints.STEP_2, Lesson10Hints.STEP_3})
  void againstTheMean() {
    Expect.that("x", first(USUAL).x())
        .given(FIRST)
        .mistake(
            "uphill", "The step is added: the loss would grow. Subtract it.", () -> row(1.1, -2.1))
        .mistake(
            "plain-descent",
            "This is plain gradient descent; Adam divides by the root of v'.",
            () -> row(.95, -1.6))
        .mistake(
            "root-forgotten", "m' is divided by v' itself; take its root.", () -> row(.8, -1.975))
        .equalTo(row(.9, -1.9));
  }

  @Test
  @Mechanism("10.1.5 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson10Hints.KEPT_1, Lesson10Hints.KEPT_2, Lesson10Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor x = Tensor.vector(1, -2);
    Memory none = new Memory(Tensor.zeros(2), Tensor.zeros(2), 0);
    Moved moved = answer.step(x, Tensor.vector(.5f, -4), none, USUAL);
    Expect.that("x after the call", x)
        .given(FIRST + ", moved to " + moved.x().shapeString())
        .mistake(
            "moved-in-place",
            "The caller's parameters have been moved; give new ones.",
            () -> row(.9, -1.9))
        .equalTo(row(1, -2));
  }

  private static Grid row(double... values) {
    return Grid.of(values);
  }
}
