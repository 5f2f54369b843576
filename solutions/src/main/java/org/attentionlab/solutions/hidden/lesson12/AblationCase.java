package org.attentionlab.solutions.hidden.lesson12;

import java.util.Locale;
import org.attentionlab.exercises.lesson12.AblateHead;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;

/**
 * Random heads, and the part of the output that each of them gives.
 *
 * <p>Arrays are [head][batch][query][...]; the parts are added up here head by head, so nothing is
 * concatenated as in the answers.
 */
final class AblationCase {

  static final int B = 2;
  static final int HEADS = 3;
  static final int QUERIES = 4;
  static final int KEYS = 5;

  final int dV;
  final int dModel;
  final double[][][][] weights = new double[HEADS][][][];
  final double[][][][] values = new double[HEADS][][][];
  final double[][] wO;

  /** Square where the output is as wide as the heads together. */
  private AblationCase(int dV, int dModel) {
    this.dV = dV;
    this.dModel = dModel;
    long seed = 1230L + dV;
    for (int h = 0; h < HEADS; h++) {
      weights[h] = Formulas.softmax(Samples.normal(seed + h, B, QUERIES, KEYS));
      values[h] = Samples.normal(seed + 10 + h, B, KEYS, dV);
    }
    wO = Samples.normal(seed + 20, HEADS * dV, dModel);
  }

  static AblationCase square(int dV) {
    return new AblationCase(dV, HEADS * dV);
  }

  static AblationCase ofWidth(int dV) {
    return new AblationCase(dV, 7);
  }

  /** The second query of the first sentence sees nothing, in any head. */
  AblationCase withEmptyRow() {
    for (double[][][] head : weights) {
      head[0][1] = new double[KEYS];
    }
    return this;
  }

  /** Scores of a thousand make weights of 0 and 1 alone. */
  AblationCase sharp() {
    for (int h = 0; h < HEADS; h++) {
      weights[h] =
          Formulas.softmax(Samples.times(1_000, Samples.normal(1260 + h, B, QUERIES, KEYS)));
    }
    return this;
  }

  /** Other values in one head, all else the same. */
  AblationCase withOtherValues(int head) {
    AblationCase other = new AblationCase(dV, dModel);
    other.values[head] = Samples.normal(1290, B, KEYS, dV);
    return other;
  }

  String given(int head) {
    return String.format(
        Locale.ROOT,
        "weights (%d, %d, %d, %d), dV %d, dModel %d, head %d silenced",
        B,
        HEADS,
        QUERIES,
        KEYS,
        dV,
        dModel,
        head);
  }

  Tensor weightsTensor() {
    return Samples.tensor(batchFirst(weights));
  }

  Tensor valuesTensor() {
    return Samples.tensor(batchFirst(values));
  }

  Tensor wOTensor() {
    return Samples.tensor(wO);
  }

  Tensor ask(AblateHead answer, int head) {
    return answer.output(weightsTensor(), valuesTensor(), wOTensor(), head);
  }

  /** What one head adds to the output, [batch][query][feature]. */
  double[][][] part(int head) {
    return part(head, weights[head]);
  }

  /** What one head would add if it looked everywhere alike. */
  double[][][] evenPart(int head) {
    return part(head, Formulas.softmax(new double[B][QUERIES][KEYS]));
  }

  private double[][][] part(int head, double[][][] looks) {
    double[][][] mixture = Formulas.mixture(looks, values[head]);
    double[][][] part = new double[B][QUERIES][dModel];
    for (int b = 0; b < B; b++) {
      for (int t = 0; t < QUERIES; t++) {
        for (int i = 0; i < dV; i++) {
          for (int j = 0; j < dModel; j++) {
            part[b][t][j] += mixture[b][t][i] * wO[head * dV + i][j];
          }
        }
      }
    }
    return part;
  }

  /** The sum of all heads' parts but one's; no head is left out where it is -1. */
  double[][][] without(int silent) {
    double[][][] sum = new double[B][QUERIES][dModel];
    for (int h = 0; h < HEADS; h++) {
      if (h != silent) {
        sum = sum(sum, part(h));
      }
    }
    return sum;
  }

  static double[][][] sum(double[][][] left, double[][][] right) {
    double[][][] sum = new double[left.length][left[0].length][left[0][0].length];
    for (int b = 0; b < sum.length; b++) {
      for (int t = 0; t < sum[b].length; t++) {
        for (int j = 0; j < sum[b][t].length; j++) {
          sum[b][t][j] = left[b][t][j] + right[b][t][j];
        }
      }
    }
    return sum;
  }

  /** The part with the columns zeroed that a head had before W_O. */
  double[][][] columnsZeroed(double[][][] part, int head) {
    double[][][] zeroed = sum(part, new double[B][QUERIES][dModel]);
    for (double[][] sentence : zeroed) {
      for (double[] word : sentence) {
        for (int j = head * dV; j < (head + 1) * dV; j++) {
          word[j] = 0;
        }
      }
    }
    return zeroed;
  }

  private static Grid batchFirst(double[][][][] heads) {
    double[][][][] turned = new double[B][HEADS][][];
    for (int h = 0; h < HEADS; h++) {
      for (int b = 0; b < B; b++) {
        turned[b][h] = heads[h][b];
      }
    }
    return Grid.of(turned);
  }
}
