package org.attentionlab.tensor;

import java.util.Arrays;
import org.attentionlab.numerics.Numerics;

/** What is behind {@link CrossEntropy}: one operation from logits to the loss. */
final class CrossEntropyLoss {
  /** What the kernels take for a row that does not count. */
  private static final int NO_TARGET = -1;

  private CrossEntropyLoss() {}

  /** The loss of checked shapes; the targets stand row by row in an array of their shape. */
  static Tensor of(CrossEntropy config, Tensor logits, int[] targets, int... targetShape) {
    Numerics numerics = Numerics.get();
    int classes = logits.size(-1);
    int[] counted = counted(config, logits, targets, targetShape);
    int rows = counted.length;
    float smoothing = (float) config.smoothing();
    float[] x = logits.data();
    float[] losses = Operation.take(rows);
    float[] logSums = Operation.take(rows);
    numerics.crossEntropyRows(rows, classes, smoothing, x, 0, counted, 0, losses, 0, logSums, 0);
    double share = 1;
    if (config.reduction() == CrossEntropy.Reduction.MEAN) {
      share = 1.0 / Math.max(1, Arrays.stream(counted).filter(id -> id != NO_TARGET).count());
    }
    float weight = (float) share;
    float[] y = Operation.take(1);
    y[0] = (float) (numerics.sum(losses, 0, rows) * share);
    return Autograd.record(
        "crossEntropy",
        new int[0],
        y,
        g -> {
          float[] dx = logits.gradient();
          numerics.crossEntropyRowsBackward(
              rows, classes, smoothing, g[0] * weight, x, 0, counted, 0, logSums, 0, dx, 0);
        },
        logits);
  }

  /** The targets, checked, with {@link #NO_TARGET} in place of the ignored index. */
  private static int[] counted(
      CrossEntropy config, Tensor logits, int[] targets, int[] targetShape) {
    int classes = logits.size(-1);
    int[] counted = targets.clone();
    for (int n = 0; n < targets.length; n++) {
      int target = targets[n];
      if (config.ignored().isPresent() && target == config.ignored().getAsInt()) {
        counted[n] = NO_TARGET;
      } else if (target < 0 || target >= classes) {
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
    return counted;
  }
}
