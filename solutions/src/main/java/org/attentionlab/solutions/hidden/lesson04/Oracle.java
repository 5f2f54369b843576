package org.attentionlab.solutions.hidden.lesson04;

import org.attentionlab.grading.expect.Grid;

/** Right and wrong backward passes of the softmax, in double precision. */
final class Oracle {

  private Oracle() {}

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
}
