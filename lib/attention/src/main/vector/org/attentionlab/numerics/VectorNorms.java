package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;

/** Layer norm of rows that whole vectors cover; other widths go plainly. */
interface VectorNorms extends PlainNorms {
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
    if (n % V != 0) {
      PlainNorms.super.layerNormRows(
          rows, n, epsilon, x, xAt, gain, gainAt, bias, biasAt, y, yAt, mean, meanAt, inverse,
          inverseAt);
      return;
    }
    for (int i = 0; i < rows; i++) {
      int xRow = xAt + i * n;
      int yRow = yAt + i * n;
      FloatVector sums = FloatVector.zero(F);
      for (int j = 0; j < n; j += V) {
        sums = sums.add(FloatVector.fromArray(F, x, xRow + j));
      }
      float centre = Vectors.sum(sums) / n;
      FloatVector squares = FloatVector.zero(F);
      for (int j = 0; j < n; j += V) {
        FloatVector d = FloatVector.fromArray(F, x, xRow + j).sub(centre);
        squares = d.fma(d, squares);
      }
      float variance = Vectors.sum(squares) / n;
      float factor = (float) (1 / Math.sqrt(variance + epsilon));
      for (int j = 0; j < n; j += V) {
        FloatVector.fromArray(F, x, xRow + j)
            .sub(centre)
            .mul(factor)
            .fma(
                FloatVector.fromArray(F, gain, gainAt + j),
                FloatVector.fromArray(F, bias, biasAt + j))
            .intoArray(y, yRow + j);
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
    if (n % V != 0) {
      PlainNorms.super.layerNormRowsBackward(
          rows, n, x, xAt, gain, gainAt, mean, meanAt, inverse, inverseAt, g, gAt, dx, dxAt, dGain,
          dGainAt, dBias, dBiasAt);
      return;
    }
    for (int i = 0; i < rows; i++) {
      int xRow = xAt + i * n;
      int gRow = gAt + i * n;
      int dxRow = dxAt + i * n;
      float centre = mean[meanAt + i];
      float factor = inverse[inverseAt + i];
      FloatVector sums = FloatVector.zero(F);
      FloatVector dots = FloatVector.zero(F);
      for (int j = 0; j < n; j += V) {
        FloatVector h = FloatVector.fromArray(F, x, xRow + j).sub(centre).mul(factor);
        FloatVector slope = FloatVector.fromArray(F, g, gRow + j);
        FloatVector u = slope.mul(FloatVector.fromArray(F, gain, gainAt + j));
        sums = sums.add(u);
        dots = u.fma(h, dots);
        slope.fma(h, FloatVector.fromArray(F, dGain, dGainAt + j)).intoArray(dGain, dGainAt + j);
        FloatVector.fromArray(F, dBias, dBiasAt + j).add(slope).intoArray(dBias, dBiasAt + j);
      }
      FloatVector shift = FloatVector.broadcast(F, -Vectors.sum(sums) / n);
      FloatVector tilt = FloatVector.broadcast(F, -Vectors.sum(dots) / n);
      FloatVector scale = FloatVector.broadcast(F, factor);
      for (int j = 0; j < n; j += V) {
        FloatVector h = FloatVector.fromArray(F, x, xRow + j).sub(centre).mul(factor);
        FloatVector.fromArray(F, g, gRow + j)
            .fma(FloatVector.fromArray(F, gain, gainAt + j), h.fma(tilt, shift))
            .fma(scale, FloatVector.fromArray(F, dx, dxRow + j))
            .intoArray(dx, dxRow + j);
      }
    }
  }
}
