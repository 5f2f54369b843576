package org.attentionlab.exercises.lesson05;

import org.attentionlab.exercises.lesson05.CrossWidth.Weights;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 5.3. */
@ChecksOf(CrossWidth.class)
public final class CrossWidthChecks {

  private static final double[][] X = {{1, 0, 1}, {0, 2, 0}};
  private static final double[][] Y = {{1, 2}, {-1, 1}, {0, 1}};
  private static final double[][] WQ = {{1, 0}, {0, 1}, {1, 1}};
  private static final double[][] WK = {{1, 1}, {0, 1}};
  private static final double[][] WV = {{1, 0, 2, 1}, {0, 1, 1, -1}};
  private static final String GIVEN = "x (2, 3), y (3, 2), dK 2, dV 4";

  private final CrossWidth answer;

  CrossWidthChecks(CrossWidth answer) {
    this.answer = answer;
  }

  private Tensor ask() {
    return answer.attend(tensor(X), tensor(Y), new Weights(tensor(WQ), tensor(WK), tensor(WV)));
  }

  private static double[][] product(double[][] x, double[][] w) {
    double[][] product = new double[x.length][w[0].length];
    for (int t = 0; t < x.length; t++) {
      for (int i = 0; i < w.length; i++) {
        for (int j = 0; j < w[i].length; j++) {
          product[t][j] += x[t][i] * w[i][j];
        }
      }
    }
    return product;
  }

  private static double[][] output(double divisor) {
    return attention(product(X, WQ), product(Y, WK), product(Y, WV), divisor);
  }

  private static double[][] mixedKeys() {
    double root = Math.sqrt(WQ[0].length);
    return attention(product(X, WQ), product(Y, WK), product(Y, WK), root);
  }

  private static double[][] values() {
    double[][] v = product(Y, WV);
    double[][] mean = new double[X.length][v[0].length];
    for (double[] row : mean) {
      for (double[] value : v) {
        for (int c = 0; c < row.length; c++) {
          row[c] += value[c] / v.length;
        }
      }
    }
    return mean;
  }

  private static double[][] attention(double[][] q, double[][] k, double[][] v, double divisor) {
    double[][] weights = weights(q, k, divisor);
    double[][] output = new double[q.length][v[0].length];
    for (int i = 0; i < q.length; i++) {
      for (int j = 0; j < k.length; j++) {
        for (int c = 0; c < v[j].length; c++) {
          output[i][c] += weights[i][j] * v[j][c];
        }
      }
    }
    return output;
  }

  private static double[][] weights(double[][] q, double[][] k, double divisor) {
    double[][] weights = new double[q.length][k.length];
    for (int i = 0; i < q.length; i++) {
      double sum = 0;
      for (int j = 0; j < k.length; j++) {
        double score = 0;
        for (int c = 0; c < q[i].length; c++) {
          score += q[i][c] * k[j][c];
        }
        weights[i][j] = Math.exp(score / divisor);
        sum += weights[i][j];
      }
      for (int j = 0; j < k.length; j++) {
        weights[i][j] /= sum;
      }
    }
    return weights;
  }

  private static Tensor tensor(Object numbers) {
    Grid grid = Grid.of(numbers);
    float[] data = new float[grid.values().length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) grid.values()[i];
    }
    return Tensor.of(data, grid.shape());
  }

  @Test
  @Mechanism("5.3.1 scores are divided by the root of the keys' width")
  @Points(5)
  @Hint({Lesson05Hints.SCALE_1, Lesson05Hints.SCALE_2, Lesson05Hints.SCALE_3})
  void scaledByTheKeysWidth() {
    Expect.that("output", ask())
        .given(GIVEN)
        .mistake(
            "scales-by-dv",
            "Scores are divided by sqrt(dV); query and key meet in dK.",
            () -> Grid.of(output(Math.sqrt(WV[0].length))))
        .mistake(
            "scales-by-input",
            "Scores are divided by the root of the input's width.",
            () -> Grid.of(output(Math.sqrt(X[0].length))))
        .mistake("no-scaling", "Scores are not divided.", () -> Grid.of(output(1)))
        .equalTo(Grid.of(output(Math.sqrt(WQ[0].length))));
  }

  @Test
  @Mechanism("5.3.2 x asks and y is asked")
  @Points(2)
  @Hint({Lesson05Hints.SIDES_1, Lesson05Hints.SIDES_2, Lesson05Hints.SIDES_3})
  void sides() {
    Expect.that("output", ask())
        .given(GIVEN)
        .mistake(
            "even-weights",
            "Every word of y has the same weight; the question has no say.",
            () -> Grid.of(values()))
        .equalTo(Grid.of(output(Math.sqrt(WQ[0].length))));
  }

  @Test
  @Mechanism("5.3.3 the output is as wide as a value")
  @Points(2)
  @Hint({Lesson05Hints.OUTPUT_1, Lesson05Hints.OUTPUT_2, Lesson05Hints.OUTPUT_3})
  void widthOfTheOutput() {
    Expect.that("output", ask())
        .given(GIVEN)
        .mistake(
            "mixes-keys",
            "This mixes the keys; the values belong there.",
            () -> Grid.of(mixedKeys()))
        .equalTo(Grid.of(output(Math.sqrt(WQ[0].length))));
  }

  @Test
  @Mechanism("5.3.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson05Hints.KEPT_1, Lesson05Hints.KEPT_2, Lesson05Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor y = tensor(Y);
    Tensor output = answer.attend(tensor(X), y, new Weights(tensor(WQ), tensor(WK), tensor(WV)));
    Expect.that("y after the call", y)
        .given(GIVEN + ", output " + output.shapeString())
        .equalTo(Grid.of(Y));
  }
}
