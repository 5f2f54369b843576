package org.attentionlab.numerics;

/** The function that a fused layer applies to what its product and bias gave. */
public enum Nonlinearity {
  /** <code>y = x</code>. */
  IDENTITY,
  /** <code>y = max(x, 0)</code>. */
  RELU,
  /** <code>y = x Phi(x)</code>. */
  GELU,
  /** GELU by tanh, as {@link FunctionKernels#geluTanh}. */
  GELU_TANH,
  /** <code>y = tanh(x)</code>. */
  TANH,
  /** <code>y = 1 / (1 + exp(-x))</code>. */
  SIGMOID;

  /**
   * Whether the backward looks at x + bias (the GELUs) and so needs the forward's input, not its
   * result alone.
   *
   * @return false where the result is enough and may have been written over the input
   */
  public boolean needsInput() {
    return this == GELU || this == GELU_TANH;
  }
}
