package org.attentionlab.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A kernel gives the same bits in the interpreter and once the compiler has come to it. */
class RepeatTest {
  private static final int ROUNDS = 15_000;
  private static final int ROWS = 3;
  private static final int N = 48;

  private final Numerics kernels = Numerics.get();
  private final float[] x = numbers(1);
  private final float[] w = numbers(2);

  private static float[] numbers(long seed) {
    Random rng = new Random(seed);
    float[] all = new float[ROWS * N];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) rng.nextGaussian();
    }
    return all;
  }

  @TestFactory
  Stream<DynamicTest> sameBits() {
    return Stream.of(
        repeated("layerNorm", this::layerNorm),
        repeated("layerNormBackward", this::layerNormBackward),
        repeated("softmax", this::softmax),
        repeated("crossEntropy", this::crossEntropy),
        repeated("dot", () -> new float[] {(float) kernels.dot(x, 0, w, 0, x.length)}),
        repeated("additiveScores", this::additiveScores),
        repeated("gelu", this::gelu),
        repeated("gemm", this::gemm));
  }

  private static DynamicTest repeated(String name, Supplier<float[]> kernel) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          float[] first = kernel.get();
          for (int i = 0; i < ROUNDS; i++) {
            assertArrayEquals(first, kernel.get(), 0);
          }
        });
  }

  private float[] layerNorm() {
    float[] y = new float[x.length];
    float[] rows = new float[2 * ROWS];
    kernels.layerNormRows(ROWS, N, 1e-5f, x, 0, w, 0, w, N, y, 0, rows, 0, rows, ROWS);
    return y;
  }

  private float[] layerNormBackward() {
    float[] dx = new float[x.length];
    float[] sums = new float[2 * N];
    float[] rows = {0.1f, 0.2f, 0.3f, 1, 1.1f, 1.2f};
    kernels.layerNormRowsBackward(
        ROWS, N, x, 0, w, 0, rows, 0, rows, ROWS, w, 0, dx, 0, sums, 0, sums, N);
    return dx;
  }

  private float[] softmax() {
    float[] y = new float[x.length];
    kernels.softmaxRows(ROWS, N, 1, x, 0, N, y, 0, N);
    float[] dx = new float[x.length];
    kernels.softmaxRowsBackward(ROWS, N, 1, y, 0, N, w, 0, N, dx, 0, N);
    return dx;
  }

  private float[] crossEntropy() {
    float[] rows = new float[2 * ROWS];
    kernels.crossEntropyRows(ROWS, N, 0.1f, x, 0, new int[] {1, 2, 3}, 0, rows, 0, rows, ROWS);
    return rows;
  }

  private float[] additiveScores() {
    float[] tanh = new float[x.length];
    float[] scores = new float[ROWS];
    kernels.additiveScores(1, 1, ROWS, N, w, 0, x, 0, w, N, tanh, 0, scores, 0);
    return scores;
  }

  private float[] gelu() {
    float[] y = new float[x.length];
    kernels.gelu(x, 0, y, 0, x.length);
    return y;
  }

  private float[] gemm() {
    float[] y = new float[ROWS * ROWS];
    kernels.gemm(false, true, ROWS, ROWS, N, 1, x, 0, N, w, 0, N, 0, y, 0, ROWS);
    return y;
  }
}
