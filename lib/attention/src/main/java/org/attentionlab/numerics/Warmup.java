package org.attentionlab.numerics;

/**
 * Runs the kernels on a little data in the background until the optimising compiler has come to
 * them. Before that each vector of the Vector API is an object, and a first training step takes a
 * hundred times as long as the later ones.
 *
 * <p>Sizes are small and rounds many: what counts is how often a loop was entered and went round.
 */
final class Warmup implements Runnable {
  /** Rounds of each kernel in a pass. */
  private static final int ROUNDS = 50;

  /** A pass is many times slower than this until the compiler has come to everything in it. */
  private static final long STEADY_NANOS = 6_000_000;

  /** So many quick passes in a row, and it is done. */
  private static final int CALM = 10;

  /** Enough on a slow machine, or where the compiler never comes. */
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private static final int ROWS = 6;
  private static final int N = 64;

  private final SerialNumerics kernels;
  private final float[] x = new float[ROWS * N * N];
  private final float[] y = new float[ROWS * N * N];
  private final float[] z = new float[ROWS * N * N];
  private final float[] row = new float[4 * N];

  Warmup(SerialNumerics kernels) {
    this.kernels = kernels;
  }

  /** Begins, on a thread that gives way to others and does not keep the JVM alive. */
  @SuppressWarnings("ThreadPriorityCheck") // a courtesy; nothing relies on it
  static void start(SerialNumerics kernels) {
    Thread thread = new Thread(new Warmup(kernels), "attention-lab-warm-up");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  @Override
  public void run() {
    long begin = System.nanoTime();
    for (int calm = 0; calm < CALM && System.nanoTime() - begin < PATIENCE_NANOS; ) {
      long since = System.nanoTime();
      pass();
      calm = System.nanoTime() - since < STEADY_NANOS ? calm + 1 : 0;
    }
  }

  private void pass() {
    for (int width : new int[] {N, N / 2, N / 4}) {
      products(width);
    }
    wideProducts();
    attention();
    rows();
    functions();
  }

  /** Both ways to read A, with C fresh and added to, for panels of a width. */
  private void products(int width) {
    int k = N / 4;
    for (int i = 0; i < ROUNDS; i++) {
      float beta = i % 2;
      kernels.gemm(false, false, ROWS, width, k, 1, x, 0, k, y, 0, width, beta, z, 0, width);
      kernels.gemm(true, false, ROWS, width, k, 1, x, 0, ROWS, y, 0, width, beta, z, 0, width);
      if (i % 8 == 0) {
        kernels.gemm(false, true, ROWS, width, k, 1, x, 0, k, y, 0, k, beta, z, 0, width);
      }
    }
  }

  /** The tile for many rows, which only wide matrices get, and the way of a single row. */
  private void wideProducts() {
    int m = 2 * ROWS;
    int n = 2 * N;
    int k = N / 4;
    for (int i = 0; i < ROUNDS; i++) {
      float beta = i % 2;
      kernels.gemm(false, false, m, n, k, 1, x, 0, k, y, 0, n, beta, z, 0, n);
      kernels.gemm(true, false, m, n, k, 1, x, 0, m, y, 0, n, beta, z, 0, n);
      kernels.gemm(false, true, m, n, k, 1, x, 0, k, y, 0, k, beta, z, 0, n);
      kernels.gemm(false, false, 1, N, k, 1, x, 0, k, y, 0, N, beta, z, 0, N);
      kernels.gemm(false, true, 1, N, k, 1, x, 0, k, y, 0, k, beta, z, 0, N);
    }
  }

  private void attention() {
    AttentionShape shape = AttentionShape.of(1, 1, N / 4, N / 4, N / 4);
    for (int i = 0; i < ROUNDS; i++) {
      kernels.attention(shape, x, 0, x, 0, x, 0, y, 0, row, 0);
      kernels.attentionBackward(shape, x, 0, x, 0, x, 0, y, 0, row, 0, y, 0, z, 0, z, 0, z, 0);
    }
  }

  private void rows() {
    int[] targets = new int[ROWS];
    for (int i = 0; i < ROUNDS; i++) {
      kernels.layerNormRows(ROWS, N, 1e-5f, x, 0, row, 0, row, 0, y, 0, z, 0, z, ROWS);
      kernels.layerNormRowsBackward(
          ROWS, N, x, 0, row, 0, z, 0, z, ROWS, y, 0, z, N, row, N, row, 2 * N);
      kernels.softmaxRows(ROWS, N, 1, x, 0, N, y, 0, N);
      kernels.softmaxRowsBackward(ROWS, N, 1, y, 0, N, x, 0, N, z, 0, N);
      kernels.crossEntropyRows(ROWS, N, 0, x, 0, targets, 0, row, 0, row, N);
      kernels.crossEntropyRowsBackward(ROWS, N, 0, 1, x, 0, targets, 0, row, N, z, 0);
      for (Nonlinearity f : Nonlinearity.values()) {
        kernels.biasRows(f, 1, N, x, 0, row, 0, y, 0);
        kernels.biasRowsBackward(f, 1, N, x, 0, row, 0, y, 0, y, 0, z, 0, row, N);
      }
    }
  }

  private void functions() {
    AdamStep step = new AdamStep(0, 0.9, 0.999, 1e-8, 0, false, 1);
    for (int i = 0; i < ROUNDS; i++) {
      kernels.adam(step, x, 0, y, 0, z, 0, row, 0, N);
      kernels.axpy(1, x, 0, y, 0, N);
      kernels.gru(ROWS, N, x, 0, 3 * N, y, 0, x, 0, N, z, 0, y, 0, N);
      kernels.gruBackward(ROWS, N, z, 0, y, 0, x, 0, N, x, 0, y, 0, 3 * N, z, 0, z, 0);
      kernels.additiveScores(1, 1, ROWS, N, x, 0, x, 0, row, 0, z, 0, row, N);
      kernels.additiveScoresBackward(1, 1, ROWS, N, row, 0, z, 0, row, N, y, 0, y, N, row, 2 * N);
    }
  }
}
