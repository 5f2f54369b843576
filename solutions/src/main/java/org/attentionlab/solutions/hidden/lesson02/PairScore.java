package org.attentionlab.solutions.hidden.lesson02;

import java.util.function.DoubleUnaryOperator;
import org.attentionlab.grading.expect.Grid;

/**
 * A score of one query and one key, right or wrong, in double precision and without the library.
 */
@FunctionalInterface
interface PairScore {

  double of(double[] query, double[] key);

  /** The scores of all pairs of a batch: [batch][query][key]. */
  default double[][][] all(double[][][] queries, double[][][] keys) {
    double[][][] scores = new double[queries.length][queries[0].length][keys[0].length];
    for (int b = 0; b < queries.length; b++) {
      for (int i = 0; i < queries[b].length; i++) {
        for (int j = 0; j < keys[b].length; j++) {
          scores[b][i][j] = of(queries[b][i], keys[b][j]);
        }
      }
    }
    return scores;
  }

  /** The same as what a test compares with. */
  default Grid grid(double[][][] queries, double[][][] keys) {
    return Grid.of(all(queries, keys));
  }

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  static double length(double[] x) {
    return Math.sqrt(dot(x, x));
  }

  static double cosine(double[] x, double[] y) {
    return dot(x, y) / (length(x) * length(y));
  }

  /** q^T W k over the components that both W and the vectors have. */
  static PairScore general(double[][] w, int rows, int columns) {
    return (q, k) -> {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          sum += q[i] * w[i][j] * k[j];
        }
      }
      return sum;
    };
  }

  /** The hidden numbers W [first; second] of the additive score. */
  static double[] hidden(double[][] w, double[] first, double[] second) {
    double[] sums = new double[w[0].length];
    for (int h = 0; h < sums.length; h++) {
      for (int i = 0; i < first.length; i++) {
        sums[h] += first[i] * w[i][h];
      }
      for (int i = 0; i < second.length; i++) {
        sums[h] += second[i] * w[first.length + i][h];
      }
    }
    return sums;
  }

  /** v^T f(hidden). */
  static double weighed(double[] v, double[] hidden, DoubleUnaryOperator f) {
    double sum = 0;
    for (int h = 0; h < v.length; h++) {
      sum += v[h] * f.applyAsDouble(hidden[h]);
    }
    return sum;
  }
}
