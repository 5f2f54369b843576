package org.attentionlab.tensor;

import java.util.Arrays;

/** The loops behind {@link CrossEntropy}: one operation from logits to the loss. */
final class CrossEntropyLoss {
  private CrossEntropyLoss() {}

  /** The loss of checked shapes; the targets stand row by row in an array of their shape. */
  static Tensor of(CrossEntropy config, Tensor logits, int[] targets, int... targetShape) {
    int classes = logits.size(-1);
    boolean[] counts = counted(config, logits, targets, targetShape);
    int rows = 0;
    for (boolean count : counts) {
      rows += count ? 1 : 0;
    }
    float[] x = logits.data();
    float[] p = Operation.take(x.length); // softmax of the rows that count
    double smoothing = config.smoothing();
    double total = 0;
    for (int n = 0, at = 0; n < targets.length; n++, at += classes) {
      if (counts[n]) {
        double logSum = softmax(x, at, classes, p);
        total += (1 - smoothing) * (logSum - x[at + targets[n]]);
        if (smoothing > 0) {
          total += smoothing * (logSum - mean(x, at, classes));
        }
      }
    }
    boolean mean = config.reduction() == CrossEntropy.Reduction.MEAN;
    double share = mean ? 1.0 / Math.max(1, rows) : 1;
    float spread = (float) (smoothing / classes);
    float right = (float) (1 - smoothing);
    float[] y = Operation.take(1);
    y[0] = (float) (total * share);
    return Autograd.record(
        "crossEntropy",
        new int[0],
        y,
        g -> {
          float[] dx = logits.gradient();
          float scale = (float) (g[0] * share);
          for (int n = 0, at = 0; n < targets.length; n++, at += classes) {
            if (counts[n]) {
              for (int c = 0; c < classes; c++) {
                dx[at + c] += scale * (p[at + c] - spread);
              }
              dx[at + targets[n]] -= scale * right;
            }
          }
        },
        logits);
  }

  /** For each row whether its target is not the ignored one. */
  private static boolean[] counted(
      CrossEntropy config, Tensor logits, int[] targets, int[] targetShape) {
    int classes = logits.size(-1);
    boolean[] counts = new boolean[targets.length];
    for (int n = 0; n < targets.length; n++) {
      int target = targets[n];
      counts[n] = config.ignored().isEmpty() || target != config.ignored().getAsInt();
      if (counts[n] && (target < 0 || target >= classes)) {
        throw new IndexOutOfBoundsException(
            "crossEntropy: target "
                + target
                + " at "
                + Arrays.toString(Shape.index(n, targetShape))
                + " is not one of the "
                + classes
                + " classes of logits "
                + logits.shapeString()
                + (config.ignored().isPresent()
                    ? ", nor the ignored index " + config.ignored().getAsInt() + "."
                    : ".\n  Did you mean CrossEntropy.mean().ignoring(" + target + ")?"));
      }
    }
    return counts;
  }

  /** Writes the softmax of a row and returns the logarithm of the sum of exponentials. */
  private static double softmax(float[] x, int at, int classes, float[] p) {
    float max = Float.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      max = Math.max(max, x[at + c]);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      double e = Math.exp(x[at + c] - max);
      p[at + c] = (float) e;
      sum += e;
    }
    for (int c = 0; c < classes; c++) {
      p[at + c] = (float) (p[at + c] / sum);
    }
    return max + Math.log(sum);
  }

  private static double mean(float[] x, int at, int classes) {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += x[at + c];
    }
    return sum / classes;
  }
}
