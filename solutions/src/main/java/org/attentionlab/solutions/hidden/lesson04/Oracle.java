package org.attentionlab.solutions.hidden.lesson04;

import java.util.Arrays;
import java.util.Random;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;

/**
 * Lesson 04's right and wrong results in double precision, in loops that share nothing with the
 * library.
 *
 * <p>Arrays are indexed as in the formulas: [batch][query][key].
 */
final class Oracle {

  private Oracle() {}

  /** Standard normal numbers, rounded to float so that the answer gets exactly these. */
  static double[][][] normal(long seed, int batch, int rows, int columns) {
    Random random = new Random(seed);
    double[][][] numbers = new double[batch][rows][columns];
    for (double[][] matrix : numbers) {
      for (double[] row : matrix) {
        for (int i = 0; i < row.length; i++) {
          row[i] = (float) random.nextGaussian();
        }
      }
    }
    return numbers;
  }

  static Tensor tensor(double[][][] numbers) {
    Grid grid = Grid.of(numbers);
    double[] values = grid.values();
    float[] data = new float[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) values[i];
    }
    return Tensor.of(data, grid.shape());
  }

  /** Scores q k^T, divided. */
  static double[][][] scores(double[][][] q, double[][][] k, double divisor) {
    double[][][] scores = new double[q.length][q[0].length][k[0].length];
    for (int b = 0; b < q.length; b++) {
      for (int i = 0; i < q[b].length; i++) {
        for (int j = 0; j < k[b].length; j++) {
          double sum = 0;
          for (int c = 0; c < q[b][i].length; c++) {
            sum += q[b][i][c] * k[b][j][c];
          }
          scores[b][i][j] = sum / divisor;
        }
      }
    }
    return scores;
  }

  /** Softmax of every row. */
  static double[][][] softmax(double[][][] scores) {
    double[][][] weights = new double[scores.length][scores[0].length][];
    for (int b = 0; b < scores.length; b++) {
      for (int i = 0; i < scores[b].length; i++) {
        weights[b][i] = softmax(scores[b][i]);
      }
    }
    return weights;
  }

  private static double[] softmax(double[] row) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : row) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    double[] weights = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      weights[j] = Math.exp(row[j] - largest);
      sum += weights[j];
    }
    for (int j = 0; j < row.length; j++) {
      weights[j] /= sum;
    }
    return weights;
  }

  /** Softmax without the maximum taken off, in the float arithmetic in which it overflows. */
  static double[][][] naiveSoftmax(double[][][] scores) {
    double[][][] weights = new double[scores.length][scores[0].length][scores[0][0].length];
    for (int b = 0; b < scores.length; b++) {
      for (int i = 0; i < scores[b].length; i++) {
        float sum = 0;
        for (double score : scores[b][i]) {
          sum += (float) Math.exp(score);
        }
        for (int j = 0; j < scores[b][i].length; j++) {
          weights[b][i][j] = (float) Math.exp(scores[b][i][j]) / sum;
        }
      }
    }
    return weights;
  }

  /** Rows for columns in every matrix of the batch. */
  static double[][][] turned(double[][][] numbers) {
    double[][][] turned = new double[numbers.length][numbers[0][0].length][numbers[0].length];
    for (int b = 0; b < numbers.length; b++) {
      for (int i = 0; i < numbers[b].length; i++) {
        for (int j = 0; j < numbers[b][i].length; j++) {
          turned[b][j][i] = numbers[b][i][j];
        }
      }
    }
    return turned;
  }

  /** Every query's mixture of the values. */
  static double[][][] mixture(double[][][] weights, double[][][] values) {
    double[][][] output = new double[weights.length][weights[0].length][values[0][0].length];
    for (int b = 0; b < weights.length; b++) {
      for (int i = 0; i < weights[b].length; i++) {
        for (int c = 0; c < values[b][0].length; c++) {
          for (int j = 0; j < values[b].length; j++) {
            output[b][i][c] += weights[b][i][j] * values[b][j][c];
          }
        }
      }
    }
    return output;
  }

  /** The softmax' Jacobian, written out: dw[i] / ds[j] = w[i] ((i = j) - w[j]). */
  static double[][][] softmaxBackward(double[][][] weights, double[][][] gradient) {
    double[][][] result = new double[weights.length][weights[0].length][weights[0][0].length];
    for (int b = 0; b < weights.length; b++) {
      for (int t = 0; t < weights[b].length; t++) {
        double[] w = weights[b][t];
        for (int j = 0; j < w.length; j++) {
          for (int i = 0; i < w.length; i++) {
            double derivative = w[i] * ((i == j ? 1 : 0) - w[j]);
            result[b][t][j] += gradient[b][t][i] * derivative;
          }
        }
      }
    }
    return result;
  }

  /** What a wrong backward pass gives for one entry. */
  interface Wrong {
    double entry(double w, double g, double sum);
  }

  /**
   * A wrong backward pass.
   *
   * @param sums the sum that belongs to each entry, right or wrong
   */
  static Grid wrong(double[][][] weights, double[][][] gradient, double[][][] sums, Wrong wrong) {
    double[][][] result = new double[weights.length][weights[0].length][weights[0][0].length];
    for (int b = 0; b < weights.length; b++) {
      for (int t = 0; t < weights[b].length; t++) {
        for (int j = 0; j < weights[b][t].length; j++) {
          result[b][t][j] = wrong.entry(weights[b][t][j], gradient[b][t][j], sums[b][t][j]);
        }
      }
    }
    return Grid.of(result);
  }

  /** Every number divided. */
  static double[][][] divided(double[][][] numbers, double divisor) {
    double[][][] divisors = new double[numbers.length][numbers[0].length][numbers[0][0].length];
    for (double[][] matrix : divisors) {
      for (double[] row : matrix) {
        Arrays.fill(row, 1 / divisor);
      }
    }
    return products(numbers, divisors);
  }

  /** Products of the entries. */
  static double[][][] products(double[][][] left, double[][][] right) {
    double[][][] products = new double[left.length][left[0].length][left[0][0].length];
    for (int b = 0; b < left.length; b++) {
      for (int t = 0; t < left[b].length; t++) {
        for (int j = 0; j < left[b][t].length; j++) {
          products[b][t][j] = left[b][t][j] * right[b][t][j];
        }
      }
    }
    return products;
  }

  /** In every place the sum of its row. */
  static double[][][] rowSums(double[][][] numbers) {
    double[][][] sums = new double[numbers.length][numbers[0].length][numbers[0][0].length];
    for (int b = 0; b < numbers.length; b++) {
      for (int t = 0; t < numbers[b].length; t++) {
        double sum = 0;
        for (double number : numbers[b][t]) {
          sum += number;
        }
        Arrays.fill(sums[b][t], sum);
      }
    }
    return sums;
  }

  /** In every place the sum of its column. */
  static double[][][] columnSums(double[][][] numbers) {
    return turned(rowSums(turned(numbers)));
  }

  /** In every place the sum of its matrix. */
  static double[][][] matrixSums(double[][][] numbers) {
    return columnSums(rowSums(numbers));
  }
}
