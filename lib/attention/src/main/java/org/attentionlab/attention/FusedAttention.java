package org.attentionlab.attention;

import java.util.stream.Stream;
import org.attentionlab.numerics.AttentionShape;
import org.attentionlab.numerics.Numerics;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/**
 * All heads of attention as one operation that never holds the scores (T, S): it goes over them
 * tile by tile, and backwards computes them again.
 *
 * <p>Dao et al. (2022), "FlashAttention: Fast and Memory-Efficient Exact Attention with
 * IO-Awareness", algorithms 1 and 4.
 */
final class FusedAttention {
  private FusedAttention() {}

  /**
   * Where queries, keys or values come from: numbers of a tensor from a place on, for all three may
   * stand side by side in one.
   */
  record Source(Tensor tensor, int at) {
    static Source of(Tensor tensor) {
      return new Source(tensor, 0);
    }

    private float[] read() {
      return Operation.read(tensor);
    }

    private float[] sink() {
      return Operation.sink(tensor);
    }
  }

  /** The output, of the shape told, of queries, keys and values that lie as told. */
  static Tensor run(AttentionShape shape, int[] outputShape, Source q, Source k, Source v) {
    float[] out = Operation.take(shape.outputSize());
    float[] logSums = Operation.take(shape.rows());
    Numerics.get()
        .attention(shape, q.read(), q.at(), k.read(), k.at(), v.read(), v.at(), out, 0, logSums, 0);
    Gradients gradients = new Gradients(shape, q, k, v);
    Tensor[] inputs = Stream.of(q, k, v).map(Source::tensor).distinct().toArray(Tensor[]::new);
    return Operation.result(
        "attention", outputShape, out, g -> gradients.add(g, out, logSums), inputs);
  }

  /** Adds the gradients of queries, keys and values, in one sweep over the tiles. */
  private record Gradients(AttentionShape shape, Source q, Source k, Source v) {
    void add(float[] g, float[] out, float[] logSums) {
      Numerics.get()
          .attentionBackward(
              shape, q.read(), q.at(), k.read(), k.at(), v.read(), v.at(), out, 0, logSums, 0, g, 0,
              q.sink(), q.at(), k.sink(), k.at(), v.sink(), v.at());
    }
  }
}
