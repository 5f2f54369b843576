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

  /** The heads side by side (B, T, H dV), of queries, keys and values that lie as told. */
  static Tensor run(AttentionShape shape, Tensor q, Tensor k, Tensor v) {
    Numerics kernels = Numerics.get();
    float[] queries = Operation.read(q);
    float[] keys = Operation.read(k);
    float[] values = Operation.read(v);
    float[] out = Operation.take(shape.outputSize());
    float[] logSums = Operation.take(shape.rows());
    kernels.attention(shape, queries, 0, keys, 0, values, 0, out, 0, logSums, 0);
    return Operation.result(
        "attention",
        new int[] {shape.batch(), shape.queries(), shape.heads() * shape.dV()},
        out,
        g ->
            kernels.attentionBackward(
                shape,
                queries,
                0,
                keys,
                0,
                values,
                0,
                out,
                0,
                logSums,
                0,
                g,
                0,
                Operation.sink(q),
                0,
                Operation.sink(k),
                0,
                Operation.sink(v),
                0),
        q,
        k,
        v);
  }
}
