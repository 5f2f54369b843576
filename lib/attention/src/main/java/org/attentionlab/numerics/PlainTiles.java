package org.attentionlab.numerics;

/** The pieces of tiled attention in plain loops. */
interface PlainTiles extends TiledAttentionKernels {
  @Override
  default void softmaxColumns(int count, int width, float[] s, float[] state) {
    for (int j = 0; j < width; j++) {
      float old = state[j];
      float max = old;
      for (int at = j; at < count * width; at += width) {
        max = Math.max(max, s[at]);
      }
      float base = max == Float.NEGATIVE_INFINITY ? 0 : max;
      float correction = old == max ? 1 : Approximation.expNegative(base - old);
      float sum = 0;
      for (int at = j; at < count * width; at += width) {
        s[at] = Approximation.expNegative(base - s[at]);
        sum += s[at];
      }
      state[j] = max;
      state[width + j] = state[width + j] * correction + sum;
      state[2 * width + j] = correction;
    }
  }

  @Override
  default void scoreGradients(
      int count, int width, float scale, float[] s, float[] d, float[] state) {
    for (int at = 0; at < count * width; at++) {
      int j = at % width;
      s[at] = Approximation.expNegative(state[j] - s[at]);
      d[at] = scale * s[at] * (d[at] - state[width + j]);
    }
  }
}
