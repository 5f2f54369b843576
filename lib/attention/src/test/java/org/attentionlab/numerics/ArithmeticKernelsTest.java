package org.attentionlab.numerics;

import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ArithmeticKernelsTest extends KernelCases {
  private static final int LARGE = 150_001;

  /** Numbers at the ends of the range, and none at all. */
  private static final float[] ENDS = {
    0,
    -0f,
    1,
    Float.MIN_VALUE,
    -1e-40f,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    1e3f,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN,
    -1e3f,
    1e-20f
  };

  @Override
  Stream<KernelCase> cases() {
    Stream<KernelCase> some = sizes(0, LARGE).boxed().flatMap(ArithmeticKernelsTest::ofSize);
    return Stream.of(some, ends(), maxima()).flatMap(each -> each);
  }

  private static Stream<KernelCase> ofSize(int n) {
    return Stream.of(
        binary("add", n, Numerics::add, (x, y) -> x + y),
        binary("subtract", n, Numerics::subtract, (x, y) -> x - y),
        binary("multiply", n, Numerics::multiply, (x, y) -> x * y),
        onto("add onto itself", n, Numerics::add, (x, y) -> x + y),
        onto("subtract onto itself", n, Numerics::subtract, (x, y) -> x - y),
        onto("multiply onto itself", n, Numerics::multiply, (x, y) -> x * y),
        multiplyAdd(n),
        axpy(n),
        scale(n),
        scaleOntoItself(n),
        sum(n),
        dot(n),
        max(n));
  }

  /** A kernel of two arrays with a third as its result. */
  @FunctionalInterface
  private interface Binary {
    void apply(Numerics kernels, float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n);
  }

  private static KernelCase binary(String name, int n, Binary kernel, DoubleBinaryOperator f) {
    return new KernelCase(
        name + " " + n,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          Operand y = operands.numbers(n);
          Operand z = operands.blank(n);
          kernel.apply(kernels, x.array, x.at, y.array, y.at, z.array, z.at, n);
          z.holds(1e-7, i -> f.applyAsDouble(x.get(i), y.get(i)));
        });
  }

  private static KernelCase onto(String name, int n, Binary kernel, DoubleBinaryOperator f) {
    return new KernelCase(
        name + " " + n,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          Operand y = operands.numbers(n);
          kernel.apply(kernels, x.array, x.at, y.array, y.at, x.array, x.at, n);
          x.holds(1e-7, i -> f.applyAsDouble(x.get(i), y.get(i)));
        });
  }

  private static KernelCase multiplyAdd(int n) {
    return new KernelCase(
        "multiplyAdd " + n,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          Operand y = operands.numbers(n);
          Operand z = operands.numbers(n);
          kernels.multiplyAdd(x.array, x.at, y.array, y.at, z.array, z.at, n);
          z.holds(1e-6, i -> z.get(i) + x.get(i) * y.get(i));
        });
  }

  private static KernelCase axpy(int n) {
    return new KernelCase(
        "axpy " + n,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          Operand y = operands.numbers(n);
          kernels.axpy(-1.5f, x.array, x.at, y.array, y.at, n);
          y.holds(1e-6, i -> y.get(i) - 1.5 * x.get(i));
        });
  }

  private static KernelCase scale(int n) {
    return new KernelCase(
        "scale " + n,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          Operand y = operands.blank(n);
          kernels.scale(-0.3f, x.array, x.at, y.array, y.at, n);
          y.holds(1e-7, i -> -0.3f * x.get(i));
        });
  }

  private static KernelCase scaleOntoItself(int n) {
    return new KernelCase(
        "scale onto itself " + n,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          kernels.scale(3, x.array, x.at, x.array, x.at, n);
          x.holds(1e-7, i -> 3 * x.get(i));
        });
  }

  private static KernelCase sum(int n) {
    return new KernelCase(
        "sum " + n,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          double error = 1e-6 * Math.sqrt(1 + n);
          operands.returned(kernels.sum(x.array, x.at, n), error, total(n, x::get));
          operands.returned(
              kernels.sumOfSquares(x.array, x.at, n), 1e-6, total(n, i -> x.get(i) * x.get(i)));
        });
  }

  private static KernelCase dot(int n) {
    return new KernelCase(
        "dot " + n,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          Operand y = operands.numbers(n);
          operands.returned(
              kernels.dot(x.array, x.at, y.array, y.at, n),
              1e-6 * Math.sqrt(1 + n),
              total(n, i -> x.get(i) * y.get(i)));
        });
  }

  private static double total(int n, IntToDoubleFunction term) {
    return IntStream.range(0, n).mapToDouble(term).sum();
  }

  private static KernelCase max(int n) {
    return new KernelCase(
        "max " + n,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          double most =
              IntStream.range(0, n).mapToDouble(x::get).max().orElse(Double.NEGATIVE_INFINITY);
          operands.returned(kernels.max(x.array, x.at, n), 0, most);
        });
  }

  /** NaN is found wherever it stands, and the largest number too. */
  private static Stream<KernelCase> maxima() {
    int n = 37;
    return IntStream.range(0, n)
        .mapToObj(
            place ->
                new KernelCase(
                    "max at " + place,
                    (kernels, operands) -> {
                      Operand top = operands.given(1, n, 0, i -> i == place ? -1 : -2 - i);
                      operands.returned(kernels.max(top.array, top.at, n), 0, -1);
                      Operand none = operands.given(1, n, 0, i -> i == place ? Double.NaN : i);
                      operands.returned(kernels.max(none.array, none.at, n), 0, Double.NaN);
                      operands.returned(kernels.sum(none.array, none.at, n), 0, Double.NaN);
                      Operand low = operands.given(1, n, 0, i -> Double.NEGATIVE_INFINITY);
                      operands.returned(
                          kernels.max(low.array, low.at, n), 0, Double.NEGATIVE_INFINITY);
                    }));
  }

  /** Every pair of two ends. */
  private static Stream<KernelCase> ends() {
    return Stream.of(
        pairs("add", Numerics::add, (x, y) -> x + y),
        pairs("subtract", Numerics::subtract, (x, y) -> x - y),
        pairs("multiply", Numerics::multiply, (x, y) -> x * y));
  }

  private static KernelCase pairs(String name, Binary kernel, DoubleBinaryOperator f) {
    int n = ENDS.length * ENDS.length;
    return new KernelCase(
        name + " at the ends",
        (kernels, operands) -> {
          Operand x = operands.given(1, n, 0, i -> ENDS[i / ENDS.length]);
          Operand y = operands.given(1, n, 0, i -> ENDS[i % ENDS.length]);
          Operand z = operands.blank(n);
          kernel.apply(kernels, x.array, x.at, y.array, y.at, z.array, z.at, n);
          z.holds(1e-7, (i, j) -> Float.MIN_NORMAL, (i, j) -> f.applyAsDouble(x.get(j), y.get(j)));
        });
  }
}
