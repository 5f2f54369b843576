package org.attentionlab.tensor;

import org.attentionlab.numerics.Numerics;

/**
 * The products behind {@link MatmulOps}: stacks of matrices (m, k) and (k, n), either of which may
 * be repeated over the other's batches.
 */
final class Products {
  private final Numerics numerics = Numerics.get();
  private final Broadcast plan;
  private final int m;
  private final int k;
  private final int n;

  /** One matrix on the right: the batches on the left are only more rows. */
  private final boolean shared;

  Products(Broadcast plan, int m, int k, int n, boolean shared) {
    this.plan = plan;
    this.m = m;
    this.k = k;
    this.n = n;
    this.shared = shared;
  }

  /** Whether every number of the left gradient is met, and none by two products. */
  boolean leftIsWhole(int[] leftBatch) {
    return plan.numel() > 0 && Shape.numel(leftBatch) == plan.numel();
  }

  /** Whether every number of the right gradient is met, and none by two products. */
  boolean rightIsWhole(int[] rightBatch) {
    return plan.numel() > 0 && (shared || Shape.numel(rightBatch) == plan.numel());
  }

  /** Y = A B. */
  void forward(float[] a, float[] b, float[] y) {
    if (shared) {
      numerics.gemm(false, false, plan.numel() * m, n, k, 1, a, 0, k, b, 0, n, 0, y, 0, n);
      return;
    }
    plan.rows(
        (o, i, di, j, dj, count) ->
            numerics.gemmBatch(
                count,
                false,
                false,
                m,
                n,
                k,
                1,
                a,
                i * m * k,
                k,
                di * m * k,
                b,
                j * k * n,
                n,
                dj * k * n,
                0,
                y,
                o * m * n,
                n,
                m * n));
  }

  /** dA += G B^T, or dA = G B^T where it is the first. */
  void left(float[] g, float[] b, boolean first, float[] da) {
    float beta = first ? 0 : 1;
    if (shared) {
      numerics.gemm(false, true, plan.numel() * m, k, n, 1, g, 0, n, b, 0, n, beta, da, 0, k);
      return;
    }
    plan.rows(
        (o, i, di, j, dj, count) -> {
          int together = di == 0 ? 1 : count; // products that add to the same place take turns
          for (int t = 0; t < count; t += together) {
            numerics.gemmBatch(
                together,
                false,
                true,
                m,
                k,
                n,
                1,
                g,
                (o + t) * m * n,
                n,
                m * n,
                b,
                (j + t * dj) * k * n,
                n,
                dj * k * n,
                beta,
                da,
                (i + t * di) * m * k,
                k,
                di * m * k);
          }
        });
  }

  /** dB += A^T G, or dB = A^T G where it is the first. */
  void right(float[] g, float[] a, boolean first, float[] db) {
    float beta = first ? 0 : 1;
    if (shared) {
      numerics.gemm(true, false, k, n, plan.numel() * m, 1, a, 0, k, g, 0, n, beta, db, 0, n);
      return;
    }
    plan.rows(
        (o, i, di, j, dj, count) -> {
          int together = dj == 0 ? 1 : count;
          for (int t = 0; t < count; t += together) {
            numerics.gemmBatch(
                together,
                true,
                false,
                k,
                n,
                m,
                1,
                a,
                (i + t * di) * m * k,
                k,
                di * m * k,
                g,
                (o + t) * m * n,
                n,
                m * n,
                beta,
                db,
                (j + t * dj) * k * n,
                n,
                dj * k * n);
          }
        });
  }
}
