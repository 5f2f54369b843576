package org.attentionlab.tensor;

import java.util.random.RandomGenerator;
import org.attentionlab.numerics.Numerics;

/**
 * What stands between the linear maps of a network: activations and dropout, element by element.
 * All results have the shape of x; g is the gradient of the result y.
 */
public sealed interface ActivationOps permits Tensor {

  /**
   * The hyperbolic tangent, from -1 to 1.
   *
   * <pre>y = tanh(x),   dx = g (1 - y^2)</pre>
   *
   * @return a tensor of this shape
   */
  default Tensor tanh() {
    Numerics kernels = Numerics.get();
    return Elementwise.fromResult("tanh", (Tensor) this, kernels::tanh, kernels::tanhBackward);
  }

  /**
   * The logistic function, from 0 to 1.
   *
   * <pre>y = 1 / (1 + exp(-x)),   dx = g y (1 - y)</pre>
   *
   * @return a tensor of this shape
   */
  default Tensor sigmoid() {
    Numerics kernels = Numerics.get();
    return Elementwise.fromResult(
        "sigmoid", (Tensor) this, kernels::sigmoid, kernels::sigmoidBackward);
  }

  /**
   * The rectifier: x where positive, else zero. Its slope at zero is taken as zero; NaN stays NaN.
   *
   * <pre>y = max(x, 0),   dx = g where x &gt; 0, else 0</pre>
   *
   * @return a tensor of this shape
   */
  default Tensor relu() {
    Numerics kernels = Numerics.get();
    return Elementwise.fromResult("relu", (Tensor) this, kernels::relu, kernels::reluBackward);
  }

  /**
   * The Gaussian error linear unit: x times the chance that a standard normal number is below x.
   *
   * <pre>
   * y = x P(x),   P(x) = (1 + erf(x / sqrt(2))) / 2
   * dx = g (P(x) + x p(x)),   p(x) = exp(-x^2 / 2) / sqrt(2 pi)
   * </pre>
   *
   * <p>Hendrycks and Gimpel (2016), "Gaussian Error Linear Units", section 2; the activation of
   * BERT.
   *
   * @return a tensor of this shape
   */
  default Tensor gelu() {
    Numerics kernels = Numerics.get();
    return Elementwise.fromInput("gelu", (Tensor) this, kernels::gelu, kernels::geluBackward);
  }

  /**
   * The Gaussian error linear unit, approximated with tanh as in GPT-2. For the exact form see
   * {@link #gelu()}; the two differ by less than 0.0005.
   *
   * <pre>
   * y = x (1 + t) / 2,   t = tanh(u),   u = sqrt(2 / pi) (x + 0.044715 x^3)
   * dx = g ((1 + t) / 2 + x (1 - t^2) u' / 2)
   * </pre>
   *
   * <p>Hendrycks and Gimpel (2016), "Gaussian Error Linear Units", section 2.
   *
   * @return a tensor of this shape
   */
  default Tensor geluTanh() {
    Numerics kernels = Numerics.get();
    return Elementwise.fromInput(
        "geluTanh", (Tensor) this, kernels::geluTanh, kernels::geluTanhBackward);
  }

  /**
   * Sets each number to zero with probability p and divides the others by 1 - p, so that the mean
   * stays what it was.
   *
   * <pre>y = x m / (1 - p),   dx = g m / (1 - p),   m 0 with probability p, else 1</pre>
   *
   * <p>Srivastava et al. (2014), "Dropout: A Simple Way to Prevent Neural Networks from
   * Overfitting", section 10. For training alone: a layer leaves it out when it is used.
   *
   * @param rng where one seed for this call comes from, unless p is 0
   * @param p the chance of zero, from 0 to below 1; with 0 the result is this tensor
   * @return a tensor of this shape
   * @throws IllegalArgumentException if p lies outside of [0, 1)
   */
  default Tensor dropout(RandomGenerator rng, double p) {
    Tensor x = (Tensor) this;
    if (!(p >= 0 && (float) p < 1)) {
      throw new IllegalArgumentException(
          "dropout: p is the chance of zero and lies in [0, 1), but is " + p + ".");
    }
    if (p == 0) {
      return x;
    }
    Numerics kernels = Numerics.get();
    long seed = rng.nextLong();
    float chance = (float) p;
    float[] y = Operation.take(x.numel());
    kernels.dropout(seed, 0, chance, x.data(), 0, y, 0, y.length);
    return Autograd.record(
        "dropout",
        x.sizes(),
        y,
        g -> kernels.dropoutBackward(seed, 0, chance, g, 0, x.gradient(), 0, g.length),
        x);
  }
}
