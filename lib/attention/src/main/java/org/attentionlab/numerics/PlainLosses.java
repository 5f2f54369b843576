package org.attentionlab.numerics;

import java.util.Arrays;

/** The logarithm of the softmax and the cross-entropy in plain loops. */
interface PlainLosses extends SoftmaxKernels {
  @Override
  default void logSumExpRows(int rows, int n, float[] x, int xAt, int ldx, float[] out, int outAt) {
    for (int i = 0; i < rows; i++) {
      out[outAt + i] = logSumExp(n, x, xAt + i * ldx);
    }
  }

  /** The logarithm of the sum of exponentials of n numbers; minus infinity where all are. */
  default float logSumExp(int n, float[] x, int xAt) {
    float max = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < n; j++) {
      max = Math.max(max, x[xAt + j]);
    }
    if (max == Float.NEGATIVE_INFINITY) {
      return max;
    }
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += Approximation.expNegative(max - x[xAt + j]);
    }
    return sumToLog(max, sum);
  }

  /** A sum of exp(x - max), as a logarithm; NaN where the sum found nothing, as with infinity. */
  static float sumToLog(float max, double sum) {
    return sum == 0 ? Float.NaN : (float) (max + Math.log(sum));
  }

  @Override
  default void logSoftmaxRows(
      int rows, int n, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    for (int i = 0; i < rows; i++) {
      int row = yAt + i * ldy;
      float logSumExp = logSumExp(n, x, xAt + i * ldx);
      if (logSumExp == Float.NEGATIVE_INFINITY) {
        Arrays.fill(y, row, row + n, logSumExp);
        continue;
      }
      for (int j = 0; j < n; j++) {
        y[row + j] = x[xAt + i * ldx + j] - logSumExp;
      }
    }
  }

  @Override
  default void logSoftmaxRowsBackward(
      int rows,
      int n,
      float[] y,
      int yAt,
      int ldy,
      float[] g,
      int gAt,
      int ldg,
      float[] dx,
      int dxAt,
      int lddx) {
    for (int i = 0; i < rows; i++) {
      int yRow = yAt + i * ldy;
      int gRow = gAt + i * ldg;
      int dxRow = dxAt + i * lddx;
      if (n > 0 && max(n, y, yRow) == Float.NEGATIVE_INFINITY) {
        continue; // all hidden: a constant, no gradient
      }
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += g[gRow + j];
      }
      for (int j = 0; j < n; j++) {
        dx[dxRow + j] += g[gRow + j] - Approximation.exp(y[yRow + j]) * (float) sum;
      }
    }
  }

  private static float max(int n, float[] x, int xAt) {
    float max = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < n; j++) {
      max = Math.max(max, x[xAt + j]);
    }
    return max;
  }

  @Override
  default void crossEntropyRows(
      int rows,
      int n,
      float smoothing,
      float[] x,
      int xAt,
      int[] targets,
      int targetsAt,
      float[] losses,
      int lossesAt,
      float[] logSumExp,
      int logSumExpAt) {
    for (int i = 0; i < rows; i++) {
      int row = xAt + i * n;
      float lse = logSumExp(n, x, row);
      logSumExp[logSumExpAt + i] = lse;
      float loss = 0;
      if (targets[targetsAt + i] >= 0) {
        loss = lse - (1 - smoothing) * x[row + targets[targetsAt + i]];
        if (smoothing != 0) {
          double sum = 0;
          for (int j = 0; j < n; j++) {
            sum += x[row + j];
          }
          loss -= (float) (smoothing * sum / n);
        }
      }
      losses[lossesAt + i] = loss;
    }
  }

  @Override
  default void crossEntropyRowsBackward(
      int rows,
      int n,
      float smoothing,
      float weight,
      float[] x,
      int xAt,
      int[] targets,
      int targetsAt,
      float[] logSumExp,
      int logSumExpAt,
      float[] dx,
      int dxAt) {
    for (int i = 0; i < rows; i++) {
      if (targets[targetsAt + i] >= 0) {
        int row = dxAt + i * n;
        addWeights(
            n, weight, weight * smoothing / n, logSumExp[logSumExpAt + i], x, xAt + i * n, dx, row);
        dx[row + targets[targetsAt + i]] -= weight * (1 - smoothing);
      }
    }
  }

  /** dx += weight exp(x - logSumExp) - less. */
  default void addWeights(
      int n, float weight, float less, float logSumExp, float[] x, int xAt, float[] dx, int dxAt) {
    for (int j = 0; j < n; j++) {
      dx[dxAt + j] += weight * Approximation.exp(x[xAt + j] - logSumExp) - less;
    }
  }
}
