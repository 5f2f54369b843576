package org.attentionlab.exercises.lesson08;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 8.2, on one word and a part that moves its numbers round. */
@ChecksOf(ResidualBlock.class)
public final class ResidualBlockChecks {

  private static final String GIVEN =
      "x = [1 2 6], part [a b c] -> [b c a], gain [1 1 2], bias [0 1 0]";

  private static final Grid NO_NORM = row(3, 8, 7);
  private static final Grid BOTH_NORMS = row(-1.41016218, 1.61247371, 1.59537693);
  private static final Grid NORM_OF_PART = row(.53709045, 4.38872866, 4.14836178);
  private static final Grid NORMALISED_WAY = row(-.38872866, 3.31454777, 1.85163822);
  private static final Grid PRE = row(1.53709045, 4.77745732, 5.07418089);
  private static final Grid POST = row(-1.38872866, 1.92581911, .92581911);

  private final ResidualBlock answer;

  ResidualBlockChecks(ResidualBlock answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("8.2.1 pre-norm normalises what the part gets, and nothing else")
  @Points(3)
  @Hint({Lesson08Hints.PRE_1, Lesson08Hints.PRE_2, Lesson08Hints.PRE_3})
  void preNorm() {
    Expect.that("result", answer.apply(word(), parameters(), true))
        .given(GIVEN + ", pre-norm")
        .mistake(
            "both-norms",
            "This normalises before the part and again after the sum; pre-norm has the first only.",
            () -> BOTH_NORMS)
        .mistake("other-order", "This is post-norm.", () -> POST)
        .mistake(
            "normalised-way",
            "The norm goes around the part as well; around it goes x as it came.",
            () -> NORMALISED_WAY)
        .mistake(
            "norm-of-part",
            "This normalises what the part has made; pre-norm normalises what the part gets.",
            () -> NORM_OF_PART)
        .mistake("no-norm", "Nothing is normalised.", () -> NO_NORM)
        .equalTo(PRE);
  }

  @Test
  @Mechanism("8.2.2 post-norm normalises the sum, and nothing else")
  @Points(3)
  @Hint({Lesson08Hints.POST_1, Lesson08Hints.POST_2, Lesson08Hints.POST_3})
  void postNorm() {
    Expect.that("result", answer.apply(word(), parameters(), false))
        .given(GIVEN + ", post-norm")
        .mistake(
            "both-norms",
            "This normalises before the part and again after the sum; post-norm has the second"
                + " only.",
            () -> BOTH_NORMS)
        .mistake("other-order", "This is pre-norm.", () -> PRE)
        .mistake(
            "norm-of-part",
            "This normalises what the part has made, then adds x; post-norm normalises the sum.",
            () -> NORM_OF_PART)
        .mistake("no-norm", "Nothing is normalised.", () -> NO_NORM)
        .equalTo(POST);
  }

  /** The word is its own norm, so that only the way around the part matters here. */
  @Test
  @Mechanism("8.2.3 the input goes around the part")
  @Points(3)
  @Hint({Lesson08Hints.AROUND_1, Lesson08Hints.AROUND_2, Lesson08Hints.AROUND_3})
  void inputGoesAround() {
    ResidualBlock.Parameters idle =
        new ResidualBlock.Parameters(Tensor.zeros(2, 2), Tensor.ones(2), Tensor.zeros(2));
    for (boolean preNorm : new boolean[] {true, false}) {
      Expect.that("result", answer.apply(Tensor.of(new float[] {-1, 1}, 1, 1, 2), idle, preNorm))
          .given("x = [-1 1], W = 0, gain 1, bias 0, " + (preNorm ? "pre-norm" : "post-norm"))
          .mistake(
              "no-residual",
              "The input is lost: add it to the result of the part.",
              () -> row(0, 0))
          .equalTo(row(-1, 1));
    }
  }

  @Test
  @Mechanism("8.2.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson08Hints.KEPT_1, Lesson08Hints.KEPT_2, Lesson08Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor x = word();
    ResidualBlock.Parameters parameters = parameters();
    Grid result = Grid.of(answer.apply(x, parameters, false));
    Expect.that("x after the call", x)
        .given(GIVEN + ", result " + result.shapeText())
        .mistake(
            "sum-in-place",
            "The sum has been written into the input; it belongs to the caller.",
            () -> NO_NORM)
        .equalTo(row(1, 2, 6));
    Expect.that("W after the call", parameters.w())
        .given(GIVEN)
        .equalTo(Grid.of(new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}}));
  }

  private static Tensor word() {
    return Tensor.of(new float[] {1, 2, 6}, 1, 1, 3);
  }

  private static ResidualBlock.Parameters parameters() {
    return new ResidualBlock.Parameters(
        Tensor.of(new float[] {0, 0, 1, 1, 0, 0, 0, 1, 0}, 3, 3),
        Tensor.vector(1, 1, 2),
        Tensor.vector(0, 1, 0));
  }

  private static Grid row(double... values) {
    return Grid.of(new double[][][] {{values}});
  }
}
