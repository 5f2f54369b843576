package org.attentionlab.numerics;

import java.util.Arrays;

/**
 * The forward of tiled attention. Each tile of queries goes over the keys once, block by block, and
 * corrects what it has gathered whenever a larger score comes up.
 */
final class AttentionForward {
  private final SerialNumerics kernels;
  private final AttentionShape shape;
  private final float[] q;
  private final int qAt;
  private final float[] k;
  private final int kAt;
  private final float[] v;
  private final int vAt;
  private final float[] out;
  private final int outAt;
  private final float[] logSumExp;
  private final int logSumExpAt;

  AttentionForward(
      SerialNumerics kernels,
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
    this.kernels = kernels;
    this.shape = shape;
    this.q = q;
    this.qAt = qAt;
    this.k = k;
    this.kAt = kAt;
    this.v = v;
    this.vAt = vAt;
    this.out = out;
    this.outAt = outAt;
    this.logSumExp = logSumExp;
    this.logSumExpAt = logSumExpAt;
  }

  /** How many tiles there are over all sequences and heads. */
  int tiles() {
    return shape.batch * shape.heads * AttentionTile.count(shape.queries);
  }

  /** Works on some of the tiles. */
  void tiles(int from, int to) {
    int perHead = AttentionTile.count(shape.queries);
    for (int tile = from; tile < to; tile++) {
      int head = tile / perHead;
      tile(head / shape.heads, head % shape.heads, tile % perHead * AttentionTile.QUERIES);
    }
  }

  private void tile(int b, int h, int first) {
    int rows = Math.min(AttentionTile.QUERIES, shape.queries - first);
    int width = AttentionTile.width(rows);
    int keyHead = h / (shape.heads / shape.keyHeads);
    int kHead = kAt + shape.k.at(b, keyHead);
    int vHead = vAt + shape.v.at(b, keyHead);
    int qTile = qAt + shape.q.at(b, h) + first * shape.q.rowStep();
    int outTile = outAt + shape.out.at(b, h) + first * shape.out.rowStep();
    int dK = shape.dK;
    int dV = shape.dV;
    Scratch scratch = Scratch.mine();
    float[] queries = scratch.floats(Scratch.QUERIES, dK * width); // (dK, width)
    float[] scores = scratch.floats(Scratch.SCORES, AttentionTile.KEYS * width); // (keys, width)
    float[] state = scratch.floats(Scratch.SUMS, 3 * width); // max, sum, correction
    Arrays.fill(state, 0, width, Float.NEGATIVE_INFINITY);
    Arrays.fill(state, width, 2 * width, 0);
    AttentionTile.transpose(
        kernels, rows, dK, width, shape.scale, q, qTile, shape.q.rowStep(), queries);
    int seen = shape.most(b, first, rows);
    for (int s = 0; s < seen; s += AttentionTile.KEYS) {
      int keys = Math.min(AttentionTile.KEYS, seen - s);
      int ldk = shape.k.rowStep();
      kernels.gemm(
          false,
          false,
          keys,
          width,
          dK,
          1,
          k,
          kHead + s * ldk,
          ldk,
          queries,
          0,
          width,
          0,
          scores,
          0,
          width);
      AttentionTile.hide(shape, b, first, rows, s, keys, width, scores);
      kernels.softmaxColumns(keys, width, scores, state);
      if (s > 0) {
        correct(rows, outTile, state, 2 * width);
      }
      int ldv = shape.v.rowStep();
      kernels.gemm(
          true,
          false,
          rows,
          dV,
          keys,
          1,
          scores,
          0,
          width,
          v,
          vHead + s * ldv,
          ldv,
          s == 0 ? 0 : 1,
          out,
          outTile,
          shape.out.rowStep());
    }
    finish(
        rows, width, outTile, state, logSumExpAt + (b * shape.heads + h) * shape.queries + first);
  }

  /** Multiplies what each query has gathered by its correction. */
  private void correct(int rows, int outTile, float[] state, int at) {
    for (int i = 0; i < rows; i++) {
      if (state[at + i] != 1) {
        int row = outTile + i * shape.out.rowStep();
        kernels.scale(state[at + i], out, row, out, row, shape.dV);
      }
    }
  }

  private void finish(int rows, int width, int outTile, float[] state, int sumsAt) {
    for (int i = 0; i < rows; i++) {
      int row = outTile + i * shape.out.rowStep();
      float max = state[i];
      float sum = state[width + i];
      if (max == Float.NEGATIVE_INFINITY) { // saw nothing
        Arrays.fill(out, row, row + shape.dV, 0);
        logSumExp[sumsAt + i] = max;
      } else {
        kernels.scale(1 / sum, out, row, out, row, shape.dV);
        logSumExp[sumsAt + i] = PlainLosses.sumToLog(max, sum);
      }
    }
  }
}
