package org.attentionlab.numerics;

import java.util.stream.IntStream;
import java.util.stream.Stream;

class NormKernelsTest extends KernelCases {
  private static final float EPSILON = 1e-5f;

  /** What a row is like, in turn. */
  private static Operand rows(Operands operands, int rows, int n) {
    return operands.given(
        rows,
        n,
        0,
        place -> {
          double z = operands.rng().nextGaussian();
          return switch (place / n % 4) {
            case 0 -> z;
            case 1 -> 100 + z; // far from zero
            case 2 -> 3; // without variance
            default -> 1e-20 * z; // squares below the smallest float
          };
        });
  }

  @Override
  Stream<KernelCase> cases() {
    return matrices()
        .flatMap(
            size ->
                Stream.of(
                    layerNorm(size[0], size[1], false),
                    layerNorm(size[0], size[1], true),
                    layerNormBackward(size[0], size[1]),
                    rmsNorm(size[0], size[1], false),
                    rmsNorm(size[0], size[1], true),
                    rmsNormBackward(size[0], size[1])));
  }

  private static String name(String kernel, int rows, int n) {
    return kernel + " (" + rows + ", " + n + ")";
  }

  private static double[] means(int rows, int n, Operand.Formula term) {
    return IntStream.range(0, rows)
        .mapToDouble(i -> IntStream.range(0, n).mapToDouble(j -> term.at(i, j)).sum() / n)
        .toArray();
  }

  private static KernelCase layerNorm(int rows, int n, boolean inPlace) {
    return new KernelCase(
        name("layerNormRows", rows, n) + (inPlace ? " in place" : ""),
        (kernels, operands) -> {
          Operand x = rows(operands, rows, n);
          Operand gain = operands.numbers(n);
          Operand bias = operands.numbers(n);
          Operand y = inPlace ? x : operands.blank(rows, n, 0);
          Operand mean = operands.blank(rows);
          Operand inverse = operands.blank(rows);
          kernels.layerNormRows(
              rows,
              n,
              EPSILON,
              x.array,
              x.at,
              gain.array,
              gain.at,
              bias.array,
              bias.at,
              y.array,
              y.at,
              mean.array,
              mean.at,
              inverse.array,
              inverse.at);
          double[] means = means(rows, n, x::get);
          double[] variances = means(rows, n, (i, j) -> Math.pow(x.get(i, j) - means[i], 2));
          mean.holds(1e-6, i -> means[i]);
          // Numbers of 100 have a distance of 8e-6: so exact is their distance from the mean.
          inverse.holds(5e-5, i -> 1 / Math.sqrt(variances[i] + EPSILON));
          y.holds(
              1e-4,
              (i, j) ->
                  (x.get(i, j) - means[i]) / Math.sqrt(variances[i] + EPSILON) * gain.get(j)
                      + bias.get(j));
        });
  }

  private static KernelCase layerNormBackward(int rows, int n) {
    return new KernelCase(
        name("layerNormRowsBackward", rows, n),
        (kernels, operands) -> {
          Operand x = operands.numbers(rows, n, 0);
          Operand gain = operands.numbers(n);
          Operand mean = operands.given(1, rows, 0, i -> 0.3 * operands.rng().nextGaussian());
          Operand inverse = operands.given(1, rows, 0, i -> 0.5 + operands.rng().nextDouble());
          Operand g = operands.numbers(rows, n, 0);
          Operand dx = operands.numbers(rows, n, 0);
          Operand dGain = operands.numbers(n);
          Operand dBias = operands.numbers(n);
          kernels.layerNormRowsBackward(
              rows,
              n,
              x.array,
              x.at,
              gain.array,
              gain.at,
              mean.array,
              mean.at,
              inverse.array,
              inverse.at,
              g.array,
              g.at,
              dx.array,
              dx.at,
              dGain.array,
              dGain.at,
              dBias.array,
              dBias.at);
          Operand.Formula h = (i, j) -> (x.get(i, j) - mean.get(i)) * inverse.get(i);
          Operand.Formula u = (i, j) -> g.get(i, j) * gain.get(j);
          double[] shift = means(rows, n, u);
          double[] tilt = means(rows, n, (i, j) -> u.at(i, j) * h.at(i, j));
          dx.holds(
              1e-5,
              (i, j) ->
                  dx.get(i, j) + inverse.get(i) * (u.at(i, j) - shift[i] - h.at(i, j) * tilt[i]));
          dGain.holds(1e-4, j -> dGain.get(j) + down(rows, (i, zero) -> g.get(i, j) * h.at(i, j)));
          dBias.holds(1e-4, j -> dBias.get(j) + down(rows, (i, zero) -> g.get(i, j)));
        });
  }

  /** The sum over rows. */
  private static double down(int rows, Operand.Formula term) {
    return IntStream.range(0, rows).mapToDouble(i -> term.at(i, 0)).sum();
  }

  private static KernelCase rmsNorm(int rows, int n, boolean inPlace) {
    return new KernelCase(
        name("rmsNormRows", rows, n) + (inPlace ? " in place" : ""),
        (kernels, operands) -> {
          Operand x = rows(operands, rows, n);
          Operand gain = operands.numbers(n);
          Operand y = inPlace ? x : operands.blank(rows, n, 0);
          Operand inverse = operands.blank(rows);
          kernels.rmsNormRows(
              rows,
              n,
              EPSILON,
              x.array,
              x.at,
              gain.array,
              gain.at,
              y.array,
              y.at,
              inverse.array,
              inverse.at);
          double[] squares = means(rows, n, (i, j) -> x.get(i, j) * x.get(i, j));
          inverse.holds(1e-6, i -> 1 / Math.sqrt(squares[i] + EPSILON));
          y.holds(1e-5, (i, j) -> x.get(i, j) / Math.sqrt(squares[i] + EPSILON) * gain.get(j));
        });
  }

  private static KernelCase rmsNormBackward(int rows, int n) {
    return new KernelCase(
        name("rmsNormRowsBackward", rows, n),
        (kernels, operands) -> {
          Operand x = operands.numbers(rows, n, 0);
          Operand gain = operands.numbers(n);
          Operand inverse = operands.given(1, rows, 0, i -> 0.5 + operands.rng().nextDouble());
          Operand g = operands.numbers(rows, n, 0);
          Operand dx = operands.numbers(rows, n, 0);
          Operand dGain = operands.numbers(n);
          kernels.rmsNormRowsBackward(
              rows,
              n,
              x.array,
              x.at,
              gain.array,
              gain.at,
              inverse.array,
              inverse.at,
              g.array,
              g.at,
              dx.array,
              dx.at,
              dGain.array,
              dGain.at);
          Operand.Formula h = (i, j) -> x.get(i, j) * inverse.get(i);
          Operand.Formula u = (i, j) -> g.get(i, j) * gain.get(j);
          double[] tilt = means(rows, n, (i, j) -> u.at(i, j) * h.at(i, j));
          dx.holds(
              1e-5, (i, j) -> dx.get(i, j) + inverse.get(i) * (u.at(i, j) - h.at(i, j) * tilt[i]));
          dGain.holds(1e-4, j -> dGain.get(j) + down(rows, (i, zero) -> g.get(i, j) * h.at(i, j)));
        });
  }
}
