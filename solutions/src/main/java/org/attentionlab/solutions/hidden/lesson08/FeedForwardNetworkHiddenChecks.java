package org.attentionlab.solutions.hidden.lesson08;

import java.util.List;
import java.util.Locale;
import org.attentionlab.exercises.lesson08.FeedForwardNetwork;
import org.attentionlab.exercises.lesson08.Lesson08Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 8.3. */
@ChecksOf(FeedForwardNetwork.class)
public final class FeedForwardNetworkHiddenChecks {

  private final FeedForwardNetwork answer;

  FeedForwardNetworkHiddenChecks(FeedForwardNetwork answer) {
    this.answer = answer;
  }

  /** Random words and maps; hidden numbers of both signs, or all above zero. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Case(
      double[][][] x, double[][] w1, double[] b1, double[][] w2, double[] b2, String given) {

    /** No biases. */
    static Case plain(int dModel, int dFf) {
      long seed = 890L + dModel;
      return new Case(
          Samples.normal(seed, 2, 5, dModel),
          Samples.normal(seed + 100, dModel, dFf),
          new double[dFf],
          Samples.normal(seed + 200, dFf, dModel),
          new double[dModel],
          String.format(Locale.ROOT, "x (2, 5, %d), dFf %d, seed %d", dModel, dFf, seed));
    }

    /** Width 1 comes last: with one number a ReLU in two wrong places can look alike. */
    static List<Case> all() {
      return List.of(plain(3, 4), plain(16, 9), plain(64, 20), plain(1, 7));
    }

    /** Biases of the first map that lift every hidden number above zero. */
    Case lifted() {
      double lowest = 0;
      for (double[][] sequence : Vectors.times(x, w1)) {
        for (double[] hidden : sequence) {
          for (double number : hidden) {
            lowest = Math.min(lowest, number);
          }
        }
      }
      double[] lift = Vectors.full(b1.length, Math.ceil(1 - lowest));
      return new Case(
          x,
          w1,
          lift,
          w2,
          Samples.normal(7, b2.length),
          given + String.format(Locale.ROOT, ", b_1 all %d", (int) lift[0]));
    }

    Case biases(double[] inner, double[] outer) {
      return new Case(x, w1, inner, w2, outer, given);
    }

    double[][][] hidden() {
      return added(Vectors.times(x, w1), b1);
    }

    Grid outer(double[][][] hidden) {
      return Grid.of(added(Vectors.times(hidden, w2), b2));
    }

    Grid right() {
      return outer(relu(hidden()));
    }

    FeedForwardNetwork.Parameters parameters() {
      return new FeedForwardNetwork.Parameters(
          Samples.tensor(w1), Samples.tensor(b1), Samples.tensor(w2), Samples.tensor(b2));
    }
  }

  @Test
  @Mechanism("8.3.1 a ReLU stands between the maps")
  @Points(2)
  @Hint({Lesson08Hints.RELU_1, Lesson08Hints.RELU_2, Lesson08Hints.RELU_3})
  void reluStandsBetween() {
    for (Case input : Case.all()) {
      Expect.that("result", answer.forward(Samples.tensor(input.x()), input.parameters()))
          .given(input.given() + ", no biases")
          .mistake(
              "no-relu",
              "Two linear maps and nothing between them: the ReLU is missing.",
              () -> input.outer(input.hidden()))
          .mistake(
              "relu-last",
              "The ReLU comes after the second map; it stands between the two.",
              () -> Grid.of(relu(Vectors.times(input.hidden(), input.w2()))))
          .mistake(
              "relu-first",
              "The ReLU comes before the first map; it stands between the two.",
              () -> input.outer(Vectors.times(relu(input.x()), input.w1())))
          .equalTo(input.right());
    }
  }

  /** Hidden numbers are positive throughout, so the ReLU plays no part. */
  @Test
  @Mechanism("8.3.2 both maps have a bias")
  @Points(1)
  @Hint({Lesson08Hints.BIAS_1, Lesson08Hints.BIAS_2, Lesson08Hints.BIAS_3})
  void bothMapsHaveABias() {
    for (Case plain : Case.all()) {
      Case input = plain.lifted();
      double[] noInner = new double[input.b1().length];
      double[] noOuter = new double[input.b2().length];
      Expect.that("result", answer.forward(Samples.tensor(input.x()), input.parameters()))
          .given(input.given())
          .mistake(
              "no-inner-bias", "b_1 is missing.", () -> input.biases(noInner, input.b2()).right())
          .mistake(
              "no-inner-bias",
              "b_1 is missing.",
              () -> input.outer(Vectors.times(input.x(), input.w1())))
          .mistake(
              "no-outer-bias", "b_2 is missing.", () -> input.biases(input.b1(), noOuter).right())
          .mistake(
              "bias-after-relu",
              "b_1 is added behind the ReLU; it belongs inside.",
              () -> input.outer(added(relu(Vectors.times(input.x(), input.w1())), input.b1())))
          .mistake(
              "no-biases", "Both biases are missing.", () -> input.biases(noInner, noOuter).right())
          .equalTo(input.right());
    }
  }

  @Test
  @Mechanism("8.3.3 no residual connection belongs to it")
  @Points(1)
  @Hint({Lesson08Hints.ALONE_1, Lesson08Hints.ALONE_2, Lesson08Hints.ALONE_3})
  void noResidual() {
    for (int d : new int[] {1, 3, 16, 64}) {
      double[][][] x = Samples.normal(950 + d, 2, 5, d);
      FeedForwardNetwork.Parameters idle =
          new FeedForwardNetwork.Parameters(
              Tensor.ones(d, 7), Tensor.zeros(7), Tensor.zeros(7, d), Tensor.full(3, d));
      double[][][] threes = Vectors.each(x, vector -> Vectors.full(d, 3));
      Expect.that("result", answer.forward(Samples.tensor(x), idle))
          .given(
              String.format(Locale.ROOT, "x (2, 5, %d), seed %d, W_2 = 0, b_2 all 3", d, 950 + d))
          .mistake(
              "with-residual",
              "x has been added: the way around the part belongs to the block, not to the"
                  + " network.",
              () -> Grid.of(Vectors.sum(threes, x)))
          .equalTo(Grid.of(threes));
    }
  }

  @Test
  @Mechanism("8.3.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson08Hints.KEPT_1, Lesson08Hints.KEPT_2, Lesson08Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Case input = Case.plain(3, 4).lifted();
    Tensor x = Samples.tensor(input.x());
    FeedForwardNetwork.Parameters maps = input.parameters();
    String given = input.given() + ", result " + answer.forward(x, maps).shapeString();
    Expect.that("x after the call", x)
        .given(given)
        .mistake(
            "result-in-place",
            "The result has been written into the input; it belongs to the caller.",
            input::right)
        .equalTo(Grid.of(input.x()));
    Expect.that("W_1 after the call", maps.w1()).given(given).equalTo(Grid.of(input.w1()));
    Expect.that("b_1 after the call", maps.b1()).given(given).equalTo(Grid.of(input.b1()));
    Expect.that("W_2 after the call", maps.w2()).given(given).equalTo(Grid.of(input.w2()));
    Expect.that("b_2 after the call", maps.b2()).given(given).equalTo(Grid.of(input.b2()));
  }

  private static double[][][] relu(double[][][] numbers) {
    return Vectors.each(numbers, v -> Vectors.mapped(v, number -> Math.max(0, number)));
  }

  private static double[][][] added(double[][][] numbers, double[] bias) {
    return Vectors.scaled(numbers, Vectors.full(bias.length, 1), bias);
  }
}
