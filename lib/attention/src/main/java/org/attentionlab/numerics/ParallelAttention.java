package org.attentionlab.numerics;

/** Checks tiled attention and splits it over tiles and heads. */
interface ParallelAttention extends AttentionKernels, Splitting {
  @Override
  default void attention(
      AttentionShape shape,
      float[] q,
      int qAt,
      float[] k,
      int kAt,
      float[] v,
      int vAt,
      float[] out,
      int outAt,
      float[] logSumExp,
      int logSumExpAt) {
    check("attention", shape, q, qAt, k, kAt, v, vAt);
    checkResults("attention", shape, out, outAt, logSumExp, logSumExpAt);
    AttentionForward forward =
        new AttentionForward(
            serial(), shape, q, qAt, k, kAt, v, vAt, out, outAt, logSumExp, logSumExpAt);
    int tiles = forward.tiles();
    if (threads(shape) > 1) {
      // A part of its own for about every 2^19 products: late tiles of causal attention have more.
      int group = (int) Math.max(1, Math.min(tiles, (1L << 19) * tiles / products(shape)));
      Parallel.run(
          (tiles + group - 1) / group,
          part -> forward.tiles(part * group, Math.min(tiles, (part + 1) * group)));
    } else {
      forward.tiles(0, tiles);
    }
  }

  @Override
  default void attentionBackward(
      AttentionShape shape,
      float[] q,
      int qAt,
      float[] k,
      int kAt,
      float[] v,
      int vAt,
      float[] out,
      int outAt,
      float[] logSumExp,
      int logSumExpAt,
      float[] g,
      int gAt,
      float[] dq,
      int dqAt,
      float[] dk,
      int dkAt,
      float[] dv,
      int dvAt) {
    check("attentionBackward", shape, q, qAt, k, kAt, v, vAt);
    check("attentionBackward", shape, dq, dqAt, dk, dkAt, dv, dvAt);
    checkResults("attentionBackward", shape, out, outAt, logSumExp, logSumExpAt);
    checkResults("attentionBackward", shape, g, gAt, logSumExp, logSumExpAt);
    new AttentionBackward(
            serial(),
            shape,
            q,
            qAt,
            k,
            kAt,
            v,
            vAt,
            out,
            outAt,
            logSumExp,
            logSumExpAt,
            g,
            gAt,
            dq,
            dqAt,
            dk,
            dkAt,
            dv,
            dvAt)
        .run(threads(shape));
  }

  private static int threads(AttentionShape shape) {
    return products(shape) < ParallelMatrices.WORTH_PRODUCTS ? 1 : Parallel.threads();
  }

  /** Multiplications of the forward, without a mask. */
  private static long products(AttentionShape shape) {
    return Math.max(
        1, (long) shape.batch * shape.heads * shape.queries * shape.keys * (shape.dK + shape.dV));
  }

  private static void check(
      String op, AttentionShape s, float[] q, int qAt, float[] k, int kAt, float[] v, int vAt) {
    Bounds.heads(op, "q", q, qAt, s.batch, s.heads, s.queries, s.dK, s.q);
    Bounds.heads(op, "k", k, kAt, s.batch, s.keyHeads, s.keys, s.dK, s.k);
    Bounds.heads(op, "v", v, vAt, s.batch, s.keyHeads, s.keys, s.dV, s.v);
  }

  private static void checkResults(
      String op, AttentionShape s, float[] out, int outAt, float[] logSumExp, int logSumExpAt) {
    Bounds.heads(op, "out", out, outAt, s.batch, s.heads, s.queries, s.dV, s.out);
    Bounds.range(op, "logSumExp", logSumExp, logSumExpAt, s.batch * s.heads * s.queries);
  }
}
