package org.attentionlab.solutions.hidden.lesson06;

import java.util.Arrays;
import java.util.Locale;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson06.MultiHead;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;

/** Random sequences and matrices, and what attention with several heads makes of them. */
final class MultiHeadCase {

  static final int B = 2;
  static final int HEADS = 3;

  private static final int SQUARE = 12;

  final int words;
  final int keys;
  final int dModel;
  final int dK;
  final int dV;
  final double[][][] x;
  final double[][][] source;
  final double[][] wQ;
  final double[][] wK;
  final double[][] wV;
  final double[][] wO;

  private final String given;

  private MultiHeadCase(int words, int keys, int dModel, int dSource, int dK, double factor) {
    this.words = words;
    this.keys = keys;
    this.dModel = dModel;
    this.dK = dK;
    dV = dModel == SQUARE ? SQUARE / HEADS : 9;
    long seed = 630L + dK;
    x = Samples.times(factor, Samples.normal(seed, B, words, dModel));
    source = Samples.normal(seed + 100, B, keys, dSource);
    wQ = Samples.normal(seed + 200, dModel, HEADS * dK);
    wK = Samples.normal(seed + 300, dSource, HEADS * dK);
    wV = Samples.normal(seed + 400, dSource, HEADS * dV);
    wO = Samples.normal(seed + 500, HEADS * dV, dModel);
    given =
        String.format(
            Locale.ROOT,
            "x (%d, %d, %d), source (%d, %d, %d), %d heads, dK %d, dV %d, seed %d%s",
            B,
            words,
            dModel,
            B,
            keys,
            dSource,
            HEADS,
            dK,
            dV,
            seed,
            factor == 1 ? "" : ", x times " + Math.round(factor));
  }

  /** No two lengths are the same. */
  static MultiHeadCase ofWidth(int dK) {
    return new MultiHeadCase(4, 5, 6, 7, dK, 1);
  }

  /** Queries and keys could be exchanged without an error of shapes. */
  static MultiHeadCase alike(int dK) {
    return new MultiHeadCase(5, 5, 6, 6, dK, 1);
  }

  /** Scores of a thousand and more. */
  static MultiHeadCase large(int dK) {
    return new MultiHeadCase(4, 5, 6, 7, dK, 500);
  }

  /** W_O is square, so that it could be turned without an error of shapes. */
  static MultiHeadCase square() {
    return new MultiHeadCase(4, 5, SQUARE, 7, 3, 1);
  }

  String given() {
    return given;
  }

  MultiHead.Parameters parameters() {
    return new MultiHead.Parameters(
        HEADS, Samples.tensor(wQ), Samples.tensor(wK), Samples.tensor(wV), Samples.tensor(wO));
  }

  AttentionResult ask(MultiHead answer) {
    return answer.attend(Samples.tensor(x), Samples.tensor(source), parameters());
  }

  double[][][] queries() {
    return projected(x, wQ);
  }

  double[][][] keyVectors() {
    return projected(source, wK);
  }

  /** The weights of all heads [b][h][t][s], the scores divided. */
  Grid weights(double divisor) {
    return weights(queries(), keyVectors(), divisor);
  }

  /** The weights of all heads for any queries and keys, each head with its columns. */
  Grid weights(double[][][] q, double[][][] k, double divisor) {
    double[][][][] all = new double[B][HEADS][][];
    for (int h = 0; h < HEADS; h++) {
      double[][][] head =
          Formulas.softmax(Formulas.scores(columns(q, h, dK), columns(k, h, dK), divisor));
      for (int b = 0; b < B; b++) {
        all[b][h] = head[b];
      }
    }
    return Grid.of(all);
  }

  /** The weights where the softmax overflows, [h][b][t][s]. */
  double[][][][] naiveWeights() {
    double[][][][] all = new double[HEADS][][][];
    for (int h = 0; h < HEADS; h++) {
      all[h] =
          Formulas.naiveSoftmax(
              Formulas.scores(
                  columns(queries(), h, dK), columns(keyVectors(), h, dK), Math.sqrt(dK)));
    }
    return all;
  }

  /** The weights where heads are cut by reshape alone. */
  Grid weightsOfReshaped() {
    double[][][][] all = new double[B][HEADS][][];
    double[][][] q = queries();
    double[][][] k = keyVectors();
    for (int h = 0; h < HEADS; h++) {
      double[][][] scores = Formulas.scores(pieces(q, h, words), pieces(k, h, keys), Math.sqrt(dK));
      double[][][] head = Formulas.softmax(scores);
      for (int b = 0; b < B; b++) {
        all[b][h] = head[b];
      }
    }
    return Grid.of(all);
  }

  /** The weights of a single head that is as wide as all, (B, 1, T, S). */
  Grid weightsOfOneHead() {
    double[][][] weights =
        Formulas.softmax(Formulas.scores(queries(), keyVectors(), Math.sqrt(HEADS * dK)));
    return Grid.of(Arrays.stream(weights).map(w -> new double[][][] {w}).toArray());
  }

  /** The answer's own weights, once their shape is right: [h][b][t][s]. */
  double[][][][] shapedWeights(AttentionResult result) {
    double[] flat =
        Expect.that("weights", result.weights())
            .given(given)
            .shaped(B, HEADS, words, keys)
            .values();
    double[][][][] weights = new double[HEADS][B][words][keys];
    for (int i = 0; i < flat.length; i++) {
      int word = i / keys;
      weights[word / words % HEADS][word / words / HEADS][word % words][i % keys] = flat[i];
    }
    return weights;
  }

  /** The mixtures side by side, (B, T, H dV). */
  double[][][] joined(double[][][][] weights) {
    double[][][] joined = new double[B][words][HEADS * dV];
    double[][][] v = projected(source, wV);
    for (int h = 0; h < HEADS; h++) {
      double[][][] mixed = Formulas.mixture(weights[h], columns(v, h, dV));
      for (int b = 0; b < B; b++) {
        for (int t = 0; t < words; t++) {
          System.arraycopy(mixed[b][t], 0, joined[b][t], h * dV, dV);
        }
      }
    }
    return joined;
  }

  /** The mixtures merged by reshape alone: the numbers head by head, cut into words. */
  double[][][] reshapedJoined(double[][][][] weights) {
    Heads size = new Heads(B, HEADS, words, dV);
    double[] apart = size.split(Grid.of(joined(weights)).values());
    double[][][] cut = new double[B][words][HEADS * dV];
    for (int i = 0; i < apart.length; i++) {
      int word = i / (HEADS * dV);
      cut[word / words][word % words][i % (HEADS * dV)] = apart[i];
    }
    return cut;
  }

  /** Rows times a matrix. */
  static double[][][] projected(double[][][] rows, double[][] matrix) {
    double[][][] result = new double[rows.length][rows[0].length][matrix[0].length];
    for (int b = 0; b < rows.length; b++) {
      for (int t = 0; t < rows[b].length; t++) {
        for (int i = 0; i < matrix.length; i++) {
          for (int j = 0; j < matrix[i].length; j++) {
            result[b][t][j] += rows[b][t][i] * matrix[i][j];
          }
        }
      }
    }
    return result;
  }

  private static double[][][] columns(double[][][] rows, int head, int width) {
    double[][][] part = new double[rows.length][rows[0].length][];
    for (int b = 0; b < rows.length; b++) {
      for (int t = 0; t < rows[b].length; t++) {
        part[b][t] = Arrays.copyOfRange(rows[b][t], head * width, (head + 1) * width);
      }
    }
    return part;
  }

  /** The numbers of a sequence in their order, cut into heads of so many rows. */
  private double[][][] pieces(double[][][] rows, int head, int length) {
    double[][][] part = new double[B][length][dK];
    for (int b = 0; b < B; b++) {
      for (int t = 0; t < length; t++) {
        for (int i = 0; i < dK; i++) {
          int at = (head * length + t) * dK + i;
          part[b][t][i] = rows[b][at / (HEADS * dK)][at % (HEADS * dK)];
        }
      }
    }
    return part;
  }
}
