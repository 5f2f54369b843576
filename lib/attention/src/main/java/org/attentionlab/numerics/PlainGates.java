package org.attentionlab.numerics;

/** The gates of recurrent cells in plain loops. */
interface PlainGates extends GateKernels {
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
    for (int i = 0; i < rows; i++) {
      int x = xGatesAt + i * ldx;
      int s = hGatesAt + i * 3 * hidden;
      int out = gatesAt + i * 3 * hidden;
      for (int j = 0; j < hidden; j++) {
        int jz = hidden + j;
        int jn = 2 * hidden + j;
        float r = Approximation.sigmoid(xGates[x + j] + hGates[s + j]);
        float z = Approximation.sigmoid(xGates[x + jz] + hGates[s + jz]);
        float n = Approximation.tanh(xGates[x + jn] + r * hGates[s + jn]);
        gates[out + j] = r;
        gates[out + jz] = z;
        gates[out + jn] = n;
        next[nextAt + i * ldNext + j] = n + z * (h[hAt + i * ldh + j] - n);
      }
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
    for (int i = 0; i < rows; i++) {
      int s = i * 3 * hidden;
      int dx = dxGatesAt + i * lddx;
      for (int j = 0; j < hidden; j++) {
        int jz = hidden + j;
        int jn = 2 * hidden + j;
        float r = gates[gatesAt + s + j];
        float z = gates[gatesAt + s + jz];
        float n = gates[gatesAt + s + jn];
        float slope = g[gAt + i * hidden + j];
        float dn = slope * (1 - z) * (1 - n * n);
        float dz = slope * (h[hAt + i * ldh + j] - n) * z * (1 - z);
        float dr = dn * hGates[hGatesAt + s + jn] * r * (1 - r);
        dxGates[dx + j] = dr;
        dxGates[dx + jz] = dz;
        dxGates[dx + jn] = dn;
        dhGates[dhGatesAt + s + j] = dr;
        dhGates[dhGatesAt + s + jz] = dz;
        dhGates[dhGatesAt + s + jn] = r * dn;
        dh[dhAt + i * hidden + j] += slope * z;
      }
    }
  }

  @Override
  default void lstm(
      int rows,
      int hidden,
      float[] xGates,
      int xGatesAt,
      int ldx,
      float[] hGates,
      int hGatesAt,
      float[] cell,
      int cellAt,
      float[] gates,
      int gatesAt,
      float[] nextCell,
      int nextCellAt,
      float[] next,
      int nextAt,
      int ldNext) {
    for (int i = 0; i < rows; i++) {
      int x = xGatesAt + i * ldx;
      int s = hGatesAt + i * 4 * hidden;
      int out = gatesAt + i * 4 * hidden;
      for (int j = 0; j < hidden; j++) {
        int jf = hidden + j;
        int ju = 2 * hidden + j;
        int jo = 3 * hidden + j;
        float in = Approximation.sigmoid(xGates[x + j] + hGates[s + j]);
        float forget = Approximation.sigmoid(xGates[x + jf] + hGates[s + jf]);
        float u = Approximation.tanh(xGates[x + ju] + hGates[s + ju]);
        float o = Approximation.sigmoid(xGates[x + jo] + hGates[s + jo]);
        float c = forget * cell[cellAt + i * hidden + j] + in * u;
        gates[out + j] = in;
        gates[out + jf] = forget;
        gates[out + ju] = u;
        gates[out + jo] = o;
        nextCell[nextCellAt + i * hidden + j] = c;
        next[nextAt + i * ldNext + j] = o * Approximation.tanh(c);
      }
    }
  }

  @Override
  default void lstmBackward(
      int rows,
      int hidden,
      float[] gates,
      int gatesAt,
      float[] cell,
      int cellAt,
      float[] nextCell,
      int nextCellAt,
      float[] g,
      int gAt,
      float[] dGates,
      int dGatesAt,
      int lddg,
      float[] dCell,
      int dCellAt) {
    for (int i = 0; i < rows; i++) {
      int in = gatesAt + i * 4 * hidden;
      int out = dGatesAt + i * lddg;
      for (int j = 0; j < hidden; j++) {
        int at = i * hidden + j;
        int jf = hidden + j;
        int ju = 2 * hidden + j;
        int jo = 3 * hidden + j;
        float input = gates[in + j];
        float forget = gates[in + jf];
        float u = gates[in + ju];
        float o = gates[in + jo];
        float t = Approximation.tanh(nextCell[nextCellAt + at]);
        float slope = g[gAt + at];
        float c = dCell[dCellAt + at] + slope * o * (1 - t * t);
        dGates[out + j] = c * u * input * (1 - input);
        dGates[out + jf] = c * cell[cellAt + at] * forget * (1 - forget);
        dGates[out + ju] = c * input * (1 - u * u);
        dGates[out + jo] = slope * t * o * (1 - o);
        dCell[dCellAt + at] = c * forget;
      }
    }
  }
}
