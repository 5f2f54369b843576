package org.attentionlab.exercises.lesson08;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 8.3, on networks that a pencil computes. */
@ChecksOf(FeedForwardNetwork.class)
public final class FeedForwardNetworkChecks {

  private final FeedForwardNetwork answer;

  FeedForwardNetworkChecks(FeedForwardNetwork answer) {
    this.answer = answer;
  }

  /** Between the maps stand 3, -3 and 6 for the first word, -2, 2 and -4 for the second. */
  @Test
  @Mechanism("8.3.1 a ReLU stands between the maps")
  @Points(2)
  @Hint({Lesson08Hints.RELU_1, Lesson08Hints.RELU_2, Lesson08Hints.RELU_3})
  void reluStandsBetween() {
    Expect.that("result", answer.forward(words(), maps(0, 0)))
        .given("x = [3] and [-2], W_1 = [1 -1 2], W_2 a column of 1, 5 and -1, no biases")
        .mistake(
            "no-relu",
            "Two linear maps and nothing between them: the ReLU is missing.",
            () -> column(-18, 12))
        .mistake(
            "relu-last",
            "The ReLU comes after the second map; it stands between the two.",
            () -> column(0, 12))
        .mistake(
            "relu-first",
            "The ReLU comes before the first map; it stands between the two.",
            () -> column(-18, 0))
        .equalTo(column(-3, 10));
  }

  /** Hidden numbers are positive throughout, so the ReLU plays no part. */
  @Test
  @Mechanism("8.3.2 both maps have a bias")
  @Points(1)
  @Hint({Lesson08Hints.BIAS_1, Lesson08Hints.BIAS_2, Lesson08Hints.BIAS_3})
  void bothMapsHaveABias() {
    Expect.that("result", answer.forward(words(), maps(10, 7)))
        .given("x = [3] and [-2], W_1 = [1 -1 2], b_1 all 10, W_2 a column of 1, 5, -1, b_2 = 7")
        .mistake("no-inner-bias", "b_1 is missing.", () -> column(4, 17))
        .mistake("no-inner-bias", "b_1 is missing.", () -> column(-11, 19))
        .mistake("no-outer-bias", "b_2 is missing.", () -> column(32, 62))
        .mistake(
            "bias-after-relu",
            "b_1 is added behind the ReLU; it belongs inside.",
            () -> column(54, 67))
        .mistake("no-biases", "Both biases are missing.", () -> column(-3, 10))
        .equalTo(column(39, 69));
  }

  @Test
  @Mechanism("8.3.3 no residual connection belongs to it")
  @Points(1)
  @Hint({Lesson08Hints.ALONE_1, Lesson08Hints.ALONE_2, Lesson08Hints.ALONE_3})
  void noResidual() {
    FeedForwardNetwork.Parameters idle =
        new FeedForwardNetwork.Parameters(
            Tensor.ones(1, 2), Tensor.zeros(2), Tensor.zeros(2, 1), Tensor.vector(7));
    Expect.that("result", answer.forward(words(), idle))
        .given("x = [3] and [-2], W_2 = 0, b_2 = 7")
        .mistake(
            "with-residual",
            "x has been added: the way around the part belongs to the block, not to the network.",
            () -> column(10, 5))
        .equalTo(column(7, 7));
  }

  @Test
  @Mechanism("8.3.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson08Hints.KEPT_1, Lesson08Hints.KEPT_2, Lesson08Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor x = words();
    FeedForwardNetwork.Parameters maps = maps(1, 1);
    String given = "result " + answer.forward(x, maps).shapeString();
    Expect.that("x after the call", x)
        .given(given)
        .mistake(
            "result-in-place",
            "The result has been written into the input; it belongs to the caller.",
            () -> column(-2, 16))
        .equalTo(column(3, -2));
    Expect.that("W_1 after the call", maps.w1())
        .given(given)
        .equalTo(Grid.of(new double[][] {{1, -1, 2}}));
  }

  private static Tensor words() {
    return Tensor.of(new float[] {3, -2}, 1, 2, 1);
  }

  private static FeedForwardNetwork.Parameters maps(float inner, float outer) {
    return new FeedForwardNetwork.Parameters(
        Tensor.of(new float[] {1, -1, 2}, 1, 3),
        Tensor.full(inner, 3),
        Tensor.of(new float[] {1, 5, -1}, 3, 1),
        Tensor.vector(outer));
  }

  private static Grid column(double first, double second) {
    return Grid.of(new double[][][] {{{first}, {second}}});
  }
}
