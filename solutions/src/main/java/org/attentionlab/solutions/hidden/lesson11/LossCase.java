package org.attentionlab.solutions.hidden.lesson11;

import java.util.Locale;
import java.util.Random;
import org.attentionlab.exercises.lesson11.MlmLoss;
import org.attentionlab.exercises.lesson11.MlmLoss.Asked;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;

/** Logits (B, T, V) and what was asked; the loss in double precision. */
@SuppressWarnings("ArrayRecordComponent") // rows of numbers; nobody compares them
record LossCase(double[][][] logits, Asked asked) {

  private static final int MASK = 4;

  /** Whether a place of a sentence counts. */
  interface Place {
    boolean counts(int b, int t);
  }

  /** Places differ in number from sentence to sentence; each lot occurs. */
  static LossCase of(long seed, int batch, int length, int vocabulary) {
    Random random = new Random(seed);
    int[][] words = new int[batch][length];
    int[][] read = new int[batch][length];
    boolean[][] chosen = new boolean[batch][length];
    for (int b = 0; b < batch; b++) {
      for (int t = 0; t < length; t++) {
        words[b][t] = 5 + random.nextInt(vocabulary - 5);
        chosen[b][t] = t <= b || random.nextInt(4) == 0;
        int lot = (b + t) % 3;
        int other = 5 + (words[b][t] - 5 + 1) % (vocabulary - 5);
        read[b][t] = !chosen[b][t] || lot == 0 ? words[b][t] : lot == 1 ? MASK : other;
      }
    }
    return new LossCase(
        Samples.normal(seed + 1, batch, length, vocabulary), new Asked(words, read, chosen));
  }

  String given() {
    return String.format(
        Locale.ROOT, "logits (%d, %d, %d)", logits.length, logits[0].length, logits[0][0].length);
  }

  double ask(MlmLoss answer) {
    return answer.loss(Samples.tensor(logits), asked);
  }

  /** -log softmax of one row, at the target. */
  static double surprise(double[] row, int target) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : row) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (double logit : row) {
      sum += Math.exp(logit - largest);
    }
    return Math.log(sum) + largest - row[target];
  }

  boolean isChosen(int b, int t) {
    return asked.chosen()[b][t];
  }

  boolean isMasked(int b, int t) {
    return asked.read()[b][t] == MASK;
  }

  boolean isChanged(int b, int t) {
    return asked.read()[b][t] != asked.words()[b][t];
  }

  Grid mean(int[][] targets, Place place) {
    return Grid.of(sum(targets, place) / count(place));
  }

  Grid right() {
    return mean(asked.words(), this::isChosen);
  }

  double sum(int[][] targets, Place place) {
    double sum = 0;
    for (int b = 0; b < logits.length; b++) {
      for (int t = 0; t < logits[b].length; t++) {
        sum += place.counts(b, t) ? surprise(logits[b][t], targets[b][t]) : 0;
      }
    }
    return sum;
  }

  double count(Place place) {
    int count = 0;
    for (int b = 0; b < logits.length; b++) {
      for (int t = 0; t < logits[b].length; t++) {
        count += place.counts(b, t) ? 1 : 0;
      }
    }
    return count;
  }

  /** Each sentence weighs the same, however many of its places are asked. */
  Grid meanOfSentences() {
    double means = 0;
    for (int b = 0; b < logits.length; b++) {
      int only = b;
      Place ofThis = (sentence, t) -> sentence == only && isChosen(sentence, t);
      means += sum(asked.words(), ofThis) / count(ofThis);
    }
    return Grid.of(means / logits.length);
  }
}
