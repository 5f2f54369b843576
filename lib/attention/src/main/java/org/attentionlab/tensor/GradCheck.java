package org.attentionlab.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/**
 * Compares the gradients of a computation with central differences.
 *
 * <pre>
 * L = sum(c f(x)),   dL/dx_i = (L(x + h e_i) - L(x - h e_i)) / 2h   up to O(h^2)
 * </pre>
 *
 * <p>The result f is weighted with fixed random numbers c, so that errors that cancel in a plain
 * sum are seen, and L is summed in double. The two sides of a point err in opposite ways, which is
 * why the difference is central: a forward difference errs in O(h).
 *
 * <pre>
 * var report = GradCheck.run(x -&gt; x[0].matmul(x[1]).tanh(), a, b);
 * report.passes(1e-3)     // whether all gradients agree
 * </pre>
 */
public final class GradCheck {
  private static final float STEP = 1f / 128;

  private GradCheck() {}

  /**
   * What a check found: the element where backward and difference disagree most.
   *
   * @param input which of the inputs it belongs to, from 0
   * @param index its index there
   * @param backward the gradient that backward gave
   * @param difference the gradient by central differences
   * @param error their distance, divided by the larger of their sizes where that is above 1
   */
  public record Report(
      int input, List<Integer> index, double backward, double difference, double error) {
    /** Copies the index. */
    public Report {
      index = List.copyOf(index);
    }

    /**
     * Whether all gradients agree.
     *
     * @param tolerance the largest error allowed; 1e-3 suits float32
     * @return whether the worst error is at most that; never if it is NaN
     */
    public boolean passes(double tolerance) {
      return error <= tolerance;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "worst element: input %d at %s: backward %.6g, central difference %.6g, error %.2g",
          input,
          index,
          backward,
          difference,
          error);
    }
  }

  /**
   * Checks the gradients of a computation by all of its inputs.
   *
   * @param computation from the inputs to a result of any shape; must give the same result for the
   *     same inputs, and be smooth near them
   * @param inputs where to check; at least one element in all; not changed
   * @return the worst element
   * @throws IllegalArgumentException if the inputs have no elements
   * @throws IllegalStateException if the result does not depend on them
   */
  public static Report run(Function<Tensor[], Tensor> computation, Tensor... inputs) {
    if (Arrays.stream(inputs).allMatch(input -> input.numel() == 0)) {
      throw new IllegalArgumentException("GradCheck: the inputs have no elements to check.");
    }
    Tensor[] leaves = new Tensor[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      leaves[i] = inputs[i].detach().requiresGrad(true);
    }
    Tensor result = computation.apply(leaves);
    Tensor weights = Tensor.randn(new Random(1), result.shape());
    result.backward(weights);
    Report worst = new Report(-1, List.of(), 0, 0, -1);
    for (int input = 0; input < inputs.length; input++) {
      float[] backward = leaves[input].grad().data();
      for (int i = 0; i < backward.length; i++) {
        double difference = difference(computation, inputs, input, i, weights.data());
        double size = Math.max(1, Math.max(Math.abs(backward[i]), Math.abs(difference)));
        double error = Math.abs(backward[i] - difference) / size;
        // Written so that a NaN counts as worst and stays.
        if (!(error <= worst.error()) && !Double.isNaN(worst.error())) {
          List<Integer> index =
              Arrays.stream(Shape.index(i, inputs[input].sizes())).boxed().toList();
          worst = new Report(input, index, backward[i], difference, error);
        }
      }
    }
    return worst;
  }

  private static double difference(
      Function<Tensor[], Tensor> computation, Tensor[] inputs, int input, int i, float[] weights) {
    float[] up = inputs[input].toArray();
    float[] down = up.clone();
    up[i] += STEP;
    down[i] -= STEP;
    float[] above = evaluate(computation, inputs, input, up);
    float[] below = evaluate(computation, inputs, input, down);
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * ((double) above[j] - below[j]);
    }
    return sum / ((double) up[i] - down[i]);
  }

  @SuppressWarnings("try")
  private static float[] evaluate(
      Function<Tensor[], Tensor> computation, Tensor[] inputs, int input, float[] values) {
    Tensor[] moved = new Tensor[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      moved[i] = i == input ? Tensor.of(values, inputs[i].sizes()) : inputs[i].detach();
    }
    try (var off = Autograd.noGrad()) {
      return computation.apply(moved).data();
    }
  }
}
