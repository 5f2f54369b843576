package org.attentionlab.solutions.hidden.lesson08;

import java.util.List;
import java.util.Locale;
import org.attentionlab.exercises.lesson08.Lesson08Hints;
import org.attentionlab.exercises.lesson08.ResidualBlock;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 8.2. */
@ChecksOf(ResidualBlock.class)
public final class ResidualBlockHiddenChecks {

  private static final double EPSILON = 1e-5;

  private final ResidualBlock answer;

  ResidualBlockHiddenChecks(ResidualBlock answer) {
    this.answer = answer;
  }

  /** Random words, part and norm. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Case(double[][][] x, double[][] w, double[] gain, double[] bias, String given) {

    static Case of(int d, double factor) {
      long seed = 840L + d;
      return new Case(
          Samples.times(factor, Samples.normal(seed, 2, 5, d)),
          Samples.normal(seed + 100, d, d),
          Samples.normal(seed + 200, d),
          Samples.normal(seed + 300, d),
          String.format(
              Locale.ROOT,
              "x (2, 5, %d), W (%d, %d), seed %d%s",
              d,
              d,
              d,
              seed,
              factor == 1 ? "" : ", x times " + Math.round(factor)));
    }

    /** Width 1 comes last: the norm of one number is 0, so that several mistakes look alike. */
    static List<Case> all() {
      return List.of(of(3, 1), of(16, 1), of(64, 1), of(16, 1000), of(1, 1));
    }

    double[][][] norm(double[][][] z) {
      return Vectors.scaled(Vectors.normalised(z, EPSILON), gain, bias);
    }

    double[][][] part(double[][][] z) {
      return Vectors.times(z, w);
    }

    Grid pre() {
      return Grid.of(Vectors.sum(x, part(norm(x))));
    }

    Grid post() {
      return Grid.of(norm(Vectors.sum(x, part(x))));
    }

    Grid bothNorms() {
      return Grid.of(norm(Vectors.sum(x, part(norm(x)))));
    }

    Grid normOfPart() {
      return Grid.of(Vectors.sum(x, norm(part(x))));
    }

    Grid noNorm() {
      return Grid.of(Vectors.sum(x, part(x)));
    }

    ResidualBlock.Parameters parameters() {
      return new ResidualBlock.Parameters(
          Samples.tensor(w), Samples.tensor(gain), Samples.tensor(bias));
    }
  }

  @Test
  @Mechanism("8.2.1 pre-norm normalises what the part gets, and nothing else")
  @Points(3)
  @Hint({Lesson08Hints.PRE_1, Lesson08Hints.PRE_2, Lesson08Hints.PRE_3})
  void preNorm() {
    for (Case input : Case.all()) {
      Expect.that("result", answer.apply(Samples.tensor(input.x()), input.parameters(), true))
          .given(input.given() + ", pre-norm")
          .mistake(
              "both-norms",
              "This normalises before the part and again after the sum; pre-norm has the first"
                  + " only.",
              input::bothNorms)
          .mistake("other-order", "This is post-norm.", input::post)
          .mistake(
              "normalised-way",
              "The norm goes around the part as well; around it goes x as it came.",
              () -> normalisedWay(input))
          .mistake(
              "norm-of-part",
              "This normalises what the part has made; pre-norm normalises what the part gets.",
              input::normOfPart)
          .mistake("no-norm", "Nothing is normalised.", input::noNorm)
          .equalTo(input.pre());
    }
  }

  @Test
  @Mechanism("8.2.2 post-norm normalises the sum, and nothing else")
  @Points(3)
  @Hint({Lesson08Hints.POST_1, Lesson08Hints.POST_2, Lesson08Hints.POST_3})
  void postNorm() {
    for (Case input : Case.all()) {
      Expect.that("result", answer.apply(Samples.tensor(input.x()), input.parameters(), false))
          .given(input.given() + ", post-norm")
          .mistake(
              "both-norms",
              "This normalises before the part and again after the sum; post-norm has the second"
                  + " only.",
              input::bothNorms)
          .mistake("other-order", "This is pre-norm.", input::pre)
          .mistake(
              "norm-of-part",
              "This normalises what the part has made, then adds x; post-norm normalises the sum.",
              input::normOfPart)
          .mistake("no-norm", "Nothing is normalised.", input::noNorm)
          .equalTo(input.post());
    }
  }

  /** Words that are their own norm, so that only the way around the part matters here. */
  @Test
  @Mechanism("8.2.3 the input goes around the part")
  @Points(3)
  @Hint({Lesson08Hints.AROUND_1, Lesson08Hints.AROUND_2, Lesson08Hints.AROUND_3})
  void inputGoesAround() {
    for (int d : new int[] {3, 16, 64}) {
      double[][][] x = Vectors.normalised(Samples.normal(880 + d, 2, 5, d), EPSILON);
      ResidualBlock.Parameters idle =
          new ResidualBlock.Parameters(Tensor.zeros(d, d), Tensor.ones(d), Tensor.zeros(d));
      for (boolean preNorm : new boolean[] {true, false}) {
        Expect.that("result", answer.apply(Samples.tensor(x), idle, preNorm))
            .given(
                String.format(
                    Locale.ROOT,
                    "normalised words (2, 5, %d), seed %d, W = 0, gain 1, bias 0, %s",
                    d,
                    880 + d,
                    preNorm ? "pre-norm" : "post-norm"))
            .mistake(
                "no-residual",
                "The input is lost: add it to the result of the part.",
                () -> Grid.of(new double[2][5][d]))
            .equalTo(Grid.of(x));
      }
    }
  }

  @Test
  @Mechanism("8.2.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson08Hints.KEPT_1, Lesson08Hints.KEPT_2, Lesson08Hints.KEPT_3})
  void inputsAreLeftAlone() {
    for (boolean preNorm : new boolean[] {true, false}) {
      Case input = Case.of(3, 1);
      Tensor x = Samples.tensor(input.x());
      ResidualBlock.Parameters parameters = input.parameters();
      String given =
          input.given()
              + (preNorm ? ", pre-norm" : ", post-norm")
              + ", result "
              + answer.apply(x, parameters, preNorm).shapeString();
      Expect.that("x after the call", x)
          .given(given)
          .mistake(
              "sum-in-place",
              "The sum has been written into the input; it belongs to the caller.",
              preNorm ? input::pre : input::noNorm)
          .equalTo(Grid.of(input.x()));
      Expect.that("W after the call", parameters.w()).given(given).equalTo(Grid.of(input.w()));
      Expect.that("gain after the call", parameters.gain())
          .given(given)
          .equalTo(Grid.of(input.gain()));
      Expect.that("bias after the call", parameters.bias())
          .given(given)
          .equalTo(Grid.of(input.bias()));
    }
  }

  private static Grid normalisedWay(Case input) {
    double[][][] norm = input.norm(input.x());
    return Grid.of(Vectors.sum(norm, input.part(norm)));
  }
}
