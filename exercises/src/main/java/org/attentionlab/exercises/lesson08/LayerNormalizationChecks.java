package org.attentionlab.exercises.lesson08;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 8.1, on vectors whose variance a pencil reaches. */
@ChecksOf(LayerNormalization.class)
public final class LayerNormalizationChecks {

  private static final double TINY = 1e-12;

  private final LayerNormalization answer;

  LayerNormalizationChecks(LayerNormalization answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("8.1.1 every vector has a mean of 0 of its own")
  @Points(2)
  @Hint({Lesson08Hints.MEAN_1, Lesson08Hints.MEAN_2, Lesson08Hints.MEAN_3})
  void everyVectorHasItsOwnMean() {
    String given = "two words [1 2 3] and [11 12 13], gain 1, bias 0";
    Tensor x = Tensor.of(new float[] {1, 2, 3, 11, 12, 13}, 1, 2, 3);
    double[] y = Expect.that("result", plain(x, TINY)).given(given).shaped(1, 2, 3).values();
    Expect.that("means of the words", new double[] {mean(y, 0), mean(y, 3)})
        .given(given)
        .mistake(
            "over-words",
            "This normalises each feature over the words; each word is normalised by itself.",
            () -> Grid.of(new double[] {-1, 1}))
        .mistake(
            "over-everything",
            "This takes one mean and one variance of all numbers; each word has its own.",
            () -> Grid.of(new double[] {-.98692754, .98692754}))
        .mistake(
            "not-centred",
            "The mean is not taken off: this divides by the root mean square (RMS norm).",
            () -> Grid.of(new double[] {.92582010, .99769319}))
        .equalTo(Grid.of(new double[] {0, 0}));
  }

  @Test
  @Mechanism("8.1.2 the variance divides by d, the number by its root")
  @Points(3)
  @Hint({Lesson08Hints.VARIANCE_1, Lesson08Hints.VARIANCE_2, Lesson08Hints.VARIANCE_3})
  void varianceDividesByD() {
    Tensor x = Tensor.of(new float[] {0, 2, 2, 4}, 1, 1, 4);
    Expect.that("result", plain(x, TINY))
        .given("one word [0 2 2 4], mean 2, variance 2, gain 1, bias 0")
        .mistake(
            "n-1",
            "This divides by d - 1 in the variance; it divides by d.",
            () -> row(-1.22474487, 0, 0, 1.22474487))
        .mistake(
            "no-root",
            "This divides by the variance; it is its root that is divided by.",
            () -> row(-1, 0, 0, 1))
        .mistake(
            "not-scaled", "The mean is taken off, and nothing is divided.", () -> row(-2, 0, 0, 2))
        .equalTo(row(-1.41421356, 0, 0, 1.41421356));
  }

  /** Judged by the answer's own variance, so that a wrong one costs its own points only. */
  @Test
  @Mechanism("8.1.3 epsilon stands inside the root")
  @Points(2)
  @Hint({Lesson08Hints.EPSILON_1, Lesson08Hints.EPSILON_2, Lesson08Hints.EPSILON_3})
  void epsilonIsInsideTheRoot() {
    Tensor x = Tensor.of(new float[] {0, 2}, 1, 1, 2);
    String given = "one word [0 2], epsilon 3 (large, to see where it stands)";
    double tiny = Expect.that("result", plain(x, TINY)).given(given).shaped(1, 1, 2).values()[1];
    double variance = 1 / (tiny * tiny);
    double inside = 1 / Math.sqrt(variance + 3);
    double outside = 1 / (Math.sqrt(variance) + 3);
    Expect.that("result", plain(x, 3))
        .given(given)
        .mistake(
            "epsilon-outside",
            "This divides by sqrt(variance) + epsilon; epsilon stands inside the root.",
            () -> row(-outside, outside))
        .mistake("no-epsilon", "Epsilon is not used.", () -> row(-tiny, tiny))
        .equalTo(row(-inside, inside));
    Expect.that("result", plain(Tensor.of(new float[] {5, 5}, 1, 1, 2), 3))
        .given("one word [5 5], epsilon 3")
        .equalTo(row(0, 0));
  }

  @Test
  @Mechanism("8.1.4 gain and bias belong to the features")
  @Points(1)
  @Hint({Lesson08Hints.GAIN_1, Lesson08Hints.GAIN_2, Lesson08Hints.GAIN_3})
  void gainThenBias() {
    Tensor x = Tensor.of(new float[] {0, 2}, 1, 1, 2);
    String given = "one word [0 2], gain [3 10], bias [1 5]";
    double[] y = Expect.that("result", plain(x, TINY)).given(given).shaped(1, 1, 2).values();
    Tensor gain = Tensor.vector(3, 10);
    Tensor bias = Tensor.vector(1, 5);
    Expect.that("result", answer.normalize(x, gain, bias, TINY))
        .given(given)
        .mistake("no-gain-and-bias", "Gain and bias are not used.", () -> row(y[0], y[1]))
        .mistake(
            "bias-before-gain",
            "The bias is added before the gain; it comes last.",
            () -> row(3 * (y[0] + 1), 10 * (y[1] + 5)))
        .mistake("no-bias", "The bias is not added.", () -> row(3 * y[0], 10 * y[1]))
        .equalTo(row(3 * y[0] + 1, 10 * y[1] + 5));
  }

  /** 8192^2 is a float, 8194^2 is not; their rounded mean is that of 8193^2. */
  @Test
  @Mechanism("8.1.5 large numbers keep their small differences")
  @Points(1)
  @Hint({Lesson08Hints.LARGE_1, Lesson08Hints.LARGE_2, Lesson08Hints.LARGE_3})
  void largeNumbersKeepTheirDifferences() {
    String given = "one word [8192 8194], which is [0 2] moved";
    Tensor small = plain(Tensor.of(new float[] {0, 2}, 1, 1, 2), 1e-5);
    double own = Expect.that("result", small).given(given).shaped(1, 1, 2).values()[1];
    Expect.that("result", plain(Tensor.of(new float[] {8192, 8194}, 1, 1, 2), 1e-5))
        .given(given)
        .mistake(
            "cancellation",
            "mean(x^2) - mean(x)^2 is rounded to 0 here; take the mean off before you square.",
            () -> row(-316.227766, 316.227766))
        .equalTo(row(-own, own));
  }

  @Test
  @Mechanism("8.1.6 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson08Hints.KEPT_1, Lesson08Hints.KEPT_2, Lesson08Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor x = Tensor.of(new float[] {1, 2, 6}, 1, 1, 3);
    Tensor gain = Tensor.vector(1, 2, 3);
    Tensor bias = Tensor.vector(4, 5, 6);
    String given = "result " + answer.normalize(x, gain, bias, TINY).shapeString();
    Expect.that("x after the call", x)
        .given(given)
        .mistake(
            "centred-in-place",
            "The mean has been taken off the input itself; it belongs to the caller.",
            () -> row(-2, -1, 3))
        .equalTo(row(1, 2, 6));
    Expect.that("gain after the call", gain).given(given).equalTo(Grid.of(new double[] {1, 2, 3}));
    Expect.that("bias after the call", bias).given(given).equalTo(Grid.of(new double[] {4, 5, 6}));
  }

  private Tensor plain(Tensor x, double epsilon) {
    int d = x.size(-1);
    return answer.normalize(x, Tensor.ones(d), Tensor.zeros(d), epsilon);
  }

  private static double mean(double[] y, int from) {
    return (y[from] + y[from + 1] + y[from + 2]) / 3;
  }

  private static Grid row(double... values) {
    return Grid.of(new double[][][] {{values}});
  }
}
