package org.attentionlab.numerics;

import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class SoftmaxKernelsTest extends KernelCases {
  private static final double ERROR = 1e-6;

  /** So many kinds come first that give weights without NaN. */
  private static final int NUMBERS = 5;

  private static final double NOTHING = Double.NEGATIVE_INFINITY;

  /** What rows of scores are made of. */
  private enum Kind {
    ORDINARY,
    LARGE,
    TINY,
    PARTLY_NOTHING,
    NOTHING,
    WITH_NAN,
    WITH_INFINITY;

    double draw(RandomGenerator rng, int column) {
      double z = rng.nextGaussian();
      return switch (this) {
        case ORDINARY -> z;
        case LARGE -> 1e3 * Math.signum(z) + z;
        case TINY -> 1e-40 * z;
        case PARTLY_NOTHING -> z > 0.3 ? Double.NEGATIVE_INFINITY : z;
        case NOTHING -> Double.NEGATIVE_INFINITY;
        case WITH_NAN -> column == 0 ? Double.NaN : z;
        case WITH_INFINITY -> column == 0 ? Double.POSITIVE_INFINITY : z;
      };
    }

    /** A different kind for each row. */
    static Operand scores(Operands operands, int rows, int n, int gap) {
      return operands.given(rows, n, gap, place -> of(place / n).draw(operands.rng(), place % n));
    }

    static Kind of(int row) {
      return values()[row % values().length];
    }
  }

  /** Which scores a row sees. */
  @FunctionalInterface
  private interface Sight {
    boolean sees(int row, int column);
  }

  @Override
  Stream<KernelCase> cases() {
    return shapes().flatMap(size -> of(size[0], size[1]));
  }

  /** Enough rows for each kind, and for a second thread. */
  private static Stream<int[]> shapes() {
    return Stream.concat(
        IntStream.of(SIZES).mapToObj(n -> new int[] {8, n}),
        Stream.of(new int[] {0, 3}, new int[] {MANY, WIDE}));
  }

  private static Stream<KernelCase> of(int rows, int n) {
    return Stream.of(
        plain(rows, n, 0),
        plain(rows, n, 3),
        inPlace(rows, n),
        masked(rows, n, false),
        masked(rows, n, true),
        causal(rows, n, 0),
        causal(rows, n, n / 2),
        within(rows, n),
        backward(rows, n),
        logSumExp(rows, n),
        logSoftmax(rows, n),
        logSoftmaxBackward(rows, n),
        crossEntropy(rows, n, 0),
        crossEntropy(rows, n, 0.1f),
        crossEntropyBackward(rows, n, 0),
        crossEntropyBackward(rows, n, 0.3f));
  }

  private static String name(String kernel, int rows, int n) {
    return kernel + " (" + rows + ", " + n + ")";
  }

  /** The logarithm of the sum of exponentials of what a row sees. */
  private static double logSum(int n, IntToDoubleFunction seen) {
    double max = NOTHING;
    for (int j = 0; j < n; j++) {
      max = Math.max(max, seen.applyAsDouble(j));
    }
    if (max == NOTHING) {
      return max;
    }
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += Math.exp(seen.applyAsDouble(j) - max);
    }
    return max + Math.log(sum);
  }

  private static double[] logSums(int rows, int n, Operand.Formula seen) {
    return IntStream.range(0, rows).mapToDouble(i -> logSum(n, j -> seen.at(i, j))).toArray();
  }

  /** Says that y is the softmax of what each row sees of x. */
  private static void judge(Operand y, int rows, int n, float scale, Operand x, Sight sight) {
    // The scaled scores are floats: that of a thousand is rounded by 6e-5.
    Operand.Formula seen = (i, j) -> sight.sees(i, j) ? (float) (scale * x.get(i, j)) : NOTHING;
    double[] logSums = logSums(rows, n, seen);
    y.holds(ERROR, (i, j) -> logSums[i] == NOTHING ? 0 : Math.exp(seen.at(i, j) - logSums[i]));
  }

  private static KernelCase plain(int rows, int n, int gap) {
    return new KernelCase(
        name("softmaxRows", rows, n) + " and gaps of " + gap,
        (kernels, operands) -> {
          Operand x = Kind.scores(operands, rows, n, gap);
          Operand y = operands.blank(rows, n, 2 * gap);
          kernels.softmaxRows(rows, n, 0.7f, x.array, x.at, x.ld, y.array, y.at, y.ld);
          judge(y, rows, n, 0.7f, x, (i, j) -> true);
        });
  }

  private static KernelCase inPlace(int rows, int n) {
    return new KernelCase(
        name("softmaxRows in place", rows, n),
        (kernels, operands) -> {
          Operand x = Kind.scores(operands, rows, n, 1);
          kernels.softmaxRows(rows, n, 1, x.array, x.at, x.ld, x.array, x.at, x.ld);
          judge(x, rows, n, 1, x, (i, j) -> true);
        });
  }

  /** Whether one mask serves all rows or each has its own; some see nothing. */
  private static KernelCase masked(int rows, int n, boolean shared) {
    return new KernelCase(
        name("softmaxRowsMasked", rows, n) + (shared ? " by one mask" : ""),
        (kernels, operands) -> {
          int step = shared ? 0 : n + 1;
          boolean[] mask = new boolean[5 + rows * (n + 1)];
          for (int i = 0; i < mask.length; i++) {
            mask[i] = operands.rng().nextInt(3) > 0;
          }
          Sight sight = (i, j) -> mask[5 + i * step + j];
          Operand x = hiddenIsNaN(operands, rows, n, Kind.values().length, sight);
          Operand y = operands.blank(rows, n, 1);
          kernels.softmaxRowsMasked(
              rows, n, 0.5f, mask, 5, step, x.array, x.at, x.ld, y.array, y.at, y.ld);
          judge(y, rows, n, 0.5f, x, sight);
        });
  }

  private static KernelCase causal(int rows, int n, int shift) {
    return new KernelCase(
        name("softmaxRowsCausal", rows, n) + " after " + shift,
        (kernels, operands) -> {
          int queries = rows == 0 ? 1 : rows / 2;
          Sight sight = (i, j) -> j <= i % queries + shift;
          Operand x = hiddenIsNaN(operands, rows, n, NUMBERS, sight);
          Operand y = operands.blank(rows, n, 4);
          kernels.softmaxRowsCausal(
              rows, n, queries, shift, 2, x.array, x.at, x.ld, y.array, y.at, y.ld);
          judge(y, rows, n, 2, x, sight);
        });
  }

  private static KernelCase within(int rows, int n) {
    return new KernelCase(
        name("softmaxRowsWithin", rows, n),
        (kernels, operands) -> {
          int[] lengths = new int[3 + rows];
          for (int i = 0; i < lengths.length; i++) {
            lengths[i] = i == 4 ? 0 : operands.rng().nextInt(n + 1);
          }
          Sight sight = (i, j) -> j < lengths[3 + i / 2];
          Operand x = hiddenIsNaN(operands, rows, n, NUMBERS, sight);
          Operand y = operands.blank(rows, n, 4);
          kernels.softmaxRowsWithin(
              rows, n, lengths, 3, 2, 1.5f, x.array, x.at, x.ld, y.array, y.at, y.ld);
          judge(y, rows, n, 1.5f, x, sight);
        });
  }

  /** Scores that spoil the result where they are looked at and should not be. */
  private static Operand hiddenIsNaN(Operands operands, int rows, int n, int kinds, Sight sight) {
    return operands.given(
        rows,
        n,
        1,
        place ->
            sight.sees(place / n, place % n)
                ? Kind.of(place / n % kinds).draw(operands.rng(), place % n)
                : Double.NaN);
  }

  private static KernelCase backward(int rows, int n) {
    return new KernelCase(
        name("softmaxRowsBackward", rows, n),
        (kernels, operands) -> {
          Operand y =
              operands.given(rows, n, 1, i -> Math.max(0, operands.rng().nextDouble() - 0.2) / n);
          Operand g = operands.numbers(rows, n, 2);
          Operand dx = operands.numbers(rows, n, 3);
          kernels.softmaxRowsBackward(
              rows, n, 0.4f, y.array, y.at, y.ld, g.array, g.at, g.ld, dx.array, dx.at, dx.ld);
          double[] dots =
              IntStream.range(0, rows)
                  .mapToDouble(
                      i -> IntStream.range(0, n).mapToDouble(j -> g.get(i, j) * y.get(i, j)).sum())
                  .toArray();
          dx.holds(ERROR, (i, j) -> dx.get(i, j) + 0.4f * y.get(i, j) * (g.get(i, j) - dots[i]));
        });
  }

  private static KernelCase logSumExp(int rows, int n) {
    return new KernelCase(
        name("logSumExpRows", rows, n),
        (kernels, operands) -> {
          Operand x = Kind.scores(operands, rows, n, 2);
          Operand out = operands.blank(rows);
          kernels.logSumExpRows(rows, n, x.array, x.at, x.ld, out.array, out.at);
          double[] logSums = logSums(rows, n, x::get);
          out.holds(ERROR, i -> unlessInfinite(logSums[i]));
        });
  }

  /** Infinity minus itself is nothing that a sum could begin with. */
  private static double unlessInfinite(double logSum) {
    return logSum == Double.POSITIVE_INFINITY ? Double.NaN : logSum;
  }

  private static KernelCase logSoftmax(int rows, int n) {
    return new KernelCase(
        name("logSoftmaxRows", rows, n),
        (kernels, operands) -> {
          Operand x = Kind.scores(operands, rows, n, 2);
          Operand y = operands.blank(rows, n, 3);
          kernels.logSoftmaxRows(rows, n, x.array, x.at, x.ld, y.array, y.at, y.ld);
          double[] logSums = logSums(rows, n, x::get);
          // A difference of logits is as exact as they are.
          y.holds(
              ERROR,
              (i, j) -> size(x.get(i, j)),
              (i, j) -> logSums[i] == NOTHING ? NOTHING : x.get(i, j) - logSums[i]);
        });
  }

  private static KernelCase logSoftmaxBackward(int rows, int n) {
    return new KernelCase(
        name("logSoftmaxRowsBackward", rows, n),
        (kernels, operands) -> {
          Operand y =
              operands.given(
                  rows,
                  n,
                  1,
                  place ->
                      place / n % 4 == 3
                          ? NOTHING
                          : -Math.log(n) - Math.abs(3 * operands.rng().nextGaussian()));
          Operand g = operands.numbers(rows, n, 2);
          Operand dx = operands.numbers(rows, n, 0);
          kernels.logSoftmaxRowsBackward(
              rows, n, y.array, y.at, y.ld, g.array, g.at, g.ld, dx.array, dx.at, dx.ld);
          double[] sums =
              IntStream.range(0, rows)
                  .mapToDouble(i -> IntStream.range(0, n).mapToDouble(j -> g.get(i, j)).sum())
                  .toArray();
          dx.holds(
              2e-6,
              (i, j) ->
                  i % 4 == 3
                      ? dx.get(i, j)
                      : dx.get(i, j) + g.get(i, j) - Math.exp(y.get(i, j)) * sums[i]);
        });
  }

  private static double size(double logit) {
    return Double.isInfinite(logit) ? 1 : Math.max(1, Math.abs(logit));
  }

  /** Every third row does not count. */
  private static int[] targets(Operands operands, int rows, int n) {
    int[] targets = new int[2 + rows];
    for (int i = 0; i < rows; i++) {
      targets[2 + i] = i % 3 == 2 ? -1 - i : operands.rng().nextInt(n);
    }
    return targets;
  }

  /** Logits of each kind that is a number. */
  private static Operand logits(Operands operands, int rows, int n) {
    return operands.given(
        rows,
        n,
        0,
        place -> (place / n % 2 == 0 ? Kind.ORDINARY : Kind.LARGE).draw(operands.rng(), place % n));
  }

  private static KernelCase crossEntropy(int rows, int n, float smoothing) {
    return new KernelCase(
        name("crossEntropyRows", rows, n) + " smoothed by " + smoothing,
        (kernels, operands) -> {
          Operand x = logits(operands, rows, n);
          int[] targets = targets(operands, rows, n);
          Operand losses = operands.blank(rows);
          Operand logSum = operands.blank(rows);
          kernels.crossEntropyRows(
              rows,
              n,
              smoothing,
              x.array,
              x.at,
              targets,
              2,
              losses.array,
              losses.at,
              logSum.array,
              logSum.at);
          double[] logSums = logSums(rows, n, x::get);
          logSum.holds(ERROR, i -> logSums[i]);
          losses.holds(
              ERROR,
              (zero, i) -> n == 0 ? 1 : 2 * size(x.get(i, 0)),
              (zero, i) -> {
                int target = targets[2 + i];
                double mean = IntStream.range(0, n).mapToDouble(j -> x.get(i, j)).sum() / n;
                return target < 0
                    ? 0
                    : logSums[i] - (1 - smoothing) * x.get(i, target) - smoothing * mean;
              });
        });
  }

  private static KernelCase crossEntropyBackward(int rows, int n, float smoothing) {
    return new KernelCase(
        name("crossEntropyRowsBackward", rows, n) + " smoothed by " + smoothing,
        (kernels, operands) -> {
          Operand x = logits(operands, rows, n);
          double[] logSums = logSums(rows, n, x::get);
          Operand logSum = operands.given(1, rows, 0, i -> logSums[i]);
          int[] targets = targets(operands, rows, n);
          Operand dx = operands.numbers(rows, n, 0);
          kernels.crossEntropyRowsBackward(
              rows,
              n,
              smoothing,
              0.6f,
              x.array,
              x.at,
              targets,
              2,
              logSum.array,
              logSum.at,
              dx.array,
              dx.at);
          dx.holds(
              2e-6,
              (i, j) -> {
                int target = targets[2 + i];
                double p = Math.exp(x.get(i, j) - logSum.get(i));
                double wanted = (j == target ? 1 - smoothing : 0) + smoothing / n;
                return dx.get(i, j) + (target < 0 ? 0 : 0.6f * (p - wanted));
              });
        });
  }
}
