package org.attentionlab.solutions.hidden.lesson11;

import java.util.Locale;
import java.util.Random;
import org.attentionlab.exercises.lesson11.FineTuneHead;
import org.attentionlab.exercises.lesson11.FineTuneHead.Parameters;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;

/** A small model, a batch and its gradients, derived by hand and computed in double precision. */
@SuppressWarnings("ArrayRecordComponent") // rows of numbers; nobody compares them
record TuningCase(Numbers before, double[][] x, int[] classes, double rate) {

  /** W, U and c. */
  @SuppressWarnings("ArrayRecordComponent") // rows of numbers; nobody compares them
  record Numbers(double[][] body, double[][] head, double[] bias) {}

  static TuningCase of(long seed, int batch, int dIn, int dModel, int classes, double rate) {
    Random random = new Random(seed);
    Numbers before =
        new Numbers(
            halved(Samples.normal(seed + 1, dIn, dModel)),
            Samples.normal(seed + 2, dModel, classes),
            Samples.normal(seed + 3, classes));
    int[] wanted = random.ints(batch, 0, classes).toArray();
    return new TuningCase(before, Samples.normal(seed + 4, batch, dIn), wanted, rate);
  }

  /** Smaller sums, so that tanh does not saturate and its slope shows. */
  private static double[][] halved(double[][] numbers) {
    return Samples.times(.5, new double[][][] {numbers})[0];
  }

  String given() {
    return String.format(
        Locale.ROOT,
        "x (%d, %d), dModel %d, %d classes, rate %s",
        x.length,
        x[0].length,
        before.head.length,
        before.bias.length,
        rate);
  }

  Parameters parameters() {
    return new Parameters(
        Samples.tensor(before.body), Samples.tensor(before.head), Samples.tensor(before.bias));
  }

  Parameters ask(FineTuneHead answer) {
    return answer.step(parameters(), Samples.tensor(x), classes.clone(), rate);
  }

  /** tanh(x W). */
  private double[][] pooled(double[][] body) {
    double[][] pooled = new double[x.length][body[0].length];
    for (int b = 0; b < x.length; b++) {
      for (int j = 0; j < pooled[b].length; j++) {
        double sum = 0;
        for (int i = 0; i < body.length; i++) {
          sum += x[b][i] * body[i][j];
        }
        pooled[b][j] = Math.tanh(sum);
      }
    }
    return pooled;
  }

  /** The loss by each logit: (softmax - one-hot) / B. */
  private double[][] byLogits(double[][] pooled) {
    double[][] slopes = new double[x.length][];
    for (int b = 0; b < x.length; b++) {
      double[] logits = before.bias.clone();
      for (int c = 0; c < logits.length; c++) {
        for (int j = 0; j < pooled[b].length; j++) {
          logits[c] += pooled[b][j] * before.head[j][c];
        }
      }
      slopes[b] = Formulas.softmax(logits);
      slopes[b][classes[b]] -= 1;
      for (int c = 0; c < logits.length; c++) {
        slopes[b][c] /= x.length;
      }
    }
    return slopes;
  }

  /** d loss / d W, the way back through that head. */
  private double[][] byBody(double[][] head, boolean slopeOfTanh) {
    double[][] pooled = pooled(before.body);
    double[][] byLogits = byLogits(pooled);
    double[][] gradient = new double[before.body.length][before.body[0].length];
    for (int b = 0; b < x.length; b++) {
      for (int j = 0; j < head.length; j++) {
        double byPooled = 0;
        for (int c = 0; c < head[j].length; c++) {
          byPooled += byLogits[b][c] * head[j][c];
        }
        double bySum = slopeOfTanh ? byPooled * (1 - pooled[b][j] * pooled[b][j]) : byPooled;
        for (int i = 0; i < gradient.length; i++) {
          gradient[i][j] += x[b][i] * bySum;
        }
      }
    }
    return gradient;
  }

  /** d loss / d U, with what that body gives. */
  private double[][] byHead(double[][] body) {
    double[][] pooled = pooled(body);
    double[][] byLogits = byLogits(pooled);
    double[][] gradient = new double[before.head.length][before.bias.length];
    for (int b = 0; b < x.length; b++) {
      for (int j = 0; j < gradient.length; j++) {
        for (int c = 0; c < gradient[j].length; c++) {
          gradient[j][c] += pooled[b][j] * byLogits[b][c];
        }
      }
    }
    return gradient;
  }

  private static double[][] stepped(double[][] numbers, double[][] gradient, double rate) {
    double[][] after = new double[numbers.length][numbers[0].length];
    for (int i = 0; i < after.length; i++) {
      for (int j = 0; j < after[i].length; j++) {
        after[i][j] = numbers[i][j] - rate * gradient[i][j];
      }
    }
    return after;
  }

  private double[][] newBody() {
    return stepped(before.body, byBody(before.head, true), rate);
  }

  private double[][] newHead(double ofRate) {
    return stepped(before.head, byHead(before.body), ofRate);
  }

  Grid body() {
    return Grid.of(newBody());
  }

  Grid bodyWithoutSlope() {
    return Grid.of(stepped(before.body, byBody(before.head, false), rate));
  }

  Grid bodyThroughNewHead() {
    return Grid.of(stepped(before.body, byBody(newHead(rate), true), rate));
  }

  Grid head() {
    return Grid.of(newHead(rate));
  }

  Grid headAtRate(double other) {
    return Grid.of(newHead(other));
  }

  Grid headFromNewBody() {
    return Grid.of(stepped(before.head, byHead(newBody()), rate));
  }

  Grid bias() {
    double[][] byLogits = byLogits(pooled(before.body));
    double[] after = before.bias.clone();
    for (double[] slopes : byLogits) {
      for (int c = 0; c < after.length; c++) {
        after[c] -= rate * slopes[c];
      }
    }
    return Grid.of(after);
  }
}
