package org.attentionlab.decode;

import java.util.Arrays;
import java.util.Random;
import org.attentionlab.tensor.Tensor;

/** A model whose logits are random numbers, but the same ones for the same beginning. */
final class ToyModel {
  static final int BEGIN = 0;
  static final int END = 1;

  private final long seed;
  private final int classes;

  ToyModel(long seed, int classes) {
    this.seed = seed;
    this.classes = classes;
  }

  /** The logits after a beginning. */
  float[] logits(int... written) {
    Random rng = new Random(seed * 1_000_003 + Arrays.hashCode(written));
    float[] logits = new float[classes];
    for (int i = 0; i < classes; i++) {
      logits[i] = (float) (2 * rng.nextGaussian());
    }
    return logits;
  }

  /** Reads everything anew at every step. */
  NextToken rereading(int batch) {
    return NextToken.ofPrefixes(
        batch,
        written -> {
          int length = written[0].length;
          float[] all = new float[written.length * length * classes];
          for (int b = 0; b < written.length; b++) {
            for (int t = 0; t < length; t++) {
              float[] row = logits(Arrays.copyOf(written[b], t + 1));
              System.arraycopy(row, 0, all, (b * length + t) * classes, classes);
            }
          }
          return Tensor.of(all, written.length, length, classes);
        });
  }

  /** Keeps what was written as its state. */
  NextToken stateful(int batch) {
    return NextToken.of(
        new int[batch][0],
        (tokens, state) -> {
          int[][] longer = new int[state.length][];
          float[] all = new float[state.length * classes];
          for (int b = 0; b < state.length; b++) {
            longer[b] = Arrays.copyOf(state[b], state[b].length + 1);
            longer[b][state[b].length] = tokens[b];
            System.arraycopy(logits(longer[b]), 0, all, b * classes, classes);
          }
          return new NextToken.Stepped<>(Tensor.of(all, state.length, classes), longer);
        },
        (state, rows) -> Arrays.stream(rows).mapToObj(row -> state[row]).toArray(int[][]::new));
  }
}
