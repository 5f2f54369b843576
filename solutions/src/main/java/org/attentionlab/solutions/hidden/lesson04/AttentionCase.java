package org.attentionlab.solutions.hidden.lesson04;

import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson04.SelfAttention;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;

/** Random queries, keys and values, no two lengths of which are the same. */
final class AttentionCase {

  static final int B = 2;
  static final int T = 4;
  static final int S = 5;
  static final int DV = 7;

  final int dK;
  final double[][][] q;
  final double[][][] k;
  final double[][][] v;

  private final String given;

  private AttentionCase(int dK, double factor) {
    this.dK = dK;
    q = Samples.times(factor, Samples.normal(400 + dK, B, T, dK));
    k = Samples.normal(500 + dK, B, S, dK);
    v = Samples.normal(600 + dK, B, S, DV);
    String shapes = "q (%d, %d, %d), k (%d, %d, %d), v (%d, %d, %d), seed %d";
    String times = factor == 1 ? "" : ", q times " + Math.round(factor);
    given = shapes.formatted(B, T, dK, B, S, dK, B, S, DV, 400 + dK) + times;
  }

  static AttentionCase ofWidth(int dK) {
    return new AttentionCase(dK, 1);
  }

  /** Scores of a thousand and more. */
  static AttentionCase large(int dK) {
    return new AttentionCase(dK, 500);
  }

  String given() {
    return given;
  }

  /** Right weights, or wrong ones where the divisor is wrong. */
  double[][][] weights(double divisor) {
    return Formulas.softmax(Formulas.scores(q, k, divisor));
  }

  double[][][] right() {
    return weights(Math.sqrt(dK));
  }

  AttentionResult ask(SelfAttention answer) {
    return answer.attend(Samples.tensor(q), Samples.tensor(k), Samples.tensor(v));
  }

  /** The answer's own weights, once their shape is right. */
  double[][][] shapedWeights(AttentionResult result) {
    double[] flat = Expect.that("weights", result.weights()).given(given).shaped(B, T, S).values();
    double[][][] weights = new double[B][T][S];
    for (int i = 0; i < flat.length; i++) {
      weights[i / (T * S)][i / S % T][i % S] = flat[i];
    }
    return weights;
  }
}
