package org.attentionlab.numerics;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowKernelsTest extends KernelCases {
  private static final int TABLE = 9;

  @Override
  Stream<KernelCase> cases() {
    return Stream.concat(
        matrices().flatMap(size -> of(size[0], size[1])),
        Arrays.stream(Nonlinearity.values()).map(RowKernelsTest::gradientAtTheEnds));
  }

  private static Stream<KernelCase> of(int rows, int n) {
    Stream<KernelCase> functions =
        Arrays.stream(Nonlinearity.values())
            .flatMap(
                f ->
                    Stream.of(
                        biasRows(f, rows, n, false),
                        biasRows(f, rows, n, true),
                        biasRowsBackward(f, rows, n, false),
                        biasRowsBackward(f, rows, n, true)));
    return Stream.concat(
        functions,
        Stream.of(
            sumRows(rows, n), repeatRow(rows, n), gatherRows(rows, n), scatterAddRows(rows, n)));
  }

  private static String name(String kernel, int rows, int n) {
    return kernel + " (" + rows + ", " + n + ")";
  }

  private static double apply(Nonlinearity f, double x) {
    return switch (f) {
      case IDENTITY -> x;
      case RELU -> Math.max(x, 0);
      case GELU -> x * Normal.below(x);
      case GELU_TANH -> x * Normal.sigmoid(2 * Normal.inner(x));
      case TANH -> Math.tanh(x);
      case SIGMOID -> Normal.sigmoid(x);
    };
  }

  /** The derivative, from x for those that need it and from y for the others. */
  private static double slope(Nonlinearity f, double known) {
    return switch (f) {
      case IDENTITY -> 1;
      case RELU -> known > 0 ? 1 : 0;
      case GELU -> Normal.geluSlope(known);
      case GELU_TANH -> Normal.geluTanhSlope(known);
      case TANH -> 1 - known * known;
      case SIGMOID -> known * (1 - known);
    };
  }

  private static KernelCase biasRows(Nonlinearity f, int rows, int n, boolean inPlace) {
    return new KernelCase(
        name("biasRows", rows, n) + " " + f + (inPlace ? " in place" : ""),
        (kernels, operands) -> {
          Operand x = operands.numbers(rows, n, 0);
          Operand bias = operands.numbers(n);
          Operand y = inPlace ? x : operands.blank(rows, n, 0);
          kernels.biasRows(f, rows, n, x.array, x.at, bias.array, bias.at, y.array, y.at);
          y.holds(2e-6, (i, j) -> apply(f, x.get(i, j) + bias.get(j)));
        });
  }

  /** What it need not read is not there. */
  private static KernelCase biasRowsBackward(Nonlinearity f, int rows, int n, boolean inPlace) {
    return new KernelCase(
        name("biasRowsBackward", rows, n) + " " + f + (inPlace ? " in place" : ""),
        (kernels, operands) -> {
          boolean needs = f.needsInput();
          Operand x = needs ? operands.numbers(rows, n, 0) : operands.blank(rows, n, 0);
          Operand bias = needs ? operands.numbers(n) : operands.blank(n);
          Operand y = needs ? operands.blank(rows, n, 0) : operands.numbers(rows, n, 0);
          Operand g = operands.numbers(rows, n, 0);
          Operand dx = inPlace ? g : operands.blank(rows, n, 0);
          Operand dBias = operands.numbers(n);
          kernels.biasRowsBackward(
              f,
              rows,
              n,
              x.array,
              x.at,
              bias.array,
              bias.at,
              y.array,
              y.at,
              g.array,
              g.at,
              dx.array,
              dx.at,
              dBias.array,
              dBias.at);
          Operand.Formula d =
              (i, j) -> g.get(i, j) * slope(f, needs ? x.get(i, j) + bias.get(j) : y.get(i, j));
          dx.holds(2e-6, d);
          dBias.holds(
              1e-4,
              j -> dBias.get(j) + IntStream.range(0, rows).mapToDouble(i -> d.at(i, j)).sum());
        });
  }

  /** Infinite and missing gradients come through as the slope says. */
  private static KernelCase gradientAtTheEnds(Nonlinearity f) {
    int n = 33;
    float[] ends = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
    return new KernelCase(
        "biasRowsBackward of infinite gradients " + f,
        (kernels, operands) -> {
          Operand known = operands.given(1, n, 0, i -> i % 2 == 0 ? 0.5 : -0.5);
          Operand none = operands.given(1, n, 0, i -> 0);
          Operand g = operands.given(1, n, 0, i -> ends[i % 3]);
          Operand dx = operands.blank(n);
          Operand dBias = operands.numbers(n);
          kernels.biasRowsBackward(
              f,
              1,
              n,
              known.array,
              known.at,
              none.array,
              none.at,
              known.array,
              known.at,
              g.array,
              g.at,
              dx.array,
              dx.at,
              dBias.array,
              dBias.at);
          Operand.Formula d =
              (i, j) -> {
                double rise = slope(f, known.get(j));
                return rise == 0 ? 0 : g.get(j) * rise;
              };
          dx.holds(0, d);
          dBias.holds(0, (i, j) -> dBias.get(j) + d.at(i, j));
        });
  }

  private static KernelCase sumRows(int rows, int n) {
    return new KernelCase(
        name("sumRows", rows, n),
        (kernels, operands) -> {
          Operand x = operands.numbers(rows, n, 0);
          Operand out = operands.numbers(n);
          kernels.sumRows(rows, n, x.array, x.at, out.array, out.at);
          out.holds(
              1e-4, j -> out.get(j) + IntStream.range(0, rows).mapToDouble(i -> x.get(i, j)).sum());
        });
  }

  private static KernelCase repeatRow(int rows, int n) {
    return new KernelCase(
        name("repeatRow", rows, n),
        (kernels, operands) -> {
          Operand row = operands.numbers(n);
          Operand y = operands.blank(rows, n, 0);
          kernels.repeatRow(rows, n, row.array, row.at, y.array, y.at);
          y.holds(0, (i, j) -> row.get(j));
        });
  }

  /** Ids behind two that are not looked at, some of them many times. */
  private static int[] ids(Operands operands, int count, int least) {
    int[] ids = new int[2 + count];
    Arrays.fill(ids, 0, 2, TABLE);
    for (int i = 2; i < ids.length; i++) {
      ids[i] = least + operands.rng().nextInt(TABLE - least);
    }
    return ids;
  }

  private static KernelCase gatherRows(int rows, int n) {
    return new KernelCase(
        name("gatherRows", rows, n),
        (kernels, operands) -> {
          int[] ids = ids(operands, rows, 0);
          Operand table = operands.numbers(TABLE, n, 0);
          Operand y = operands.blank(rows, n, 0);
          kernels.gatherRows(ids, 2, rows, n, -1.5f, table.array, table.at, y.array, y.at);
          y.holds(1e-6, (i, j) -> -1.5 * table.get(ids[2 + i], j));
        });
  }

  private static KernelCase scatterAddRows(int rows, int n) {
    return new KernelCase(
        name("scatterAddRows", rows, n),
        (kernels, operands) -> {
          int[] ids = ids(operands, rows, -2);
          Operand g = operands.numbers(rows, n, 0);
          Operand table = operands.numbers(TABLE, n, 0);
          kernels.scatterAddRows(ids, 2, rows, n, 0.5f, g.array, g.at, table.array, table.at);
          table.holds(
              1e-5,
              (id, j) ->
                  table.get(id, j)
                      + IntStream.range(0, rows)
                          .filter(i -> ids[2 + i] == id)
                          .mapToDouble(i -> 0.5 * g.get(i, j))
                          .sum());
        });
  }

  @Test
  void idsPastTheTableAreRefused() {
    float[] table = new float[6];
    float[] y = new float[2];
    Numerics kernels = Numerics.get();
    assertThrows(
        IllegalArgumentException.class,
        () -> kernels.gatherRows(new int[] {3}, 0, 1, 2, 1, table, 0, y, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> kernels.gatherRows(new int[] {-1}, 0, 1, 2, 1, table, 0, y, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> kernels.scatterAddRows(new int[] {3}, 0, 1, 2, 1, y, 0, table, 0));
  }
}
