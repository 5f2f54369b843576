package org.attentionlab.numerics;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

class FunctionKernelsTest extends KernelCases {
  private static final int LARGE = 100_003;

  /** Where an exponential, a tangent or its approximation changes its ways. */
  private static final float[] FINITE = {
    0,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    1e-40f,
    -1e-40f,
    1e-20f,
    -1e-20f,
    1e-4f,
    -1e-4f,
    0.3465f,
    -0.3466f,
    0.5f,
    -0.5f,
    1,
    -1,
    5,
    -5,
    8.9f,
    -8.9f,
    9.009f,
    9.011f,
    -9.011f,
    13.3f,
    -13.3f,
    20,
    -20,
    -30,
    87,
    -87,
    88,
    -88,
    88.72f,
    88.73f,
    -87.33f,
    -87.34f,
    89,
    -89,
    90,
    -100,
    -103.9f,
    -104,
    -105,
    1e3f,
    -1e3f,
    1e10f,
    -1e10f
  };

  private static final float[] ENDLESS = {
    Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, 3e38f, -3e38f
  };

  /** A function over an array. */
  @FunctionalInterface
  private interface Forward {
    void apply(Numerics kernels, float[] x, int xAt, float[] y, int yAt, int n);
  }

  /** Its gradient, from its result or its input. */
  @FunctionalInterface
  private interface Backward {
    void apply(
        Numerics kernels, float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n);
  }

  /** A function, with how near the kernels come to it. */
  private record Function(String name, Forward kernel, Oracle oracle) {}

  /**
   * A function in double.
   *
   * @param error largest error, relative
   * @param least to at least this size
   */
  private record Oracle(DoubleUnaryOperator f, double error, double least) {}

  @Override
  Stream<KernelCase> cases() {
    Stream<KernelCase> some = sizes(0, LARGE).boxed().flatMap(FunctionKernelsTest::ofSize);
    return Stream.of(some, ends(), slopesAtTheEnds()).flatMap(each -> each);
  }

  private static Stream<Function> functions() {
    double small = Float.MIN_NORMAL;
    return Stream.of(
        new Function("exp", Numerics::exp, new Oracle(Math::exp, Approximation.EXP_ERROR, small)),
        new Function(
            "tanh", Numerics::tanh, new Oracle(Math::tanh, Approximation.TANH_ERROR, small)),
        new Function(
            "sigmoid",
            Numerics::sigmoid,
            new Oracle(
                Normal::sigmoid,
                Approximation.SIGMOID_ERROR,
                small / Approximation.SIGMOID_ERROR)), // zero below the smallest normal number
        new Function("relu", Numerics::relu, new Oracle(x -> Math.max(x, 0), 0, 1)));
  }

  private static Stream<Function> gelus() {
    return Stream.of(
        new Function(
            "gelu",
            Numerics::gelu,
            new Oracle(x -> x * Normal.below(x), Approximation.GELU_ERROR, 1)),
        new Function(
            "geluTanh",
            Numerics::geluTanh,
            new Oracle(x -> x * Normal.sigmoid(2 * Normal.inner(x)), 1e-6, 1)));
  }

  private static Stream<KernelCase> ofSize(int n) {
    Stream<KernelCase> forward =
        Stream.concat(functions(), gelus()).flatMap(f -> Stream.of(forward(f, n), inPlace(f, n)));
    Stream<KernelCase> backward =
        Stream.of(
            backward("exp", n, Numerics::expBackward, (y, g) -> g * y),
            backward("tanh", n, Numerics::tanhBackward, (y, g) -> g * (1 - y * y)),
            backward("sigmoid", n, Numerics::sigmoidBackward, (y, g) -> g * y * (1 - y)),
            backward("relu", n, Numerics::reluBackward, (y, g) -> y > 0 ? g : 0),
            backward("gelu", n, Numerics::geluBackward, (x, g) -> g * Normal.geluSlope(x)),
            backward(
                "geluTanh", n, Numerics::geluTanhBackward, (x, g) -> g * Normal.geluTanhSlope(x)));
    return Stream.concat(forward, backward);
  }

  private static KernelCase forward(Function f, int n) {
    return new KernelCase(
        f.name + " " + n,
        (kernels, operands) -> {
          Operand x = operands.given(1, n, 0, i -> 4 * operands.rng().nextGaussian());
          judge(kernels, operands, f, x, n);
        });
  }

  private static void judge(Numerics kernels, Operands operands, Function f, Operand x, int n) {
    Operand y = operands.blank(n);
    f.kernel.apply(kernels, x.array, x.at, y.array, y.at, n);
    Oracle oracle = f.oracle;
    y.holds(oracle.error, (i, j) -> oracle.least, (i, j) -> oracle.f.applyAsDouble(x.get(j)));
  }

  private static KernelCase inPlace(Function f, int n) {
    return new KernelCase(
        f.name + " in place " + n,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          f.kernel.apply(kernels, x.array, x.at, x.array, x.at, n);
          Oracle oracle = f.oracle;
          x.holds(oracle.error, (i, j) -> oracle.least, (i, j) -> oracle.f.applyAsDouble(x.get(j)));
        });
  }

  private static KernelCase backward(
      String name, int n, Backward kernel, DoubleBinaryOperator slope) {
    return new KernelCase(
        name + "Backward " + n,
        (kernels, operands) -> {
          Operand y = operands.numbers(n);
          Operand g = operands.numbers(n);
          Operand dx = operands.numbers(n);
          kernel.apply(kernels, y.array, y.at, g.array, g.at, dx.array, dx.at, n);
          dx.holds(2e-6, i -> dx.get(i) + slope.applyAsDouble(y.get(i), g.get(i)));
        });
  }

  private static Stream<KernelCase> ends() {
    Stream<KernelCase> finite =
        Stream.concat(functions(), gelus()).map(f -> all(f.name + " at the edges", f, FINITE));
    Stream<KernelCase> endless =
        functions().map(f -> all(f.name + " at the ends and of NaN", f, repeated(ENDLESS)));
    return Stream.concat(finite, endless);
  }

  private static KernelCase all(String name, Function f, float[] values) {
    return new KernelCase(
        name,
        (kernels, operands) -> {
          judge(kernels, operands, f, operands.given(values), values.length);
          // Alone, a number goes the way of those that fill no vector.
          for (float value : values) {
            judge(kernels, operands, f, operands.given(value), 1);
          }
        });
  }

  /** Often enough for a whole vector. */
  private static float[] repeated(float[] values) {
    float[] many = new float[values.length * 8];
    for (int i = 0; i < many.length; i++) {
      many[i] = values[i % values.length];
    }
    return many;
  }

  private static Stream<KernelCase> slopesAtTheEnds() {
    return Stream.of(
        slopes("gelu", Numerics::geluBackward, Normal::geluSlope),
        slopes("geluTanh", Numerics::geluTanhBackward, Normal::geluTanhSlope));
  }

  private static KernelCase slopes(String name, Backward kernel, DoubleUnaryOperator slope) {
    int n = FINITE.length;
    return new KernelCase(
        name + "Backward at the edges",
        (kernels, operands) -> {
          Operand x = operands.given(FINITE);
          Operand g = operands.numbers(n);
          Operand dx = operands.numbers(n);
          kernel.apply(kernels, x.array, x.at, g.array, g.at, dx.array, dx.at, n);
          dx.holds(2e-6, i -> dx.get(i) + g.get(i) * slope.applyAsDouble(x.get(i)));
        });
  }
}
