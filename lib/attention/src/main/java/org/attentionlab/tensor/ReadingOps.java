package org.attentionlab.tensor;

import java.util.Arrays;

/** Ways to look at a tensor from Java: sizes, single numbers, comparisons. No gradient passes. */
public sealed interface ReadingOps permits Tensor {

  /**
   * The shape as text, such as {@code (2, 5, 8)}.
   *
   * @return the text
   */
  default String shapeString() {
    return Shape.format(((Tensor) this).sizes());
  }

  /**
   * The size of one axis.
   *
   * @param axis negative counts from the end
   * @return its size
   * @throws ShapeException if there is no such axis
   */
  default int size(int axis) {
    int[] shape = ((Tensor) this).sizes();
    return shape[Shape.axis("size", axis, shape)];
  }

  /**
   * The number of axes, 0 for a scalar.
   *
   * @return the number of axes
   */
  default int rank() {
    return ((Tensor) this).sizes().length;
  }

  /**
   * The number of elements.
   *
   * @return the product of the sizes
   */
  default int numel() {
    return Shape.numel(((Tensor) this).sizes());
  }

  /**
   * One number.
   *
   * @param index one index for each axis, from 0
   * @return the number there
   * @throws ShapeException if there are not as many indices as axes
   * @throws IndexOutOfBoundsException if an index lies outside
   */
  default float at(int... index) {
    int[] shape = ((Tensor) this).sizes();
    if (index.length != shape.length) {
      throw ShapeException.indices("at", index, shape);
    }
    return ((Tensor) this).data()[Shape.offset("at", index, shape)];
  }

  /**
   * The only number of a tensor with one element.
   *
   * @return the number
   * @throws ShapeException if there are more or none
   */
  default float item() {
    float[] data = ((Tensor) this).data();
    if (data.length != 1) {
      throw new ShapeException(
          "item: shape " + shapeString() + " has " + data.length + " elements, not one.");
    }
    return data[0];
  }

  /**
   * Whether another tensor has the same shape and everywhere nearly the same number.
   *
   * @param other the tensor to compare with
   * @param tolerance how far two numbers may be apart; two infinities of one sign are equal, NaN is
   *     equal to nothing
   * @return whether they agree
   * @throws IllegalArgumentException if the tolerance is negative or NaN
   */
  default boolean allClose(Tensor other, double tolerance) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException(
          "allClose: the tolerance is not negative, but is " + tolerance + ".");
    }
    Tensor self = (Tensor) this;
    float[] a = self.data();
    float[] b = other.data();
    if (!Arrays.equals(self.sizes(), other.sizes())) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      boolean close = a[i] == b[i] || Math.abs((double) a[i] - b[i]) <= tolerance;
      if (!close) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where the first maximum stands along an axis; the first NaN where there is one.
   *
   * @param axis the axis; negative counts from the end
   * @return an index into the axis for each of the other positions, row by row
   * @throws ShapeException if there is no such axis, or it is empty
   */
  default int[] argmax(int axis) {
    Tensor x = (Tensor) this;
    return Lanes.of("argmax", x.sizes(), axis).notEmpty("argmax").firstMaxima(x.data());
  }
}
