package org.attentionlab.decode;

import java.util.Arrays;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/** The logits of a step, read row by row. */
final class Scores {
  private Scores() {}

  /** The logits (B, V) as rows. */
  static float[][] rows(Tensor logits, int batch) {
    if (logits.rank() != 2 || logits.size(0) != batch || logits.size(1) == 0) {
      throw new ShapeException(
          "decode: the logits of a step are (" + batch + ", V), got " + logits.shapeString() + ".");
    }
    int classes = logits.size(1);
    float[] all = logits.toArray();
    float[][] rows = new float[batch][];
    for (int b = 0; b < batch; b++) {
      rows[b] = Arrays.copyOfRange(all, b * classes, (b + 1) * classes);
      check(rows[b], b);
    }
    return rows;
  }

  /** Logits that a probability can be told from. */
  static void check(float[] row, int b) {
    boolean possible = false;
    for (int token = 0; token < row.length; token++) {
      if (Float.isNaN(row[token]) || row[token] == Float.POSITIVE_INFINITY) {
        throw new ArithmeticException(
            "decode: the logit of token "
                + token
                + " in row "
                + b
                + " is "
                + row[token]
                + ".\n  The model's weights may have gone astray in training.");
      }
      possible |= row[token] != Float.NEGATIVE_INFINITY;
    }
    if (!possible) {
      throw new ArithmeticException("decode: row " + b + " allows no token at all.");
    }
  }

  /** The logarithms of the probabilities. */
  static double[] logProbabilities(float[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - max);
    }
    double shift = max + Math.log(sum);
    double[] result = new double[logits.length];
    for (int token = 0; token < result.length; token++) {
      result[token] = logits[token] - shift;
    }
    return result;
  }

  /** The place of the greatest number; of equal ones the first. */
  static int best(float[] numbers) {
    int best = 0;
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] > numbers[best]) {
        best = i;
      }
    }
    return best;
  }
}
