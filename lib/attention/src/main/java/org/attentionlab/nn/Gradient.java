package org.attentionlab.nn;

import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/** Where a product puts the gradient of an input, and whether it has to add to what is there. */
final class Gradient {
  private static final float[] NONE = {};

  private final boolean wanted;
  private final boolean add;
  private final float[] numbers;

  /** The gradient of a tensor, if it asks for one; from now on the product's, which writes it. */
  Gradient(Tensor tensor) {
    this.wanted = tensor.requiresGrad();
    this.add = tensor.hasGrad();
    if (!wanted) {
      this.numbers = NONE;
    } else if (add) {
      this.numbers = Operation.gradient(tensor);
    } else {
      this.numbers = Operation.firstGradient(tensor);
    }
  }

  boolean isWanted() {
    return wanted;
  }

  /** All its numbers; without meaning until they are written where beta is 0. */
  float[] numbers() {
    return numbers;
  }

  /** The product's factor of what is there: 1 to add to it, 0 to write over it. */
  float beta() {
    return add ? 1 : 0;
  }
}
