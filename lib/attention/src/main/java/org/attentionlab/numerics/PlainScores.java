package org.attentionlab.numerics;

/** Bahdanau's scores in plain loops. */
interface PlainScores extends ScoreKernels {
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
    for (int row = 0; row < batch * queries; row++) {
      int query = qAt + row * hidden;
      for (int j = 0; j < keys; j++) {
        int key = kAt + (row / queries * keys + j) * hidden;
        int pair = row * keys + j;
        double sum = 0;
        for (int d = 0; d < hidden; d++) {
          float t = Approximation.tanh(q[query + d] + k[key + d]);
          tanh[tanhAt + pair * hidden + d] = t;
          sum += v[vAt + d] * t;
        }
        scores[scoresAt + pair] = (float) sum;
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
    for (int row = 0; row < batch * queries; row++) {
      int query = dqAt + row * hidden;
      for (int j = 0; j < keys; j++) {
        int key = dkAt + (row / queries * keys + j) * hidden;
        int pair = row * keys + j;
        float slope = g[gAt + pair];
        for (int d = 0; d < hidden; d++) {
          float t = tanh[tanhAt + pair * hidden + d];
          float dz = slope * v[vAt + d] * (1 - t * t);
          dq[query + d] += dz;
          dk[key + d] += dz;
          dv[dvAt + d] += slope * t;
        }
      }
    }
  }
}
