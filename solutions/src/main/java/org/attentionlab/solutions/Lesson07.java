package org.attentionlab.solutions;

import org.attentionlab.exercises.lesson07.LearnedLookup;
import org.attentionlab.exercises.lesson07.RelativeBias;
import org.attentionlab.exercises.lesson07.ShiftMatrix;
import org.attentionlab.exercises.lesson07.Sinusoid;
import org.attentionlab.tensor.Tensor;

/** Positions: waves, a table, a rotation, and distances. */
public final class Lesson07 {

  /** Exercise 7.1: the sine and cosine encoding. */
  public final Sinusoid sinusoid =
      (positions, dModel) -> {
        // BEGIN SOLUTION
        float[] pe = new float[positions * dModel];
        for (int t = 0; t < positions; t++) {
          for (int c = 0; c < dModel; c++) {
            double angle = t / Math.pow(10000, (double) (c - c % 2) / dModel);
            pe[t * dModel + c] = (float) (c % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
          }
        }
        return Tensor.of(pe, positions, dModel);
        // END SOLUTION
      };

  /** Exercise 7.2: a learned table, and its end. */
  public final LearnedLookup learnedLookup =
      (x, table, first) -> {
        // BEGIN SOLUTION
        int rows = table.size(0);
        int end = first + x.size(1);
        if (first < 0 || end > rows) {
          int missing = first < 0 ? first : Math.max(first, rows);
          throw new IndexOutOfBoundsException(
              "There is no position " + missing + " in a table of " + rows + " rows.");
        }
        return x.add(table.slice(0, first, end)); // (B, T, dModel) + (T, dModel)
        // END SOLUTION
      };

  /** Exercise 7.3: k places on. */
  public final ShiftMatrix shiftMatrix =
      (k, dModel) -> {
        // BEGIN SOLUTION
        float[] m = new float[dModel * dModel];
        for (int c = 0; c < dModel; c += 2) {
          double angle = k / Math.pow(10000, (double) c / dModel);
          m[c * dModel + c] = (float) Math.cos(angle);
          m[c * dModel + c + 1] = (float) Math.sin(angle);
          m[(c + 1) * dModel + c] = (float) -Math.sin(angle);
          m[(c + 1) * dModel + c + 1] = (float) Math.cos(angle);
        }
        return Tensor.of(m, dModel, dModel);
        // END SOLUTION
      };

  /** Exercise 7.4: a number for each distance. */
  public final RelativeBias relativeBias =
      (scores, table, first) -> {
        // BEGIN SOLUTION
        int heads = scores.size(1);
        int queries = scores.size(2);
        int keys = scores.size(3);
        int reach = (table.size(0) - 1) / 2;
        float[] bias = new float[heads * queries * keys];
        int at = 0;
        for (int h = 0; h < heads; h++) {
          for (int i = 0; i < queries; i++) {
            for (int j = 0; j < keys; j++) {
              int distance = Math.max(-reach, Math.min(reach, first + i - j));
              bias[at++] = table.at(distance + reach, h);
            }
          }
        }
        return scores.add(Tensor.of(bias, heads, queries, keys)); // (B, H, T, S) + (H, T, S)
        // END SOLUTION
      };
}
