package org.attentionlab.solutions.hidden.lesson02;

import java.util.Arrays;
import java.util.Locale;
import org.attentionlab.exercises.lesson02.Lesson02Hints;
import org.attentionlab.exercises.lesson02.StableSoftmax;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 2.5. */
@ChecksOf(StableSoftmax.class)
public final class StableSoftmaxHiddenChecks {

  private static final int B = 2;
  private static final int T = 4;
  private static final int[] LENGTHS = {3, 16, 64, 1};

  private final StableSoftmax answer;

  StableSoftmaxHiddenChecks(StableSoftmax answer) {
    this.answer = answer;
  }

  private static double[][][] scores(int s) {
    return Samples.normal(240 + s, B, T, s);
  }

  private static String given(int s) {
    return String.format(Locale.ROOT, "scores (%d, %d, %d), seed %d", B, T, s, 240 + s);
  }

  private Grid weights(double[][][] scores) {
    return Grid.of(answer.weights(Samples.tensor(scores)));
  }

  @Test
  @Mechanism("2.5.1 every row of weights sums to 1")
  @Points(3)
  @Hint({Lesson02Hints.ROWS_1, Lesson02Hints.ROWS_2, Lesson02Hints.ROWS_3})
  void rowsSumToOne() {
    for (int s : LENGTHS) {
      double[][][] scores = scores(s);
      Grid weights =
          Expect.that("weights", answer.weights(Samples.tensor(scores)))
              .given(given(s))
              .shaped(B, T, s);
      double[] w = weights.values();
      double[] sums = new double[B * T];
      for (int i = 0; i < w.length; i++) {
        sums[i / s] += w[i];
      }
      double[] ones = new double[B * T];
      Arrays.fill(ones, 1);
      Expect.that("sums of the rows", sums)
          .given(given(s))
          .mistake(
              "over-columns",
              "The columns sum to 1, not the rows: the softmax runs over the keys of one query.",
              () -> Grid.of(sums(overColumns(scores))))
          .mistake(
              "over-everything",
              "All weights together sum to 1: every row has a sum of its own.",
              () -> Grid.of(sums(overEverything(scores, B * T * s))))
          .mistake(
              "over-everything",
              "All weights of a matrix together sum to 1: every row has a sum of its own.",
              () -> Grid.of(sums(overEverything(scores, T * s))))
          .equalTo(Grid.of(ones));
    }
  }

  private static double[] sums(double[][][] weights) {
    return Arrays.stream(Formulas.rowSums(weights))
        .flatMap(Arrays::stream)
        .mapToDouble(row -> row[0])
        .toArray();
  }

  private static double[][][] overColumns(double[][][] scores) {
    return Formulas.turned(Formulas.softmax(Formulas.turned(scores)));
  }

  /** Softmax over so many neighbouring numbers at once. */
  private static double[][][] overEverything(double[][][] scores, int count) {
    double[] flat = Grid.of(scores).values();
    double[][][] weights = new double[scores.length][scores[0].length][scores[0][0].length];
    int s = scores[0][0].length;
    for (int start = 0; start < flat.length; start += count) {
      double[] part = Formulas.softmax(Arrays.copyOfRange(flat, start, start + count));
      for (int i = 0; i < count; i++) {
        int at = start + i;
        weights[at / (T * s)][at / s % T][at % s] = part[i];
      }
    }
    return weights;
  }

  @Test
  @Mechanism("2.5.2 weights stand in the ratio of the exponentials")
  @Points(2)
  @Hint({Lesson02Hints.RATIO_1, Lesson02Hints.RATIO_2, Lesson02Hints.RATIO_3})
  void weightsAreExponential() {
    for (int s : LENGTHS) {
      double[][][] scores = scores(s);
      Expect.that("weights", weights(scores))
          .given(given(s))
          .mistake(
              "no-exp",
              "These are the scores divided by their sum: the exponential is missing.",
              () -> Grid.of(shares(scores)))
          .mistake(
              "base-two",
              "These are powers of two: the softmax takes the base e.",
              () -> Grid.of(Formulas.softmax(times(scores, Math.log(2)))))
          .equalTo(Grid.of(Formulas.softmax(scores)));
    }
  }

  private static double[][][] shares(double[][][] scores) {
    double[][][] sums = Formulas.rowSums(scores);
    double[][][] shares = new double[B][T][scores[0][0].length];
    for (int b = 0; b < B; b++) {
      for (int t = 0; t < T; t++) {
        for (int j = 0; j < shares[b][t].length; j++) {
          shares[b][t][j] = scores[b][t][j] / sums[b][t][j];
        }
      }
    }
    return shares;
  }

  private static double[][][] times(double[][][] scores, double factor) {
    return Formulas.divided(scores, 1 / factor);
  }

  /** Rows of a thousand and more beside rows near 0. */
  private static double[][][] uneven(int s) {
    double[][][] scores = scores(s);
    for (int b = 0; b < B; b++) {
      for (int t = 0; t < T; t += 2) {
        for (int j = 0; j < s; j++) {
          scores[b][t][j] = (float) (scores[b][t][j] + 1000);
        }
      }
    }
    return scores;
  }

  @Test
  @Mechanism("2.5.3 large scores stay finite")
  @Points(3)
  @Hint({Lesson02Hints.LARGE_1, Lesson02Hints.LARGE_2, Lesson02Hints.LARGE_3})
  void largeScoresStayFinite() {
    for (int s : LENGTHS) {
      double[][][] scores = uneven(s);
      Expect.that("weights", weights(scores))
          .given(given(s) + ", every second row 1000 higher")
          .mistake(
              "overflow",
              "exp(1000) is infinity, and infinity / infinity is NaN.",
              () -> lost(scores, 0))
          .mistake(
              "maximum-of-all",
              "One maximum was taken off all rows; beside it the second row vanishes, and 0 / 0 is"
                  + " NaN.",
              () -> lost(scores, 1))
          .equalTo(Grid.of(Formulas.softmax(scores)));
    }
  }

  /** Right weights, but every second row from the given one on NaN. */
  private static Grid lost(double[][][] scores, int from) {
    double[][][] weights = Formulas.softmax(scores);
    for (double[][] matrix : weights) {
      for (int t = from; t < T; t += 2) {
        Arrays.fill(matrix[t], Double.NaN);
      }
    }
    return Grid.of(weights);
  }

  @Test
  @Mechanism("2.5.4 a masked row has weights of 0")
  @Points(1)
  @Hint({Lesson02Hints.MASKED_1, Lesson02Hints.MASKED_2, Lesson02Hints.MASKED_3})
  void maskedRowIsZero() {
    for (int s : LENGTHS) {
      double[][][] scores = scores(s);
      Arrays.fill(scores[1][2], Double.NEGATIVE_INFINITY);
      Expect.that("weights", weights(scores))
          .given(given(s) + ", all of row [1][2] -Infinity")
          .mistake(
              "masked-nan",
              "Infinity minus infinity, or 0 / 0, gave NaN where nothing is allowed.",
              () -> withRow(scores, Double.NaN))
          .mistake(
              "masked-even",
              "Where nothing is allowed the weight has been shared out evenly.",
              () -> withRow(scores, 1.0 / s))
          .equalTo(withRow(scores, 0));
    }
  }

  private static Grid withRow(double[][][] scores, double weight) {
    double[][][] weights = Formulas.softmax(scores);
    Arrays.fill(weights[1][2], weight);
    return Grid.of(weights);
  }

  @Test
  @Mechanism("2.5.5 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson02Hints.KEPT_1, Lesson02Hints.KEPT_2, Lesson02Hints.KEPT_3})
  void inputsAreLeftAlone() {
    double[][][] before = scores(5);
    Tensor scores = Samples.tensor(before);
    String given = given(5) + ", weights " + answer.weights(scores).shapeString();
    Expect.that("scores after the call", scores)
        .given(given)
        .mistake(
            "shifted-in-place",
            "The maximum has been taken off the scores themselves; they belong to the caller.",
            () -> Grid.of(shifted(before)))
        .equalTo(Grid.of(before));
  }

  private static double[][][] shifted(double[][][] scores) {
    double[][][] shifted = new double[B][T][];
    for (int b = 0; b < B; b++) {
      for (int t = 0; t < T; t++) {
        double largest = Arrays.stream(scores[b][t]).max().orElseThrow();
        shifted[b][t] = Arrays.stream(scores[b][t]).map(x -> x - largest).toArray();
      }
    }
    return shifted;
  }
}
