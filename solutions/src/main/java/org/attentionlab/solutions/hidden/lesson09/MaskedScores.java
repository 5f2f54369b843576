package org.attentionlab.solutions.hidden.lesson09;

import java.util.function.DoubleUnaryOperator;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;

/** Random scores [batch][head][query][key], and what right and wrong masks make of them. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and gone with its test
record MaskedScores(double[][][][] scores, String given) {

  private static final int BATCH = 2;
  private static final int HEADS = 3;

  /** Which keys a query sees. */
  @FunctionalInterface
  interface Sight {
    boolean sees(int query, int key);
  }

  static MaskedScores random(int positions, double factor) {
    double[][][][] scores = new double[BATCH][][][];
    long seed = 910L + positions;
    for (int b = 0; b < BATCH; b++) {
      scores[b] =
          Samples.times(factor, Samples.normal(seed + 1000L * b, HEADS, positions, positions));
    }
    String given = "scores (%d, %d, %d, %d), seed %d";
    return new MaskedScores(
        scores,
        given.formatted(BATCH, HEADS, positions, positions, seed)
            + (factor == 1 ? "" : ", times " + Math.round(factor)));
  }

  Tensor tensor() {
    return Samples.tensor(scores);
  }

  Grid asTheyAre() {
    return Grid.of(scores);
  }

  /** The softmax of what is seen; the rest gets 0, and a row that sees nothing what is given. */
  Grid weights(Sight sight, double nothing) {
    return each(
        (row, query) -> {
          double[] hidden = filled(row, query, sight, Double.NEGATIVE_INFINITY);
          return any(row.length, query, sight)
              ? Formulas.softmax(hidden)
              : mapped(row, score -> nothing);
        });
  }

  /** The softmax of all scores after a number was put in place of what is hidden. */
  Grid filled(Sight sight, double number) {
    return each((row, query) -> Formulas.softmax(filled(row, query, sight, number)));
  }

  /** The scores with a number in place of what is hidden. */
  Grid replaced(Sight sight, double number) {
    return each((row, query) -> filled(row, query, sight, number));
  }

  /** What is hidden set to 0 after the softmax. */
  Grid hiddenAfter(Sight sight) {
    return each((row, query) -> filled(Formulas.softmax(row), query, sight, 0));
  }

  /** The softmax of what is seen, in the float arithmetic in which exp overflows. */
  Grid overflowing(Sight sight) {
    return each(
        (row, query) -> {
          float sum = 0;
          for (int key = 0; key < row.length; key++) {
            sum += sight.sees(query, key) ? (float) Math.exp(row[key]) : 0;
          }
          double[] weights = new double[row.length];
          for (int key = 0; key < row.length; key++) {
            float exp = sight.sees(query, key) ? (float) Math.exp(row[key]) : 0;
            weights[key] = exp / sum;
          }
          return weights;
        });
  }

  Grid constant(double number) {
    return each((row, query) -> mapped(row, score -> number));
  }

  @FunctionalInterface
  private interface RowChange {
    double[] of(double[] row, int query);
  }

  private Grid each(RowChange change) {
    double[][][][] changed = new double[scores.length][scores[0].length][scores[0][0].length][];
    for (int b = 0; b < scores.length; b++) {
      for (int h = 0; h < scores[b].length; h++) {
        for (int query = 0; query < scores[b][h].length; query++) {
          changed[b][h][query] = change.of(scores[b][h][query], query);
        }
      }
    }
    return Grid.of(changed);
  }

  private static double[] filled(double[] row, int query, Sight sight, double number) {
    double[] filled = row.clone();
    for (int key = 0; key < row.length; key++) {
      filled[key] = sight.sees(query, key) ? row[key] : number;
    }
    return filled;
  }

  private static boolean any(int keys, int query, Sight sight) {
    for (int key = 0; key < keys; key++) {
      if (sight.sees(query, key)) {
        return true;
      }
    }
    return false;
  }

  private static double[] mapped(double[] row, DoubleUnaryOperator change) {
    double[] mapped = new double[row.length];
    for (int key = 0; key < row.length; key++) {
      mapped[key] = change.applyAsDouble(row[key]);
    }
    return mapped;
  }
}
