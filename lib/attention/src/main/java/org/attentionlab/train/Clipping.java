package org.attentionlab.train;

import java.util.List;
import org.attentionlab.numerics.Numerics;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/**
 * Shortens gradients that are too long, all by the same factor, so that their direction stays.
 *
 * <p>Pascanu, Mikolov and Bengio (2013), "On the difficulty of training Recurrent Neural Networks",
 * section 3.2, algorithm 1.
 */
public final class Clipping {
  private static final double SLACK = 1e-6; // as PyTorch: a norm of zero must not divide by zero

  private Clipping() {}

  /**
   * The length of all gradients taken as one vector.
   *
   * <pre>sqrt(sum of g^2 over all numbers of all parameters)</pre>
   *
   * @param parameters those without a gradient do not count
   * @return the norm
   */
  public static double globalNorm(List<Tensor> parameters) {
    double sum = 0;
    for (Tensor parameter : parameters) {
      if (parameter.hasGrad()) {
        sum += Numerics.get().sumOfSquares(Operation.gradient(parameter), 0, parameter.numel());
      }
    }
    return Math.sqrt(sum);
  }

  /**
   * Shortens the gradients to a norm, where theirs is greater.
   *
   * <pre>g = g min(1, limit / norm)</pre>
   *
   * @param parameters those without a gradient do not count
   * @param limit the greatest norm, above 0
   * @return the norm before
   * @throws IllegalArgumentException if the limit is not above 0
   * @throws ArithmeticException if the norm is NaN or infinite; no gradient is changed then
   */
  public static double clipToGlobalNorm(List<Tensor> parameters, double limit) {
    if (!(limit > 0)) {
      throw new IllegalArgumentException("clip: the limit " + limit + " is not above 0.");
    }
    double norm = globalNorm(parameters);
    if (!Double.isFinite(norm)) {
      throw new ArithmeticException(
          "clip: the norm of the gradients is "
              + norm
              + ".\n  The loss has gone astray before: a smaller rate or a longer warm-up may help.");
    }
    float factor = (float) Math.min(1, limit / (norm + SLACK));
    if (factor < 1) {
      for (Tensor parameter : parameters) {
        if (parameter.hasGrad()) {
          float[] gradient = Operation.gradient(parameter);
          for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
          }
        }
      }
    }
    return norm;
  }
}
