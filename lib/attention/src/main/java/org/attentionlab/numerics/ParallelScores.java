package org.attentionlab.numerics;

/** Checks Bahdanau's scores and splits them over the batch. */
interface ParallelScores extends ScoreKernels, Splitting {
  @Override
  default void additiveScores(
      int batch,
      int queries,
      int keys,
      int hidden,
      float[] q,
      int qAt,
      float[] k,
      int kAt,
      float[] v,
      int vAt,
      float[] tanh,
      int tanhAt,
      float[] scores,
      int scoresAt) {
    int pairs = batch * queries * keys;
    Bounds.rows("additiveScores", "q", q, qAt, batch * queries, hidden);
    Bounds.rows("additiveScores", "k", k, kAt, batch * keys, hidden);
    Bounds.range("additiveScores", "v", v, vAt, hidden);
    Bounds.rows("additiveScores", "tanh", tanh, tanhAt, pairs, hidden);
    Bounds.range("additiveScores", "scores", scores, scoresAt, pairs);
    if (large(DEAR, (long) pairs * hidden)) {
      Parallel.ranges(
          batch,
          1,
          (from, to) ->
              serial()
                  .additiveScores(
                      to - from,
                      queries,
                      keys,
                      hidden,
                      q,
                      qAt + from * queries * hidden,
                      k,
                      kAt + from * keys * hidden,
                      v,
                      vAt,
                      tanh,
                      tanhAt + from * queries * keys * hidden,
                      scores,
                      scoresAt + from * queries * keys));
    } else {
      serial()
          .additiveScores(
              batch, queries, keys, hidden, q, qAt, k, kAt, v, vAt, tanh, tanhAt, scores, scoresAt);
    }
  }

  @Override
  default void additiveScoresBackward(
      int batch,
      int queries,
      int keys,
      int hidden,
      float[] v,
      int vAt,
      float[] tanh,
      int tanhAt,
      float[] g,
      int gAt,
      float[] dq,
      int dqAt,
      float[] dk,
      int dkAt,
      float[] dv,
      int dvAt) {
    int pairs = batch * queries * keys;
    Bounds.range("additiveScoresBackward", "v", v, vAt, hidden);
    Bounds.rows("additiveScoresBackward", "tanh", tanh, tanhAt, pairs, hidden);
    Bounds.range("additiveScoresBackward", "g", g, gAt, pairs);
    Bounds.rows("additiveScoresBackward", "dq", dq, dqAt, batch * queries, hidden);
    Bounds.rows("additiveScoresBackward", "dk", dk, dkAt, batch * keys, hidden);
    Bounds.range("additiveScoresBackward", "dv", dv, dvAt, hidden);
    if (large(2 * CHEAP, (long) pairs * hidden)) {
      splitSums(
          batch,
          hidden,
          (from, to, sums, sumsAt) ->
              serial()
                  .additiveScoresBackward(
                      to - from,
                      queries,
                      keys,
                      hidden,
                      v,
                      vAt,
                      tanh,
                      tanhAt + from * queries * keys * hidden,
                      g,
                      gAt + from * queries * keys,
                      dq,
                      dqAt + from * queries * hidden,
                      dk,
                      dkAt + from * keys * hidden,
                      sums,
                      sumsAt),
          (sums, sumsAt) -> serial().add(dv, dvAt, sums, sumsAt, dv, dvAt, hidden));
    } else {
      serial()
          .additiveScoresBackward(
              batch, queries, keys, hidden, v, vAt, tanh, tanhAt, g, gAt, dq, dqAt, dk, dkAt, dv,
              dvAt);
    }
  }
}
