package org.attentionlab.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What the tape itself costs: the time of a training step of a small encoder whose tensors have
 * next to no numbers, so that nothing is left but recording, sweeping and handing out arrays,
 * beside the time of a step at its real size.
 *
 * <pre>java -cp target/test-classes:target/classes org.attentionlab.tensor.TapeOverhead</pre>
 */
public final class TapeOverhead {
  private static final int LAYERS = 4;

  /** The sizes of an encoder; the course's small one, and one that is all tape. */
  private record Size(int batch, int length, int heads, int dHead, int hidden, int vocabulary) {
    static final Size REAL = new Size(32, 16, 4, 16, 256, 64);
    static final Size TINY = new Size(1, 1, 1, 1, 1, 2);

    int dModel() {
      return heads * dHead;
    }
  }

  private final Size size;
  private final Random rng = new Random(1);
  private final List<Tensor> parameters = new ArrayList<>();
  private final int[][] ids;
  private int next;
  private int operations;

  private TapeOverhead(Size size) {
    this.size = size;
    this.ids = new int[size.batch()][size.length()];
    for (int[] row : ids) {
      Arrays.setAll(row, i -> rng.nextInt(size.vocabulary()));
    }
  }

  /** Prints microseconds a step and an operation. */
  public static void main(String[] args) {
    for (int round = 0; round < 5; round++) {
      TapeOverhead tiny = new TapeOverhead(Size.TINY);
      double tape = tiny.microseconds(4000);
      double step = new TapeOverhead(Size.REAL).microseconds(40);
      System.out.printf(
          Locale.ROOT,
          "tape %.1f us a step of %d operations, %.3f us each; step at dModel 64: %.0f us; %.2f %%%n",
          tape,
          tiny.operations,
          tape / tiny.operations,
          step,
          100 * tape / step);
    }
  }

  @SuppressWarnings("try") // steps are there for their effect
  private double microseconds(int steps) {
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 7; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < steps; i++) {
        try (var step = Workspace.step()) {
          train();
        }
      }
      best = Math.min(best, (System.nanoTime() - start) / 1e3 / steps);
    }
    return best;
  }

  private void train() {
    next = 0;
    operations = 0;
    parameters.forEach(Tensor::zeroGrad);
    int d = size.dModel();
    Tensor x = count(parameter(size.vocabulary(), d).lookup(ids)); // (B, T, d)
    for (int layer = 0; layer < LAYERS; layer++) {
      Tensor attended = attention(normal(x));
      x = count(x.add(attended));
      Tensor hidden = count(linear(normal(x), size.hidden()).relu());
      x = count(x.add(linear(hidden, d)));
    }
    count(linear(x, size.vocabulary()).crossEntropy(ids)).backward();
    for (Tensor parameter : parameters) {
      float[] g = Operation.gradient(parameter);
      Operation.update(
          parameter,
          w -> {
            for (int i = 0; i < w.length; i++) {
              w[i] -= 1e-4f * g[i];
            }
          });
    }
  }

  private Tensor attention(Tensor x) {
    Tensor q = heads(linear(x, size.dModel())); // (B, H, T, dK)
    Tensor k = heads(linear(x, size.dModel()));
    Tensor v = heads(linear(x, size.dModel()));
    Tensor scores = count(count(q.matmul(count(k.transpose()))).mul(0.25)); // (B, H, T, T)
    Tensor mixed = count(count(scores.softmax(-1)).matmul(v)); // (B, H, T, dK)
    Tensor joined = count(count(mixed.transpose(1, 2)).flatten(2, 3)); // (B, T, d)
    return linear(joined, size.dModel());
  }

  private Tensor heads(Tensor x) {
    int[] split = {size.batch(), size.length(), size.heads(), size.dHead()};
    return count(count(x.reshape(split)).transpose(1, 2));
  }

  private Tensor normal(Tensor x) {
    return count(x.layerNorm(parameter(size.dModel()), parameter(size.dModel()), 1e-5));
  }

  private Tensor linear(Tensor x, int dOut) {
    return count(count(x.matmul(parameter(x.size(-1), dOut))).add(parameter(dOut)));
  }

  private Tensor parameter(int... shape) {
    if (next == parameters.size()) {
      parameters.add(Tensor.randn(rng, shape).mul(0.1).detach().requiresGrad(true));
    }
    return parameters.get(next++);
  }

  private Tensor count(Tensor result) {
    operations++;
    return result;
  }
}
