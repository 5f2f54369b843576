package org.attentionlab.nn;

import org.attentionlab.numerics.Nonlinearity;
import org.attentionlab.tensor.Tensor;

/** The function between two linear maps, without which they would be one. */
public enum Activation {
  /** max(x, 0), as in Vaswani et al. (2017); see {@link Tensor#relu()}. */
  RELU(Nonlinearity.RELU),
  /** x times the chance that a normal number is below x, as in BERT; see {@link Tensor#gelu()}. */
  GELU(Nonlinearity.GELU),
  /** GELU approximated with tanh, as in GPT-2; see {@link Tensor#geluTanh()}. */
  GELU_TANH(Nonlinearity.GELU_TANH),
  /** The hyperbolic tangent, from -1 to 1; see {@link Tensor#tanh()}. */
  TANH(Nonlinearity.TANH);

  private final Nonlinearity nonlinearity;

  Activation(Nonlinearity nonlinearity) {
    this.nonlinearity = nonlinearity;
  }

  /**
   * The function of every element.
   *
   * @param x of any shape
   * @return a tensor of that shape
   */
  public Tensor apply(Tensor x) {
    return switch (this) {
      case RELU -> x.relu();
      case GELU -> x.gelu();
      case GELU_TANH -> x.geluTanh();
      case TANH -> x.tanh();
    };
  }

  /** The same function in a kernel. */
  Nonlinearity nonlinearity() {
    return nonlinearity;
  }
}
