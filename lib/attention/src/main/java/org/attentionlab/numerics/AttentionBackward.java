package org.attentionlab.numerics;

import java.util.Arrays;

/**
 * The backward of tiled attention. A head of keys is one work: it goes over the tiles of the
 * queries that use it, and for each over the blocks of keys, where it computes the weights again.
 * Where there are fewer heads than threads, each thread takes a range of keys and gathers the
 * queries' gradient in an array of its own.
 */
final class AttentionBackward {
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
  private final float[] g;
  private final int gAt;
  private final float[] dq;
  private final int dqAt;
  private final float[] dk;
  private final int dkAt;
  private final float[] dv;
  private final int dvAt;

  AttentionBackward(
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
      int logSumExpAt,
      float[] g,
      int gAt,
      float[] dq,
      int dqAt,
      float[] dk,
      int dkAt,
      float[] dv,
      int dvAt) {
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
    this.g = g;
    this.gAt = gAt;
    this.dq = dq;
    this.dqAt = dqAt;
    this.dk = dk;
    this.dkAt = dkAt;
    this.dv = dv;
    this.dvAt = dvAt;
  }

  /** Does it all on so many threads. */
  void run(int threads) {
    int works = shape.batch * shape.keyHeads;
    int blocks = (shape.keys + AttentionTile.KEYS - 1) / AttentionTile.KEYS;
    if (threads == 1) {
      for (int work = 0; work < works; work++) {
        head(work, 0, shape.keys, dq, dqAt, shape.q);
      }
    } else if (works >= 2 * threads || works % threads == 0) {
      Parallel.run(works, work -> head(work, 0, shape.keys, dq, dqAt, shape.q));
    } else {
      inRanges(works, Math.min(threads, blocks), blocks);
    }
  }

  private void inRanges(int works, int ranges, int blocks) {
    HeadLayout compact = HeadLayout.separate(shape.heads, shape.queries, shape.dK);
    int size = shape.batch * compact.batchStep();
    float[] partial = Scratch.mine().floats(Scratch.PARTIAL, ranges * size);
    Arrays.fill(partial, 0, ranges * size, 0);
    Parallel.run(
        works * ranges,
        part -> {
          int range = part % ranges;
          int from = blocks * range / ranges * AttentionTile.KEYS;
          int to = Math.min(shape.keys, blocks * (range + 1) / ranges * AttentionTile.KEYS);
          head(part / ranges, from, to, partial, range * size, compact);
        });
    for (int b = 0; b < shape.batch; b++) {
      for (int h = 0; h < shape.heads; h++) {
        for (int t = 0; t < shape.queries; t++) {
          int to = dqAt + shape.q.at(b, h) + t * shape.q.rowStep();
          int from = compact.at(b, h) + t * shape.dK;
          for (int range = 0; range < ranges; range++) {
            kernels.axpy(1, partial, range * size + from, dq, to, shape.dK);
          }
        }
      }
    }
  }

  /** All query heads that use a head of keys, against some of its keys. */
  private void head(
      int work, int fromKey, int toKey, float[] dqTo, int dqToAt, HeadLayout dqLayout) {
    int b = work / shape.keyHeads;
    int keyHead = work % shape.keyHeads;
    int sharing = shape.heads / shape.keyHeads;
    for (int h = keyHead * sharing; h < (keyHead + 1) * sharing; h++) {
      for (int first = 0; first < shape.queries; first += AttentionTile.QUERIES) {
        int to = Math.min(toKey, seen(b, first));
        if (fromKey < to) {
          int dqTile = dqToAt + dqLayout.at(b, h) + first * dqLayout.rowStep();
          tile(b, h, keyHead, first, fromKey, to, dqTo, dqTile, dqLayout.rowStep());
        }
      }
    }
  }

  /** How many keys the queries of a tile see at most. */
  private int seen(int b, int first) {
    return shape.most(b, first, Math.min(AttentionTile.QUERIES, shape.queries - first));
  }

  private void tile(
      int b,
      int h,
      int keyHead,
      int first,
      int fromKey,
      int toKey,
      float[] dqTo,
      int dqTile,
      int lddq) {
    int rows = Math.min(AttentionTile.QUERIES, shape.queries - first);
    int width = AttentionTile.width(rows);
    int dK = shape.dK;
    int dV = shape.dV;
    int ldq = shape.q.rowStep();
    int ldk = shape.k.rowStep();
    int ldv = shape.v.rowStep();
    int ldg = shape.out.rowStep();
    int qTile = qAt + shape.q.at(b, h) + first * ldq;
    int gTile = gAt + shape.out.at(b, h) + first * ldg;
    int kHead = shape.k.at(b, keyHead);
    int vHead = shape.v.at(b, keyHead);
    Scratch scratch = Scratch.mine();
    float[] queries = scratch.floats(Scratch.QUERIES, dK * width); // (dK, width)
    float[] slopes = scratch.floats(Scratch.OUTPUT_GRADIENT, dV * width); // (dV, width)
    float[] p = scratch.floats(Scratch.SCORES, AttentionTile.KEYS * width); // (keys, width)
    float[] ds =
        scratch.floats(Scratch.WEIGHT_GRADIENT, AttentionTile.KEYS * width); // (keys, width)
    float[] state = scratch.floats(Scratch.SUMS, 3 * width); // logSumExp, D
    AttentionTile.transpose(kernels, rows, dK, width, shape.scale, q, qTile, ldq, queries);
    AttentionTile.transpose(kernels, rows, dV, width, 1, g, gTile, ldg, slopes);
    sums(b, h, first, rows, width, state);
    for (int s = fromKey; s < toKey; s += AttentionTile.KEYS) {
      int n = Math.min(AttentionTile.KEYS, toKey - s);
      int kRow = kHead + s * ldk;
      int vRow = vHead + s * ldv;
      kernels.gemm(
          false, false, n, width, dK, 1, k, kAt + kRow, ldk, queries, 0, width, 0, p, 0, width);
      AttentionTile.hide(shape, b, first, rows, s, n, width, p);
      kernels.gemm(
          false, false, n, width, dV, 1, v, vAt + vRow, ldv, slopes, 0, width, 0, ds, 0, width);
      kernels.scoreGradients(n, width, shape.scale, p, ds, state);
      kernels.gemm(
          false, false, n, dV, rows, 1, p, 0, width, g, gTile, ldg, 1, dv, dvAt + vRow, ldv);
      kernels.gemm(
          false, false, n, dK, rows, 1, ds, 0, width, q, qTile, ldq, 1, dk, dkAt + kRow, ldk);
      kernels.gemm(
          true, false, rows, dK, n, 1, ds, 0, width, k, kAt + kRow, ldk, 1, dqTo, dqTile, lddq);
    }
  }

  /**
   * The forward's sums and D of a tile. A query that saw nothing gets plus infinity, so that its
   * weights come out as zero; so do the columns past the queries.
   */
  private void sums(int b, int h, int first, int rows, int width, float[] state) {
    Arrays.fill(state, 0, width, Float.POSITIVE_INFINITY);
    Arrays.fill(state, width, 2 * width, 0);
    int at = logSumExpAt + (b * shape.heads + h) * shape.queries + first;
    for (int i = 0; i < rows; i++) {
      float sum = logSumExp[at + i];
      if (sum != Float.NEGATIVE_INFINITY) {
        int row = shape.out.at(b, h) + (first + i) * shape.out.rowStep();
        state[i] = sum;
        state[width + i] = (float) kernels.dot(g, gAt + row, out, outAt + row, shape.dV);
      }
    }
  }
}
