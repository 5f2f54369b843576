package org.attentionlab.solutions.hidden.lesson08;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.attentionlab.solutions.hidden.oracle.Formulas;

/** Normalisation, sums and maps of vectors, in double precision: [batch][word][feature]. */
final class Vectors {

  private Vectors() {}

  /** What is done with each vector. */
  static double[][][] each(double[][][] x, UnaryOperator<double[]> map) {
    double[][][] result = new double[x.length][][];
    for (int b = 0; b < x.length; b++) {
      result[b] = new double[x[b].length][];
      for (int t = 0; t < x[b].length; t++) {
        result[b][t] = map.apply(x[b][t]);
      }
    }
    return result;
  }

  /** Each vector by its own mean and variance. */
  static double[][][] normalised(double[][][] x, double epsilon) {
    return each(x, vector -> normalised(vector, epsilon));
  }

  private static double[] normalised(double[] vector, double epsilon) {
    double mean = mean(vector);
    double root = Math.sqrt(squares(vector, mean) / vector.length + epsilon);
    double[] y = new double[vector.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = (vector[i] - mean) / root;
    }
    return y;
  }

  static double mean(double[] vector) {
    double sum = 0;
    for (double number : vector) {
      sum += number;
    }
    return sum / vector.length;
  }

  /** The sum of the squared distances from a centre. */
  static double squares(double[] vector, double centre) {
    double sum = 0;
    for (double number : vector) {
      sum += (number - centre) * (number - centre);
    }
    return sum;
  }

  /** Each feature by its mean and variance over the words of a sequence. */
  static double[][][] normalisedOverWords(double[][][] x, double epsilon) {
    return Formulas.turned(normalised(Formulas.turned(x), epsilon));
  }

  /** All numbers by one mean and one variance. */
  static double[][][] normalisedOverAll(double[][][] x, double epsilon) {
    int width = x[0][0].length;
    double[] all = new double[x.length * x[0].length * width];
    for (int i = 0; i < all.length; i++) {
      all[i] = x[i / width / x[0].length][i / width % x[0].length][i % width];
    }
    double mean = mean(all);
    double root = Math.sqrt(squares(all, mean) / all.length + epsilon);
    return each(x, vector -> mapped(vector, number -> (number - mean) / root));
  }

  /** What is done with each number of a vector. */
  static double[] mapped(double[] vector, DoubleUnaryOperator map) {
    double[] result = new double[vector.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = map.applyAsDouble(vector[i]);
    }
    return result;
  }

  /** Feature by feature: factor x + summand. */
  static double[][][] scaled(double[][][] x, double[] factor, double[] summand) {
    return each(
        x,
        vector -> {
          double[] y = new double[vector.length];
          for (int i = 0; i < y.length; i++) {
            y[i] = factor[i] * vector[i] + summand[i];
          }
          return y;
        });
  }

  static double[][][] sum(double[][][] left, double[][][] right) {
    double[][][] sum = new double[left.length][left[0].length][left[0][0].length];
    for (int b = 0; b < left.length; b++) {
      for (int t = 0; t < left[b].length; t++) {
        for (int i = 0; i < left[b][t].length; i++) {
          sum[b][t][i] = left[b][t][i] + right[b][t][i];
        }
      }
    }
    return sum;
  }

  /** Each vector times a matrix. */
  static double[][][] times(double[][][] x, double[][] matrix) {
    return each(
        x,
        vector -> {
          double[] y = new double[matrix[0].length];
          for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < y.length; j++) {
              y[j] += vector[i] * matrix[i][j];
            }
          }
          return y;
        });
  }

  /** A vector of one number. */
  static double[] full(int length, double value) {
    double[] vector = new double[length];
    Arrays.fill(vector, value);
    return vector;
  }
}
