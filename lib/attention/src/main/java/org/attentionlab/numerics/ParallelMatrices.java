package org.attentionlab.numerics;

/**
 * Checks products of matrices and splits large ones: over rows of C, or columns where it is flat.
 */
interface ParallelMatrices extends MatrixKernels, Splitting {
  /** Multiplications that make a product worth a second thread. */
  long WORTH_PRODUCTS = 1L << 20;

  /** Rows that the fast product takes at once; cuts between them cost nothing. */
  int ROW_GRAIN = 6;

  /** Columns that the fast product takes at once. */
  int COLUMN_GRAIN = 64;

  @Override
  default void gemm(
      boolean transA,
      boolean transB,
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int aAt,
      int lda,
      float[] b,
      int bAt,
      int ldb,
      float beta,
      float[] c,
      int cAt,
      int ldc) {
    Bounds.matrix("gemm", "A", a, aAt, transA ? k : m, transA ? m : k, lda);
    Bounds.matrix("gemm", "B", b, bAt, transB ? n : k, transB ? k : n, ldb);
    Bounds.matrix("gemm", "C", c, cAt, m, n, ldc);
    int threads = Parallel.threads();
    if (threads == 1 || (long) m * n * k < WORTH_PRODUCTS) {
      serial().gemm(transA, transB, m, n, k, alpha, a, aAt, lda, b, bAt, ldb, beta, c, cAt, ldc);
    } else if (m >= 4 * ROW_GRAIN * threads || m >= n) {
      Parallel.ranges(
          m,
          ROW_GRAIN,
          (from, to) ->
              serial()
                  .gemm(
                      transA,
                      transB,
                      to - from,
                      n,
                      k,
                      alpha,
                      a,
                      aAt + (transA ? from : from * lda),
                      lda,
                      b,
                      bAt,
                      ldb,
                      beta,
                      c,
                      cAt + from * ldc,
                      ldc));
    } else {
      Parallel.ranges(
          n,
          COLUMN_GRAIN,
          (from, to) ->
              serial()
                  .gemm(
                      transA,
                      transB,
                      m,
                      to - from,
                      k,
                      alpha,
                      a,
                      aAt,
                      lda,
                      b,
                      bAt + (transB ? from * ldb : from),
                      ldb,
                      beta,
                      c,
                      cAt + from,
                      ldc));
    }
  }

  @Override
  default void gemmBatch(
      int batch,
      boolean transA,
      boolean transB,
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int aAt,
      int lda,
      int aStep,
      float[] b,
      int bAt,
      int ldb,
      int bStep,
      float beta,
      float[] c,
      int cAt,
      int ldc,
      int cStep) {
    if ((batch | aStep | bStep | cStep) < 0) {
      throw Bounds.problem("gemmBatch", "a batch or a step is negative");
    }
    if (batch == 0) {
      return;
    }
    int last = batch - 1;
    Bounds.matrix("gemmBatch", "A", a, aAt, transA ? k : m, transA ? m : k, lda);
    Bounds.matrix("gemmBatch", "B", b, bAt, transB ? n : k, transB ? k : n, ldb);
    Bounds.matrix("gemmBatch", "C", c, cAt, m, n, ldc);
    Bounds.matrix(
        "gemmBatch", "the last A", a, aAt + last * aStep, transA ? k : m, transA ? m : k, lda);
    Bounds.matrix(
        "gemmBatch", "the last B", b, bAt + last * bStep, transB ? n : k, transB ? k : n, ldb);
    Bounds.matrix("gemmBatch", "the last C", c, cAt + last * cStep, m, n, ldc);
    if (Parallel.threads() == 1 || (long) batch * m * n * k < WORTH_PRODUCTS) {
      serial()
          .gemmBatch(
              batch, transA, transB, m, n, k, alpha, a, aAt, lda, aStep, b, bAt, ldb, bStep, beta,
              c, cAt, ldc, cStep);
    } else {
      Parallel.ranges(
          batch,
          1,
          (from, to) ->
              serial()
                  .gemmBatch(
                      to - from,
                      transA,
                      transB,
                      m,
                      n,
                      k,
                      alpha,
                      a,
                      aAt + from * aStep,
                      lda,
                      aStep,
                      b,
                      bAt + from * bStep,
                      ldb,
                      bStep,
                      beta,
                      c,
                      cAt + from * cStep,
                      ldc,
                      cStep));
    }
  }

  @Override
  default void transpose(
      int rows, int columns, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    Bounds.matrix("transpose", "x", x, xAt, rows, columns, ldx);
    Bounds.matrix("transpose", "y", y, yAt, columns, rows, ldy);
    if (large(2 * CHEAP, (long) rows * columns)) {
      Parallel.ranges(
          rows,
          GRAIN,
          (from, to) ->
              serial().transpose(to - from, columns, x, xAt + from * ldx, ldx, y, yAt + from, ldy));
    } else {
      serial().transpose(rows, columns, x, xAt, ldx, y, yAt, ldy);
    }
  }
}
