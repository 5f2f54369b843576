package org.attentionlab.solutions.hidden.oracle;

import java.util.Arrays;

/**
 * The formulas that several lessons need, in double precision and in loops that share nothing with
 * the library.
 *
 * <p>Arrays are indexed as in the formulas: [batch][query][key]. What one lesson alone needs stands
 * in that lesson's package.
 */
public final class Formulas {

  private Formulas() {}

  /** Scores q k^T, divided. */
  public static double[][][] scores(double[][][] q, double[][][] k, double divisor) {
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
  public static double[][][] softmax(double[][][] scores) {
    double[][][] weights = new double[scores.length][scores[0].length][];
    for (int b = 0; b < scores.length; b++) {
      for (int i = 0; i < scores[b].length; i++) {
        weights[b][i] = softmax(scores[b][i]);
      }
    }
    return weights;
  }

  /** Softmax of one row. */
  public static double[] softmax(double[] row) {
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
  public static double[][][] naiveSoftmax(double[][][] scores) {
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
  public static double[][][] turned(double[][][] numbers) {
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
  public static double[][][] mixture(double[][][] weights, double[][][] values) {
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

  /** Every number divided. */
  public static double[][][] divided(double[][][] numbers, double divisor) {
    double[][][] divisors = new double[numbers.length][numbers[0].length][numbers[0][0].length];
    for (double[][] matrix : divisors) {
      for (double[] row : matrix) {
        Arrays.fill(row, 1 / divisor);
      }
    }
    return products(numbers, divisors);
  }

  /** Products of the entries. */
  public static double[][][] products(double[][][] left, double[][][] right) {
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
  public static double[][][] rowSums(double[][][] numbers) {
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
  public static double[][][] columnSums(double[][][] numbers) {
    return turned(rowSums(turned(numbers)));
  }

  /** In every place the sum of its matrix. */
  public static double[][][] matrixSums(double[][][] numbers) {
    return columnSums(rowSums(numbers));
  }
}
