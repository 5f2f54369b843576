package org.attentionlab.numerics;

import java.util.stream.IntStream;
import java.util.stream.Stream;

class MatrixKernelsTest extends KernelCases {
  private static final float[] ALPHAS = {1, 0.3f, -2, 0};
  private static final float[] BETAS = {0, 1, -0.5f};

  /**
   * A product.
   *
   * @param gap marks between the rows of every matrix
   */
  private record Product(
      int m, int n, int k, boolean transA, boolean transB, float alpha, float beta, int gap) {
    Operand a(Operands operands) {
      return operands.numbers(transA ? k : m, transA ? m : k, gap);
    }

    Operand b(Operands operands) {
      return operands.numbers(transB ? n : k, transB ? k : n, 2 * gap);
    }

    /** The old C, which may be anything where beta is 0. */
    Operand c(Operands operands, int count) {
      int apart = 3 * gap;
      return beta == 0
          ? operands.blank(count * m, n, apart)
          : operands.numbers(count * m, n, apart);
    }

    /** An element of C: the sum over the column of A and of B, beginning at a row of each. */
    double element(Operand a, int aRow, Operand b, int bRow, int i, int j) {
      double sum = 0;
      for (int p = 0; p < k; p++) {
        double left = transA ? a.get(aRow + p, i) : a.get(aRow + i, p);
        sum += left * (transB ? b.get(bRow + j, p) : b.get(bRow + p, j));
      }
      return alpha * sum;
    }

    double old(Operand c, int i, int j) {
      return beta == 0 ? 0 : beta * c.get(i, j);
    }
  }

  @Override
  Stream<KernelCase> cases() {
    return Stream.of(
            products().map(MatrixKernelsTest::gemm),
            batches(),
            transposes().map(size -> transpose(size[0], size[1])))
        .flatMap(each -> each);
  }

  /** All sizes in each place, all ways to store, and all factors, though not all together. */
  private static Stream<Product> products() {
    int count = SIZES.length;
    Stream<Product> turning =
        IntStream.range(0, 8 * count)
            .mapToObj(
                i -> {
                  int m = SIZES[i % count];
                  int n = SIZES[(i * 5 + i / count) % count];
                  int k = SIZES[(i * 7 + 3 + i / count) % count];
                  boolean transA = (i + i / count) % 2 == 1;
                  boolean transB = (i / 2 + i / count) % 2 == 1;
                  return new Product(m, n, k, transA, transB, ALPHAS[i % 4], BETAS[i % 3], i % 5);
                });
    return Stream.of(turning, nearTiles(), degenerate(), large()).flatMap(each -> each);
  }

  /** Small products of every remainder. */
  private static Stream<Product> nearTiles() {
    return IntStream.range(0, 13 * 18)
        .mapToObj(
            i ->
                new Product(
                    1 + i % 13, 4 * (i / 13) + i % 5, 9, i % 2 == 0, i % 3 == 0, 1, i % 2, 1));
  }

  private static Stream<Product> degenerate() {
    return Stream.of(
        new Product(5, 7, 0, false, false, 1, 0, 1),
        new Product(5, 7, 0, true, true, 1, -0.5f, 1),
        new Product(0, 7, 3, false, false, 1, 0, 1),
        new Product(5, 0, 3, false, true, 1, 0, 1));
  }

  /** Cut over rows, and over columns where there are few rows; wider and deeper than a block. */
  private static Stream<Product> large() {
    return IntStream.range(0, 4)
        .boxed()
        .flatMap(
            i -> {
              boolean transA = i % 2 == 1;
              boolean transB = i / 2 == 1;
              return Stream.of(
                  new Product(199, 130, 100, transA, transB, 1, BETAS[i % 3], 3),
                  new Product(3, 2050, 300, transA, transB, 0.5f, BETAS[i % 3], 1));
            });
  }

  private static KernelCase gemm(Product p) {
    return new KernelCase(
        "gemm " + p,
        (kernels, operands) -> {
          Operand a = p.a(operands);
          Operand b = p.b(operands);
          Operand c = p.c(operands, 1);
          kernels.gemm(
              p.transA, p.transB, p.m, p.n, p.k, p.alpha, a.array, a.at, a.ld, b.array, b.at, b.ld,
              p.beta, c.array, c.at, c.ld);
          c.holds(2e-5, (i, j) -> p.element(a, 0, b, 0, i, j) + p.old(c, i, j));
        });
  }

  private static Stream<KernelCase> batches() {
    Product large = new Product(65, 64, 70, false, true, 1, 0, 2);
    Stream<KernelCase> small =
        IntStream.range(0, SIZES.length).boxed().flatMap(MatrixKernelsTest::batches);
    return Stream.concat(small, Stream.of(gemmBatch(large, 5, 5, 5)));
  }

  private static Stream<KernelCase> batches(int i) {
    int m = SIZES[i];
    int n = SIZES[(i + 5) % 12];
    int k = SIZES[(i + 9) % 12];
    Product p = new Product(m, n, k, i % 2 == 0, i % 3 == 0, 0.7f, BETAS[i % 3], i % 2);
    return Stream.of(gemmBatch(p, 3, 3, 3), gemmBatch(p, 3, 1, 3), gemmBatch(p, 2, 2, 1));
  }

  /** So many products of so many different A and B; one alone is used again. */
  private static KernelCase gemmBatch(Product p, int batch, int as, int bs) {
    return new KernelCase(
        "gemmBatch " + batch + " of " + p + " from " + as + " and " + bs,
        (kernels, operands) -> {
          int aRows = p.transA ? p.k : p.m;
          int bRows = p.transB ? p.n : p.k;
          Operand a = operands.numbers(as * aRows, p.transA ? p.m : p.k, p.gap);
          Operand b = operands.numbers(bs * bRows, p.transB ? p.k : p.n, 2 * p.gap);
          Operand c = p.c(operands, batch);
          int aStep = as == 1 ? 0 : aRows * a.ld;
          int bStep = bs == 1 ? 0 : bRows * b.ld;
          kernels.gemmBatch(
              batch,
              p.transA,
              p.transB,
              p.m,
              p.n,
              p.k,
              p.alpha,
              a.array,
              a.at,
              a.ld,
              aStep,
              b.array,
              b.at,
              b.ld,
              bStep,
              p.beta,
              c.array,
              c.at,
              c.ld,
              p.m * c.ld);
          c.holds(
              2e-5,
              (row, j) -> {
                int one = row / p.m;
                int aRow = as == 1 ? 0 : one * aRows;
                int bRow = bs == 1 ? 0 : one * bRows;
                return p.element(a, aRow, b, bRow, row % p.m, j) + p.old(c, row, j);
              });
        });
  }

  private static Stream<int[]> transposes() {
    Stream<int[]> pairs =
        IntStream.of(SIZES)
            .boxed()
            .flatMap(rows -> IntStream.of(SIZES).mapToObj(columns -> new int[] {rows, columns}));
    return Stream.concat(pairs, Stream.of(new int[] {0, 3}, new int[] {300, 120}));
  }

  private static KernelCase transpose(int rows, int columns) {
    return new KernelCase(
        "transpose " + rows + " " + columns,
        (kernels, operands) -> {
          Operand x = operands.numbers(rows, columns, rows % 3);
          Operand y = operands.blank(columns, rows, columns % 4);
          kernels.transpose(rows, columns, x.array, x.at, x.ld, y.array, y.at, y.ld);
          y.holds(0, (j, i) -> x.get(i, j));
        });
  }
}
