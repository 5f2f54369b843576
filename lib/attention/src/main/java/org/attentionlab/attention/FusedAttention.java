package org.attentionlab.attention;

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

  /** The output, of the shape told, of queries, keys and values that lie as told. */
  static Tensor run(AttentionShape shape, int[] outputShape, Tensor q, Tensor k, Tensor v) {
    Numerics kernels = Numerics.get();
    float[] queries = Operation.read(q);
    float[] keys = Operation.read(k);
    float[] values = Operation.read(v);
    Operation.numel("attention", outputShape);
    float[] out = Operation.take(shape.outputSize());
    float[] logSums = Operation.take(shape.rows());
    kernels.attention(shape, queries, 0, keys, 0, values, 0, out, 0, logSums, 0);
    Gradients gradients = new Gradients(shape, q, k, v);
    return Operation.result(
        "attention", outputShape, out, g -> gradients.add(g, out, logSums), q, k, v);
  }

  /** Adds the gradients of queries, keys and values, in one sweep over the tiles. */
  private record Gradients(AttentionShape shape, Tensor q, Tensor k, Tensor v) {
    void add(float[] g, float[] out, float[] logSums) {
      float[] queries = Operation.read(q);
      float[] keys = Operation.read(k);
      float[] values = Operation.read(v);
      float[] dq = Operation.sink(q);
      float[] dk = Operation.sink(k);
      float[] dv = Operation.sink(v);
      Numerics.get()
          .attentionBackward(
              shape, queries, 0, keys, 0, values, 0, out, 0, logSums, 0, g, 0, dq, 0, dk, 0, dv, 0);
    }
  }
}
