package org.attentionlab.solutions.hidden.lesson08;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.attentionlab.exercises.lesson08.LayerNormalization;
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

/** Graded tests of exercise 8.1. */
@ChecksOf(LayerNormalization.class)
public final class LayerNormalizationHiddenChecks {

  private static final int B = 2;
  private static final int T = 5;
  private static final double TINY = 1e-12;
  private static final int[] WIDTHS = {1, 3, 16, 64};

  private final LayerNormalization answer;

  LayerNormalizationHiddenChecks(LayerNormalization answer) {
    this.answer = answer;
  }

  /** The means alone, so that a wrong variance costs its own points only. */
  @Test
  @Mechanism("8.1.1 every vector has a mean of 0 of its own")
  @Points(2)
  @Hint({Lesson08Hints.MEAN_1, Lesson08Hints.MEAN_2, Lesson08Hints.MEAN_3})
  void everyVectorHasItsOwnMean() {
    for (int d : new int[] {3, 16, 64}) {
      double[][][] x = words(d);
      double[][][] y = shaped(plain(x, TINY), x, given(d));
      Expect.that("means of the words", means(y))
          .given(given(d))
          .mistake(
              "over-words",
              "This normalises each feature over the words; each word is normalised by itself.",
              () -> Grid.of(means(Vectors.normalisedOverWords(x, TINY))))
          .mistake(
              "over-everything",
              "This takes one mean and one variance of all numbers; each word has its own.",
              () -> Grid.of(means(Vectors.normalisedOverAll(x, TINY))))
          .mistake(
              "not-centred",
              "The mean is not taken off: this divides by the root mean square (RMS norm).",
              () -> Grid.of(means(Vectors.each(x, LayerNormalizationHiddenChecks::rms))))
          .equalTo(Grid.of(new double[B][T]));
    }
  }

  @Test
  @Mechanism("8.1.2 the variance divides by d, the number by its root")
  @Points(3)
  @Hint({Lesson08Hints.VARIANCE_1, Lesson08Hints.VARIANCE_2, Lesson08Hints.VARIANCE_3})
  void varianceDividesByD() {
    for (int d : WIDTHS) {
      double[][][] x = Samples.times(d == 64 ? 1000 : 1, words(d));
      double epsilon = d == 1 ? 1e-5 : TINY;
      Expect.that("result", plain(x, epsilon))
          .given(given(d) + (d == 64 ? ", times 1000" : ""))
          .mistake(
              "n-1",
              "This divides by d - 1 in the variance; it divides by d.",
              () -> Grid.of(centredBy(x, v -> Math.sqrt(v * d / (d - 1)))))
          .mistake(
              "no-root",
              "This divides by the variance; it is its root that is divided by.",
              () -> Grid.of(centredBy(x, v -> v)))
          .mistake(
              "not-scaled",
              "The mean is taken off, and nothing is divided.",
              () -> Grid.of(centredBy(x, v -> 1)))
          .equalTo(Grid.of(Vectors.normalised(x, epsilon)));
    }
  }

  /** Judged by the answer's own variance, so that a wrong one costs its own points only. */
  @Test
  @Mechanism("8.1.3 epsilon stands inside the root")
  @Points(2)
  @Hint({Lesson08Hints.EPSILON_1, Lesson08Hints.EPSILON_2, Lesson08Hints.EPSILON_3})
  void epsilonIsInsideTheRoot() {
    for (int d : new int[] {3, 16, 64}) {
      double[][][] x = words(d);
      double[][][] y = shaped(plain(x, TINY), x, given(d));
      Expect.that("result", plain(x, 4))
          .given(given(d) + ", epsilon 4 (large, to see where it stands)")
          .mistake(
              "epsilon-outside",
              "This divides by sqrt(variance) + epsilon; epsilon stands inside the root.",
              () -> Grid.of(again(x, y, v -> Math.sqrt(v) / (Math.sqrt(v) + 4))))
          .mistake("no-epsilon", "Epsilon is not used.", () -> Grid.of(y))
          .equalTo(Grid.of(again(x, y, v -> Math.sqrt(v / (v + 4)))));
    }
    double[][][] equal = {{{7, 7, 7}}};
    Expect.that("result", plain(equal, 1e-5))
        .given("one word [7 7 7], epsilon 1e-5")
        .equalTo(Grid.of(new double[1][1][3]));
  }

  @Test
  @Mechanism("8.1.4 gain and bias belong to the features")
  @Points(1)
  @Hint({Lesson08Hints.GAIN_1, Lesson08Hints.GAIN_2, Lesson08Hints.GAIN_3})
  void gainThenBias() {
    for (int d : new int[] {3, 16, 64}) {
      double[][][] x = words(d);
      double[] gain = Samples.normal(820 + d, d);
      double[] bias = Samples.normal(830 + d, d);
      double[][][] y = shaped(plain(x, TINY), x, given(d));
      Expect.that(
              "result",
              answer.normalize(Samples.tensor(x), Samples.tensor(gain), Samples.tensor(bias), TINY))
          .given(given(d) + ", random gain and bias")
          .mistake("no-gain-and-bias", "Gain and bias are not used.", () -> Grid.of(y))
          .mistake(
              "bias-before-gain",
              "The bias is added before the gain; it comes last.",
              () -> Grid.of(biasFirst(y, gain, bias)))
          .mistake(
              "no-bias",
              "The bias is not added.",
              () -> Grid.of(Vectors.scaled(y, gain, new double[d])))
          .equalTo(Grid.of(Vectors.scaled(y, gain, bias)));
    }
  }

  /** Two numbers, for the sum of two does not hang on an order. */
  @Test
  @Mechanism("8.1.5 large numbers keep their small differences")
  @Points(1)
  @Hint({Lesson08Hints.LARGE_1, Lesson08Hints.LARGE_2, Lesson08Hints.LARGE_3})
  void largeNumbersKeepTheirDifferences() {
    double[][][] x = {{{8192, 8194}, {16384, 16388}, {-8194, -8192}}};
    double[][][] near = {{{0, 2}, {0, 4}, {0, 2}}};
    String given = "words [8192 8194], [16384 16388] and [-8194 -8192], epsilon 1e-5";
    double[][][] own = shaped(plain(near, 1e-5), near, given);
    Expect.that("result", plain(x, 1e-5))
        .given(given)
        .mistake(
            "cancellation",
            "mean(x^2) - mean(x)^2 is mostly rounding here; take the mean off before you square.",
            () -> Grid.of(Vectors.each(x, LayerNormalizationHiddenChecks::cancelled)))
        .equalTo(Grid.of(own));
  }

  @Test
  @Mechanism("8.1.6 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson08Hints.KEPT_1, Lesson08Hints.KEPT_2, Lesson08Hints.KEPT_3})
  void inputsAreLeftAlone() {
    double[][][] before = words(3);
    Tensor x = Samples.tensor(before);
    Tensor gain = Tensor.vector(1, 2, 3);
    Tensor bias = Tensor.vector(4, 5, 6);
    String given = given(3) + ", result " + answer.normalize(x, gain, bias, TINY).shapeString();
    Expect.that("x after the call", x)
        .given(given)
        .mistake(
            "centred-in-place",
            "The mean has been taken off the input itself; it belongs to the caller.",
            () -> Grid.of(centredBy(before, v -> 1)))
        .equalTo(Grid.of(before));
    Expect.that("gain after the call", gain).given(given).equalTo(Grid.of(new double[] {1, 2, 3}));
    Expect.that("bias after the call", bias).given(given).equalTo(Grid.of(new double[] {4, 5, 6}));
  }

  /** Every word about a centre of its own, and wider than the one before. */
  private static double[][][] words(int d) {
    double[][][] x = Samples.normal(800 + d, B, T, d);
    int word = 0;
    for (double[][] sequence : x) {
      for (double[] vector : sequence) {
        word++;
        for (int i = 0; i < d; i++) {
          vector[i] = (float) (vector[i] * word + 3 * word - 12);
        }
      }
    }
    return x;
  }

  private static String given(int d) {
    return String.format(
        Locale.ROOT, "x (%d, %d, %d), seed %d, each word about another centre", B, T, d, 800 + d);
  }

  private Tensor plain(double[][][] x, double epsilon) {
    int d = x[0][0].length;
    return answer.normalize(Samples.tensor(x), Tensor.ones(d), Tensor.zeros(d), epsilon);
  }

  private static double[][][] shaped(Tensor result, double[][][] x, String given) {
    int words = x[0].length;
    int d = x[0][0].length;
    double[] flat = Expect.that("result", result).given(given).shaped(x.length, words, d).values();
    double[][][] y = new double[x.length][words][d];
    for (int i = 0; i < flat.length; i++) {
      y[i / d / words][i / d % words][i % d] = flat[i];
    }
    return y;
  }

  private static double[][] means(double[][][] y) {
    return Arrays.stream(y)
        .map(sequence -> Arrays.stream(sequence).mapToDouble(Vectors::mean).toArray())
        .toArray(double[][]::new);
  }

  private static double variance(double[] vector) {
    return Vectors.squares(vector, Vectors.mean(vector)) / vector.length;
  }

  private static double[][][] centredBy(double[][][] x, DoubleUnaryOperator divisor) {
    UnaryOperator<double[]> change =
        vector -> {
          double mean = Vectors.mean(vector);
          double by = divisor.applyAsDouble(variance(vector));
          return Vectors.mapped(vector, number -> (number - mean) / by);
        };
    return Vectors.each(x, change);
  }

  /** The answer's own result, multiplied by what its own variance says. */
  private static double[][][] again(double[][][] x, double[][][] y, DoubleUnaryOperator factor) {
    double[][][] result = new double[x.length][][];
    for (int b = 0; b < x.length; b++) {
      result[b] = new double[x[b].length][];
      for (int t = 0; t < x[b].length; t++) {
        double by = factor.applyAsDouble(variance(x[b][t]) / variance(y[b][t]));
        result[b][t] = Vectors.mapped(y[b][t], number -> number * by);
      }
    }
    return result;
  }

  private static double[][][] biasFirst(double[][][] y, double[] gain, double[] bias) {
    double[] product = new double[gain.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = gain[i] * bias[i];
    }
    return Vectors.scaled(y, gain, product);
  }

  private static double[] rms(double[] vector) {
    double root = Math.sqrt(Vectors.squares(vector, 0) / vector.length);
    return Vectors.mapped(vector, number -> number / root);
  }

  /** mean(x^2) - mean(x)^2 in float, as a tensor would compute it. */
  private static double[] cancelled(double[] pair) {
    float a = (float) pair[0];
    float b = (float) pair[1];
    float mean = (a + b) / 2;
    float variance = (a * a + b * b) / 2 - mean * mean;
    float root = (float) Math.sqrt(variance + 1e-5f);
    return Vectors.mapped(pair, number -> ((float) number - mean) / root);
  }
}
