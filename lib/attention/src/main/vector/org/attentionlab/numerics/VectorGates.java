package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;

/** The gates of a GRU whose width whole vectors cover; other widths, and the LSTM's, go plainly. */
interface VectorGates extends PlainGates {
  @Override
  default void gru(
      int rows,
      int hidden,
      float[] xGates,
      int xGatesAt,
      int ldx,
      float[] hGates,
      int hGatesAt,
      float[] h,
      int hAt,
      int ldh,
      float[] gates,
      int gatesAt,
      float[] next,
      int nextAt,
      int ldNext) {
    if (hidden % V != 0) {
      PlainGates.super.gru(
          rows, hidden, xGates, xGatesAt, ldx, hGates, hGatesAt, h, hAt, ldh, gates, gatesAt, next,
          nextAt, ldNext);
      return;
    }
    for (int i = 0; i < rows; i++) {
      int x = xGatesAt + i * ldx;
      int s = hGatesAt + i * 3 * hidden;
      int out = gatesAt + i * 3 * hidden;
      resetAndUpdate(hidden, xGates, x, hGates, s, gates, out);
      renew(hidden, xGates, x, hGates, s, h, hAt + i * ldh, gates, out, next, nextAt + i * ldNext);
    }
  }

  /** The gates r and z, which lie side by side. */
  private static void resetAndUpdate(
      int hidden, float[] xGates, int x, float[] hGates, int s, float[] gates, int out) {
    for (int j = 0; j < 2 * hidden; j += V) {
      FloatVector z =
          FloatVector.fromArray(F, xGates, x + j).add(FloatVector.fromArray(F, hGates, s + j));
      VectorFormulas.gate(z).intoArray(gates, out + j);
    }
  }

  /** The new content n, and what z makes of it and the old state. */
  private static void renew(
      int hidden,
      float[] xGates,
      int x,
      float[] hGates,
      int s,
      float[] h,
      int hAt,
      float[] gates,
      int out,
      float[] next,
      int nextAt) {
    for (int j = 0; j < hidden; j += V) {
      int jn = 2 * hidden + j;
      FloatVector past = FloatVector.fromArray(F, hGates, s + jn);
      FloatVector r = FloatVector.fromArray(F, gates, out + j);
      FloatVector n = VectorFormulas.tanh(r.fma(past, FloatVector.fromArray(F, xGates, x + jn)));
      n.intoArray(gates, out + jn);
      FloatVector z = FloatVector.fromArray(F, gates, out + hidden + j);
      z.fma(FloatVector.fromArray(F, h, hAt + j).sub(n), n).intoArray(next, nextAt + j);
    }
  }

  @Override
  default void gruBackward(
      int rows,
      int hidden,
      float[] gates,
      int gatesAt,
      float[] hGates,
      int hGatesAt,
      float[] h,
      int hAt,
      int ldh,
      float[] g,
      int gAt,
      float[] dxGates,
      int dxGatesAt,
      int lddx,
      float[] dhGates,
      int dhGatesAt,
      float[] dh,
      int dhAt) {
    if (hidden % V != 0) {
      PlainGates.super.gruBackward(
          rows, hidden, gates, gatesAt, hGates, hGatesAt, h, hAt, ldh, g, gAt, dxGates, dxGatesAt,
          lddx, dhGates, dhGatesAt, dh, dhAt);
      return;
    }
    FloatVector one = FloatVector.broadcast(F, 1);
    for (int i = 0; i < rows; i++) {
      int s = i * 3 * hidden;
      int dx = dxGatesAt + i * lddx;
      int to = dhGatesAt + s;
      for (int j = 0; j < hidden; j += V) {
        int jz = hidden + j;
        int jn = 2 * hidden + j;
        FloatVector r = FloatVector.fromArray(F, gates, gatesAt + s + j);
        FloatVector z = FloatVector.fromArray(F, gates, gatesAt + s + jz);
        FloatVector n = FloatVector.fromArray(F, gates, gatesAt + s + jn);
        FloatVector slope = FloatVector.fromArray(F, g, gAt + i * hidden + j);
        FloatVector old = FloatVector.fromArray(F, h, hAt + i * ldh + j);
        FloatVector rest = one.sub(z);
        FloatVector dn = slope.mul(rest).mul(one.sub(n.mul(n)));
        FloatVector dz = slope.mul(old.sub(n)).mul(z).mul(rest);
        FloatVector dr =
            dn.mul(FloatVector.fromArray(F, hGates, hGatesAt + s + jn)).mul(r.sub(r.mul(r)));
        dr.intoArray(dxGates, dx + j);
        dz.intoArray(dxGates, dx + jz);
        dn.intoArray(dxGates, dx + jn);
        dr.intoArray(dhGates, to + j);
        dz.intoArray(dhGates, to + jz);
        r.mul(dn).intoArray(dhGates, to + jn);
        slope
            .fma(z, FloatVector.fromArray(F, dh, dhAt + i * hidden + j))
            .intoArray(dh, dhAt + i * hidden + j);
      }
    }
  }
}
