package org.attentionlab.attention;

import org.attentionlab.numerics.Numerics;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/** Bahdanau's scores of projected queries and keys as one operation. */
final class FusedScores {
  private FusedScores() {}

  /** v . tanh(q + k) for q (B, T, hidden), k (B, S, hidden) and v (hidden): (B, T, S). */
  static Tensor additive(Tensor q, Tensor k, Tensor v) {
    Numerics kernels = Numerics.get();
    int batch = q.size(0);
    int queries = q.size(1);
    int keys = k.size(1);
    int hidden = v.size(0);
    Operation.numel("additive", batch, queries, keys, hidden);
    int pairs = batch * queries * keys;
    float[] vector = Operation.read(v);
    float[] tanh = Operation.take(pairs * hidden);
    float[] scores = Operation.take(pairs);
    kernels.additiveScores(
        batch,
        queries,
        keys,
        hidden,
        Operation.read(q),
        0,
        Operation.read(k),
        0,
        vector,
        0,
        tanh,
        0,
        scores,
        0);
    return Operation.result(
        "additive",
        new int[] {batch, queries, keys},
        scores,
        g ->
            kernels.additiveScoresBackward(
                batch,
                queries,
                keys,
                hidden,
                vector,
                0,
                tanh,
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
