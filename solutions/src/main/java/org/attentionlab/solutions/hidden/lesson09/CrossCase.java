package org.attentionlab.solutions.hidden.lesson09;

import java.util.Arrays;
import java.util.Locale;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson09.CrossAttention;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;

/** Random states and matrices, and what a decoder that looks at them sees. */
final class CrossCase {

  static final int B = 3;
  static final int T = 4;

  private static final int D_V = 9;

  final int places;
  final int states;
  final double[][][] decoder;
  final double[][][] memory;
  final double[][] wQ;
  final double[][] wK;
  final double[][] wV;
  final int[] lengths;

  private final int dK;
  private final String given;

  private CrossCase(int places, int states, int dDecoder, int dMemory, int dK, double factor) {
    this.places = places;
    this.states = states;
    this.dK = dK;
    long seed = 930L + dK;
    decoder = Samples.times(factor, Samples.normal(seed, B, places, dDecoder));
    memory = Samples.normal(seed + 100, B, states, dMemory);
    wQ = Samples.normal(seed + 200, dDecoder, dK);
    wK = Samples.normal(seed + 300, dMemory, dK);
    wV = Samples.normal(seed + 400, dMemory, D_V);
    lengths = new int[B];
    Arrays.fill(lengths, states);
    given =
        String.format(
            Locale.ROOT,
            "decoder (%d, %d, %d), memory (%d, %d, %d), dK %d, dV %d, seed %d%s",
            B,
            places,
            dDecoder,
            B,
            states,
            dMemory,
            dK,
            D_V,
            seed,
            factor == 1 ? "" : ", decoder times " + Math.round(factor));
  }

  /** No two sizes are the same. */
  static CrossCase ofWidth(int dK) {
    return new CrossCase(T, 5, 6, 7, dK, 1);
  }

  /** Decoder and memory could be exchanged without an error of shapes. */
  static CrossCase alike(int dK) {
    return new CrossCase(5, 5, 6, 6, dK, 1);
  }

  /** Scores of a thousand and more. */
  static CrossCase large(int dK) {
    return new CrossCase(T, 5, 6, 7, dK, 400);
  }

  /** With padding in the second source, and nothing real in the third. */
  static CrossCase padded(int dK) {
    CrossCase padded = ofWidth(dK);
    padded.lengths[1] = 2;
    padded.lengths[2] = 0;
    return padded;
  }

  String given() {
    return given + ", lengths " + Arrays.toString(lengths);
  }

  CrossAttention.Parameters parameters() {
    return new CrossAttention.Parameters(
        Samples.tensor(wQ), Samples.tensor(wK), Samples.tensor(wV));
  }

  AttentionResult ask(CrossAttention answer) {
    return answer.attend(
        Samples.tensor(decoder), Samples.tensor(memory), lengths.clone(), parameters());
  }

  Tensor memoryTensor() {
    return Samples.tensor(memory);
  }

  double[][][] scores(double divisor) {
    return scores(decoder, memory, divisor);
  }

  /** Scores where others ask or are asked. */
  double[][][] scores(double[][][] asking, double[][][] asked, double divisor) {
    return Formulas.scores(projected(asking, wQ), projected(asked, wK), divisor);
  }

  /** The right weights: the softmax of the real states, 0 elsewhere. */
  double[][][] weights() {
    return weights(scores(Math.sqrt(dK)), 0);
  }

  /** The softmax of the real states; rows without any get a number. */
  double[][][] weights(double[][][] scores, double nothing) {
    double[][][] weights = new double[B][scores[0].length][states];
    for (int b = 0; b < B; b++) {
      for (int t = 0; t < weights[b].length; t++) {
        double[] shares = Formulas.softmax(Arrays.copyOf(scores[b][t], lengths[b]));
        System.arraycopy(shares, 0, weights[b][t], 0, lengths[b]);
        if (lengths[b] == 0) {
          Arrays.fill(weights[b][t], nothing);
        }
      }
    }
    return weights;
  }

  /** The numbers with another in place of the padding's. */
  double[][][] padding(double[][][] numbers, double number) {
    double[][][] filled = new double[B][numbers[0].length][];
    for (int b = 0; b < B; b++) {
      for (int t = 0; t < filled[b].length; t++) {
        filled[b][t] = numbers[b][t].clone();
        Arrays.fill(filled[b][t], lengths[b], states, number);
      }
    }
    return filled;
  }

  /** The weights under a causal mask. */
  double[][][] causalWeights() {
    double[][][] scores = scores(Math.sqrt(dK));
    for (double[][] matrix : scores) {
      for (int t = 0; t < matrix.length; t++) {
        Arrays.fill(matrix[t], t + 1, states, Double.NEGATIVE_INFINITY);
      }
    }
    return Formulas.softmax(scores);
  }

  /** The answer's own weights, once their shape is right. */
  double[][][] shapedWeights(AttentionResult result) {
    double[] flat =
        Expect.that("weights", result.weights()).given(given()).shaped(B, places, states).values();
    double[][][] weights = new double[B][places][states];
    for (int i = 0; i < flat.length; i++) {
      weights[i / states / places][i / states % places][i % states] = flat[i];
    }
    return weights;
  }

  Grid mixed(double[][][] weights, double[][][] values) {
    return Grid.of(Formulas.mixture(weights, values));
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
}
