package org.attentionlab.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
  private static final int N = 100_003;
  private final Numerics kernels = Numerics.get();

  private static float[] ones() {
    float[] ones = new float[N];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static float[] dropped(Numerics numerics, long seed, float p) {
    float[] y = new float[N];
    numerics.dropout(seed, 0, p, ones(), 0, y, 0, N);
    return y;
  }

  @ParameterizedTest
  @ValueSource(floats = {0.1f, 0.5f, 0.9f})
  void asManyAreZeroAsTheChanceSays(float p) {
    float[] y = dropped(kernels, 42, p);
    int zeros = 0;
    for (float value : y) {
      zeros += value == 0 ? 1 : 0;
      assertEquals(value == 0 ? 0 : 1 / (1 - p), value);
    }
    double deviation = Math.sqrt(N * p * (1 - p));
    assertEquals(N * p, zeros, 5 * deviation);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 1L << 40})
  void theReadableKernelsDropTheSame(long seed) {
    assertArrayEquals(dropped(Numerics.plain(), seed, 0.3f), dropped(kernels, seed, 0.3f));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 17, 5000})
  void aPartDropsWhatTheWholeDropsThere(int from) {
    float[] whole = dropped(kernels, 7, 0.3f);
    float[] part = new float[N - from];
    kernels.dropout(7, from, 0.3f, ones(), from, part, 0, part.length);
    assertArrayEquals(Arrays.copyOfRange(whole, from, N), part);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 4})
  void theGradientComesThroughWhereTheNumberDid(long seed) {
    float[] dx = ones();
    kernels.dropoutBackward(seed, 0, 0.3f, ones(), 0, dx, 0, N);
    float[] y = dropped(kernels, seed, 0.3f);
    for (int i = 0; i < N; i++) {
      assertEquals(1 + y[i], dx[i], 1e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64})
  void neighboursAreIndependent(int distance) {
    float[] y = dropped(kernels, 11, 0.5f);
    double product = 0;
    for (int i = 0; i + distance < N; i++) {
      product += (y[i] - 1) * (y[i + distance] - 1);
    }
    assertEquals(0, product / N, 0.02);
  }
}
