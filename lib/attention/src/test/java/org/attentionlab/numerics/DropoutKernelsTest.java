package org.attentionlab.numerics;

import java.util.stream.Stream;

/** How many are dropped, and how evenly, is the matter of {@link DropoutTest}. */
class DropoutKernelsTest extends KernelCases {
  private static final int LARGE = 200_001;
  private static final long SEED = 0x1234_5678_9abc_def0L;

  @Override
  Stream<KernelCase> cases() {
    return sizes(0, LARGE)
        .boxed()
        .flatMap(
            n ->
                Stream.of(0f, 0.1f, 0.7f)
                    .flatMap(p -> Stream.of(dropout(n, p), inPlace(n, p), backward(n, p))));
  }

  private static KernelCase dropout(int n, float p) {
    return new KernelCase(
        "dropout " + n + " by " + p,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          Operand y = operands.blank(n);
          kernels.dropout(SEED, 77, p, x.array, x.at, y.array, y.at, n);
          y.holds(1e-6, i -> x.get(i) * factor(77 + i, p));
        });
  }

  private static KernelCase inPlace(int n, float p) {
    return new KernelCase(
        "dropout in place " + n + " by " + p,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          kernels.dropout(SEED, 0, p, x.array, x.at, x.array, x.at, n);
          x.holds(1e-6, i -> x.get(i) * factor(i, p));
        });
  }

  private static KernelCase backward(int n, float p) {
    return new KernelCase(
        "dropoutBackward " + n + " by " + p,
        (kernels, operands) -> {
          Operand g = operands.numbers(n);
          Operand dx = operands.numbers(n);
          kernels.dropoutBackward(SEED, 3, p, g.array, g.at, dx.array, dx.at, n);
          dx.holds(1e-6, i -> dx.get(i) + g.get(i) * factor(3 + i, p));
        });
  }

  private static double factor(int place, float p) {
    boolean stays = Chance.at(SEED, place) >= p * (1 << Chance.BITS);
    return stays ? 1.0 / (1 - p) : 0;
  }
}
