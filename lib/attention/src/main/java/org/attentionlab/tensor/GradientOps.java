package org.attentionlab.tensor;

import java.util.Arrays;

/** Asking for gradients, computing them, reading them; and changing a leaf by them. */
public sealed interface GradientOps permits Tensor {

  /**
   * Says whether gradients are wanted here.
   *
   * @param on whether operations on this tensor are recorded
   * @return this tensor
   * @throws IllegalStateException if this tensor was computed from others that require gradients
   */
  default Tensor requiresGrad(boolean on) {
    Tensor x = (Tensor) this;
    if (x.node() != null) {
      throw new IllegalStateException(
          "requiresGrad: this tensor is the result of "
              + x.op()
              + " and requires a gradient because an input does."
              + "\n  Call it on the inputs, or on detach().");
    }
    x.setRequiresGrad(on);
    return x;
  }

  /**
   * The sum of the gradients of all backward sweeps since {@link #zeroGrad()}.
   *
   * @return a tensor of this shape; zeros where there was none yet
   * @throws IllegalStateException if this is a result of a {@link Workspace} step that a sweep has
   *     passed: its gradient was given back
   */
  default Tensor grad() {
    Tensor x = (Tensor) this;
    if (x.isGradientGone()) {
      throw new IllegalStateException(
          "grad: the gradient of a result, here of "
              + x.op()
              + ", is given back as soon as it was used, inside of a Workspace step."
              + "\n  To look at it, compute outside of a step.");
    }
    float[] values = new float[x.numel()];
    if (x.hasGrad()) {
      System.arraycopy(x.gradient(), 0, values, 0, values.length);
    }
    return new Tensor(x.sizes(), values);
  }

  /** Forgets the gradient. Its array stays, for the next one. */
  default void zeroGrad() {
    ((Tensor) this).forgetGradient();
  }

  /**
   * Differentiates this scalar by everything that it was computed from and that requires a
   * gradient, and adds the gradients there. The graph is freed: a second sweep over it is an error.
   *
   * @throws ShapeException if this tensor has more than one element
   * @throws IllegalStateException if nothing requires a gradient, the graph was freed, or a leaf
   *     was given other numbers since it was used
   */
  default void backward() {
    Tensor x = (Tensor) this;
    if (x.numel() != 1) {
      throw new ShapeException(
          "backward: starts from one number, but the shape is "
              + x.shapeString()
              + ".\n  Reduce it first with sum() or mean(), or give the gradient of the result.");
    }
    Autograd.backward(x, new float[] {1});
  }

  /**
   * Differentiates the sum of this tensor times the given one.
   *
   * @param gradient the gradient of the result, of this shape
   * @throws ShapeException if the shapes differ
   * @throws IllegalStateException if nothing requires a gradient, the graph was freed, or a leaf
   *     was given other numbers since it was used
   */
  default void backward(Tensor gradient) {
    Tensor x = (Tensor) this;
    if (!Arrays.equals(x.sizes(), gradient.sizes())) {
      throw ShapeException.differ("backward", x.sizes(), gradient.sizes());
    }
    Autograd.backward(x, gradient.data());
  }

  /**
   * The same numbers without their history. They stay as they are, whatever becomes of this tensor:
   * where its numbers may change or be taken away, because it is a leaf or belongs to a {@link
   * Workspace} step, they are copied.
   *
   * @return a leaf that requires no gradient and belongs to no step
   */
  default Tensor detach() {
    return ((Tensor) this).detached();
  }

  /**
   * Gives a leaf other numbers. Results computed before keep theirs, but can no longer be
   * differentiated: {@code backward()} over an operation that used the former numbers is an error.
   *
   * @param values as many numbers as there are elements; copied
   * @throws IllegalStateException if this tensor was computed from others that require gradients
   * @throws ShapeException if there are more or fewer numbers
   */
  default void assign(float[] values) {
    Tensor x = (Tensor) this;
    x.requireLeaf("assign");
    if (values.length != x.numel()) {
      throw ShapeException.count("assign", values.length, x.sizes());
    }
    x.change(numbers -> System.arraycopy(values, 0, numbers, 0, numbers.length));
  }
}
