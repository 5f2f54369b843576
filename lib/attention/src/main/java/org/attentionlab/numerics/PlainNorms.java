package org.attentionlab.numerics;

/** Normalisation of rows in plain loops. */
interface PlainNorms extends NormKernels {
  @Override
  default void layerNormRows(
      int rows,
      int n,
      float epsilon,
      float[] x,
      int xAt,
      float[] gain,
      int gainAt,
      float[] bias,
      int biasAt,
      float[] y,
      int yAt,
      float[] mean,
      int meanAt,
      float[] inverse,
      int inverseAt) {
    for (int i = 0; i < rows; i++) {
      int xRow = xAt + i * n;
      int yRow = yAt + i * n;
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += x[xRow + j];
      }
      float centre = (float) (sum / n);
      double squares = 0;
      for (int j = 0; j < n; j++) {
        float d = x[xRow + j] - centre;
        squares += d * d;
      }
      float factor = (float) (1 / Math.sqrt(squares / n + epsilon));
      for (int j = 0; j < n; j++) {
        y[yRow + j] = (x[xRow + j] - centre) * factor * gain[gainAt + j] + bias[biasAt + j];
      }
      mean[meanAt + i] = centre;
      inverse[inverseAt + i] = factor;
    }
  }

  @Override
  default void layerNormRowsBackward(
      int rows,
      int n,
      float[] x,
      int xAt,
      float[] gain,
      int gainAt,
      float[] mean,
      int meanAt,
      float[] inverse,
      int inverseAt,
      float[] g,
      int gAt,
      float[] dx,
      int dxAt,
      float[] dGain,
      int dGainAt,
      float[] dBias,
      int dBiasAt) {
    for (int i = 0; i < rows; i++) {
      int xRow = xAt + i * n;
      int gRow = gAt + i * n;
      int dxRow = dxAt + i * n;
      float centre = mean[meanAt + i];
      float factor = inverse[inverseAt + i];
      double sum = 0;
      double dot = 0;
      for (int j = 0; j < n; j++) {
        float h = (x[xRow + j] - centre) * factor;
        float u = g[gRow + j] * gain[gainAt + j];
        sum += u;
        dot += u * h;
        dGain[dGainAt + j] += g[gRow + j] * h;
        dBias[dBiasAt + j] += g[gRow + j];
      }
      for (int j = 0; j < n; j++) {
        float h = (x[xRow + j] - centre) * factor;
        float u = g[gRow + j] * gain[gainAt + j];
        dx[dxRow + j] += factor * (u - (float) (sum / n) - h * (float) (dot / n));
      }
    }
  }

  @Override
  default void rmsNormRows(
      int rows,
      int n,
      float epsilon,
      float[] x,
      int xAt,
      float[] gain,
      int gainAt,
      float[] y,
      int yAt,
      float[] inverse,
      int inverseAt) {
    for (int i = 0; i < rows; i++) {
      int xRow = xAt + i * n;
      int yRow = yAt + i * n;
      double squares = 0;
      for (int j = 0; j < n; j++) {
        squares += x[xRow + j] * x[xRow + j];
      }
      float factor = (float) (1 / Math.sqrt(squares / n + epsilon));
      for (int j = 0; j < n; j++) {
        y[yRow + j] = x[xRow + j] * factor * gain[gainAt + j];
      }
      inverse[inverseAt + i] = factor;
    }
  }

  @Override
  default void rmsNormRowsBackward(
      int rows,
      int n,
      float[] x,
      int xAt,
      float[] gain,
      int gainAt,
      float[] inverse,
      int inverseAt,
      float[] g,
      int gAt,
      float[] dx,
      int dxAt,
      float[] dGain,
      int dGainAt) {
    for (int i = 0; i < rows; i++) {
      int xRow = xAt + i * n;
      int gRow = gAt + i * n;
      int dxRow = dxAt + i * n;
      float factor = inverse[inverseAt + i];
      double dot = 0;
      for (int j = 0; j < n; j++) {
        float h = x[xRow + j] * factor;
        dot += g[gRow + j] * gain[gainAt + j] * h;
        dGain[dGainAt + j] += g[gRow + j] * h;
      }
      for (int j = 0; j < n; j++) {
        float h = x[xRow + j] * factor;
        dx[dxRow + j] += factor * (g[gRow + j] * gain[gainAt + j] - h * (float) (dot / n));
      }
    }
  }
}
