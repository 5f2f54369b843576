package org.attentionlab.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Arithmetic on shapes: counting elements, resolving axes, printing. */
final class Shape {
  private Shape() {}

  /** The shape, copied, once it is known to be possible. */
  static int[] checked(String op, int[] shape) {
    for (int size : shape) {
      if (size < 0) {
        throw new ShapeException(op + ": shape " + format(shape) + " has a negative size.");
      }
    }
    numel(op, shape);
    return shape.clone();
  }

  /** The number of elements: the product of the sizes, 1 for a scalar. */
  static int numel(int[] shape) {
    return numel("shape", shape);
  }

  static int numel(String op, int[] shape) {
    long product = 1;
    boolean empty = false;
    for (int size : shape) {
      empty |= size == 0;
      product *= Math.max(size, 1); // so that beside an empty axis no product overflows either
      if (product > Integer.MAX_VALUE - 8) {
        throw ShapeException.tooLarge(op, shape);
      }
    }
    return empty ? 0 : (int) product;
  }

  /** Product of the sizes of the axes from (included) to (excluded). */
  static int product(int[] shape, int from, int to) {
    int product = 1;
    for (int axis = from; axis < to; axis++) {
      product *= shape[axis];
    }
    return product;
  }

  /** Resolves an axis that may count from the end. */
  static int axis(String op, int axis, int[] shape) {
    int resolved = axis < 0 ? axis + shape.length : axis;
    if (resolved < 0 || resolved >= shape.length) {
      throw ShapeException.axis(op, axis, shape);
    }
    return resolved;
  }

  /** Resolves the place of an axis that is yet to be added; it may count from the end. */
  static int newAxis(String op, int axis, int[] shape) {
    int resolved = axis < 0 ? axis + shape.length + 1 : axis;
    if (resolved < 0 || resolved > shape.length) {
      throw ShapeException.newAxis(op, axis, shape);
    }
    return resolved;
  }

  /** The shape without one axis, or with size 1 in its place. */
  static int[] reduced(int[] shape, int axis, boolean keep) {
    int[] result;
    if (keep) {
      result = shape.clone();
      result[axis] = 1;
    } else {
      result = new int[shape.length - 1];
      System.arraycopy(shape, 0, result, 0, axis);
      System.arraycopy(shape, axis + 1, result, axis, shape.length - axis - 1);
    }
    return result;
  }

  /** The shape with another size at one axis. */
  static int[] with(int[] shape, int axis, int size) {
    int[] result = shape.clone();
    result[axis] = size;
    return result;
  }

  /** Where an element, or a block of trailing axes, starts in the array. */
  static int offset(String op, int[] index, int[] shape) {
    int offset = 0;
    for (int axis = 0; axis < index.length; axis++) {
      if (index[axis] < 0 || index[axis] >= shape[axis]) {
        throw new IndexOutOfBoundsException(
            op
                + ": index "
                + index[axis]
                + " of axis "
                + axis
                + " lies outside of shape "
                + format(shape)
                + ".");
      }
      offset = offset * shape[axis] + index[axis];
    }
    return offset * product(shape, index.length, shape.length);
  }

  /** The index of the element at a place of the array. */
  static int[] index(int place, int[] shape) {
    int[] index = new int[shape.length];
    int rest = place;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return index;
  }

  /** The text form: {@code (2, 5, 8)}, {@code (3)}, {@code ()}. */
  static String format(int[] shape) {
    return Arrays.stream(shape)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
