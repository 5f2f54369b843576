package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;

/** Bahdanau's scores for a network whose width whole vectors cover; other widths go plainly. */
interface VectorScores extends PlainScores {
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
    if (hidden % V != 0) {
      PlainScores.super.additiveScores(
          batch, queries, keys, hidden, q, qAt, k, kAt, v, vAt, tanh, tanhAt, scores, scoresAt);
      return;
    }
    for (int row = 0; row < batch * queries; row++) {
      int query = qAt + row * hidden;
      for (int j = 0; j < keys; j++) {
        int key = kAt + (row / queries * keys + j) * hidden;
        int pair = row * keys + j;
        int to = tanhAt + pair * hidden;
        FloatVector sum = FloatVector.zero(F);
        for (int d = 0; d < hidden; d += V) {
          FloatVector z =
              FloatVector.fromArray(F, q, query + d).add(FloatVector.fromArray(F, k, key + d));
          FloatVector t = VectorFormulas.tanh(z);
          t.intoArray(tanh, to + d);
          sum = t.fma(FloatVector.fromArray(F, v, vAt + d), sum);
        }
        scores[scoresAt + pair] = Vectors.sum(sum);
      }
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
    if (hidden % V != 0) {
      PlainScores.super.additiveScoresBackward(
          batch, queries, keys, hidden, v, vAt, tanh, tanhAt, g, gAt, dq, dqAt, dk, dkAt, dv, dvAt);
      return;
    }
    for (int row = 0; row < batch * queries; row++) {
      int key = dkAt + row / queries * keys * hidden;
      int from = tanhAt + row * keys * hidden;
      for (int d = 0; d < hidden; d += V) {
        spread(
            keys,
            hidden,
            v,
            vAt + d,
            tanh,
            from + d,
            g,
            gAt + row * keys,
            dq,
            dqAt + row * hidden + d,
            dk,
            key + d,
            dv,
            dvAt + d);
      }
    }
  }

  /** The gradients of one vector's width of one query. */
  private static void spread(
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
    FloatVector vector = FloatVector.fromArray(F, v, vAt);
    FloatVector dVector = FloatVector.fromArray(F, dv, dvAt);
    FloatVector dQuery = FloatVector.fromArray(F, dq, dqAt);
    for (int j = 0; j < keys; j++) {
      FloatVector slope = FloatVector.broadcast(F, g[gAt + j]);
      FloatVector t = FloatVector.fromArray(F, tanh, tanhAt + j * hidden);
      dVector = t.fma(slope, dVector);
      FloatVector rise = slope.mul(vector);
      FloatVector dz = rise.sub(rise.mul(t).mul(t));
      dQuery = dQuery.add(dz);
      int to = dkAt + j * hidden;
      FloatVector.fromArray(F, dk, to).add(dz).intoArray(dk, to);
    }
    dQuery.intoArray(dq, dqAt);
    dVector.intoArray(dv, dvAt);
  }
}
