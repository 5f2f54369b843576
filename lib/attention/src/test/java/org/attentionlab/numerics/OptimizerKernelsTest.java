package org.attentionlab.numerics;

import java.util.stream.Stream;

class OptimizerKernelsTest extends KernelCases {
  private static final int LARGE = 70_001;

  @Override
  Stream<KernelCase> cases() {
    return sizes(0, LARGE)
        .boxed()
        .flatMap(
            n ->
                Stream.of(
                    adam(n, new AdamStep(0.01, 0.9, 0.999, 1e-8, 0, false, 1)),
                    adam(n, new AdamStep(0.1, 0.8, 0.95, 1e-3, 0.3, false, 7)),
                    adam(n, new AdamStep(0.1, 0.8, 0.95, 1e-3, 0.3, true, 100))));
  }

  private static KernelCase adam(int n, AdamStep step) {
    return new KernelCase(
        "adam " + n + " " + step,
        (kernels, operands) -> {
          Operand x = operands.numbers(n);
          Operand g = operands.numbers(n);
          Operand m = operands.numbers(n);
          Operand v = operands.given(1, n, 0, i -> operands.rng().nextDouble());
          kernels.adam(step, x.array, x.at, g.array, g.at, m.array, m.at, v.array, v.at, n);
          double decay = step.decay();
          Operand.Formula slope = (zero, i) -> g.get(i) + (step.decoupled() ? 0 : decay * x.get(i));
          Operand.Formula mean =
              (zero, i) -> step.beta1() * m.get(i) + (1 - step.beta1()) * slope.at(0, i);
          Operand.Formula square =
              (zero, i) ->
                  step.beta2() * v.get(i) + (1 - step.beta2()) * Math.pow(slope.at(0, i), 2);
          double first = 1 - Math.pow(step.beta1(), step.step());
          double second = 1 - Math.pow(step.beta2(), step.step());
          m.holds(1e-6, mean);
          v.holds(1e-6, square);
          x.holds(
              2e-6,
              i -> {
                double kept = x.get(i) * (step.decoupled() ? 1 - step.rate() * decay : 1);
                double root = Math.sqrt(square.at(0, i) / second);
                return kept - step.rate() * mean.at(0, i) / first / (root + step.epsilon());
              });
        });
  }
}
