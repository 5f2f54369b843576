package org.attentionlab.solutions.hidden.lesson03;

import java.util.function.DoubleUnaryOperator;
import org.attentionlab.exercises.lesson03.AlignmentStep;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;

/**
 * Right and wrong weights of one output, in double precision and loops that share nothing with the
 * library.
 *
 * @param decoder s[0] to s[T], indexed [batch][step][dQ]
 * @param encoder h [batch][state][dK]
 * @param wQ W_q [dQ][dHidden]
 * @param wK W_k [dK][dHidden]
 * @param v the vector [dHidden]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and gone with its test
record AlignmentOracle(
    double[][][] decoder, double[][][] encoder, double[][] wQ, double[][] wK, double[] v) {

  static final int BATCH = 2;
  static final int STATES = 5;
  static final int STEPS = 4;

  /** All widths different, but where they are to be the same. */
  static AlignmentOracle random(int seed, int dQ, int dK, int dHidden) {
    return new AlignmentOracle(
        Samples.normal(seed, BATCH, STEPS + 1, dQ),
        Samples.normal(seed + 1, BATCH, STATES, dK),
        Samples.normal(seed + 2, dQ, dHidden),
        Samples.normal(seed + 3, dK, dHidden),
        Samples.normal(seed + 4, dHidden));
  }

  Tensor decoderTensor() {
    return Samples.tensor(decoder);
  }

  Tensor encoderTensor() {
    return Samples.tensor(encoder);
  }

  AlignmentStep.Parameters parameters() {
    return new AlignmentStep.Parameters(Samples.tensor(wQ), Samples.tensor(wK), Samples.tensor(v));
  }

  /** The scores when the decoder's state of some step asks. */
  double[][] scores(int step) {
    return scores(step, Math::tanh, v);
  }

  double[][] scores(int step, DoubleUnaryOperator activation, double[] vector) {
    double[][] scores = new double[BATCH][STATES];
    for (int b = 0; b < BATCH; b++) {
      for (int j = 0; j < STATES; j++) {
        for (int i = 0; i < v.length; i++) {
          double sum = along(decoder[b][step], wQ, i) + along(encoder[b][j], wK, i);
          scores[b][j] += vector[i] * activation.applyAsDouble(sum);
        }
      }
    }
    return scores;
  }

  /** Products of projected query and key. */
  double[][] products(int step) {
    double[][] scores = new double[BATCH][STATES];
    for (int b = 0; b < BATCH; b++) {
      for (int j = 0; j < STATES; j++) {
        for (int i = 0; i < v.length; i++) {
          scores[b][j] += along(decoder[b][step], wQ, i) * along(encoder[b][j], wK, i);
        }
      }
    }
    return scores;
  }

  private static double along(double[] vector, double[][] matrix, int column) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += vector[i] * matrix[i][column];
    }
    return sum;
  }

  static Grid softmax(double[][] scores) {
    double[][] weights = new double[scores.length][];
    for (int b = 0; b < weights.length; b++) {
      weights[b] = Formulas.softmax(scores[b]);
    }
    return Grid.of(weights);
  }

  static Grid overBatch(double[][] scores) {
    double[][] weights = new double[BATCH][STATES];
    for (int j = 0; j < STATES; j++) {
      double[] column = new double[BATCH];
      for (int b = 0; b < BATCH; b++) {
        column[b] = scores[b][j];
      }
      double[] shares = Formulas.softmax(column);
      for (int b = 0; b < BATCH; b++) {
        weights[b][j] = shares[b];
      }
    }
    return Grid.of(weights);
  }
}
