package org.attentionlab.tensor;

import java.util.Arrays;

/**
 * How two shapes are walked side by side, axis by axis from the end; an axis of size 1, or one that
 * is missing, stands still while the other moves on.
 *
 * <p>The walk hands out whole rows. Neighbouring axes that both sides walk in the same manner are
 * joined first, so two equal shapes are a single row.
 */
final class Broadcast {
  /** One row: where it starts in the result and in both inputs, and how far each input steps. */
  @FunctionalInterface
  interface Row {
    void accept(int out, int left, int leftStep, int right, int rightStep, int count);
  }

  private final int[] shape;
  private final int[] sizes;
  private final int[] leftSteps;
  private final int[] rightSteps;

  private Broadcast(int[] shape, int[] left, int[] right) {
    this.shape = shape;
    int rank = shape.length;
    int[] sizes = new int[rank + 1];
    int[] leftSteps = new int[rank + 1];
    int[] rightSteps = new int[rank + 1];
    int groups = 0;
    int leftStride = 1;
    int rightStride = 1;
    for (int fromEnd = 1; fromEnd <= rank; fromEnd++) {
      int size = shape[rank - fromEnd];
      int leftSize = fromEnd <= left.length ? left[left.length - fromEnd] : 1;
      int rightSize = fromEnd <= right.length ? right[right.length - fromEnd] : 1;
      int leftStep = leftSize == 1 ? 0 : leftStride;
      int rightStep = rightSize == 1 ? 0 : rightStride;
      leftStride *= leftSize;
      rightStride *= rightSize;
      if (size == 1) {
        continue;
      }
      boolean joins =
          groups > 0
              && leftStep == leftSteps[groups - 1] * sizes[groups - 1]
              && rightStep == rightSteps[groups - 1] * sizes[groups - 1];
      if (joins) {
        sizes[groups - 1] *= size;
      } else {
        sizes[groups] = size;
        leftSteps[groups] = leftStep;
        rightSteps[groups] = rightStep;
        groups++;
      }
    }
    if (groups == 0) {
      sizes[groups++] = 1;
    }
    this.sizes = Arrays.copyOf(sizes, groups);
    this.leftSteps = Arrays.copyOf(leftSteps, groups);
    this.rightSteps = Arrays.copyOf(rightSteps, groups);
  }

  /** The plan for two inputs of an operation. */
  static Broadcast of(String op, int[] left, int[] right) {
    return new Broadcast(shapeOf(op, left, right), left, right);
  }

  /**
   * The plan that walks {@code from} over the larger shape {@code to}; the right side is unused.
   */
  static Broadcast expanding(String op, int[] from, int[] to) {
    if (!expands(from, to)) {
      throw ShapeException.expand(op, from, to);
    }
    return new Broadcast(to.clone(), from, to);
  }

  /** Whether {@code from} can be walked over {@code to} without changing {@code to}. */
  static boolean expands(int[] from, int[] to) {
    if (from.length > to.length) {
      return false;
    }
    for (int fromEnd = 1; fromEnd <= from.length; fromEnd++) {
      int size = from[from.length - fromEnd];
      if (size != 1 && size != to[to.length - fromEnd]) {
        return false;
      }
    }
    return true;
  }

  /** The common shape of two shapes. */
  static int[] shapeOf(String op, int[] left, int[] right) {
    int rank = Math.max(left.length, right.length);
    int[] shape = new int[rank];
    for (int fromEnd = 1; fromEnd <= rank; fromEnd++) {
      int a = fromEnd <= left.length ? left[left.length - fromEnd] : 1;
      int b = fromEnd <= right.length ? right[right.length - fromEnd] : 1;
      if (a != b && a != 1 && b != 1) {
        throw ShapeException.broadcast(op, left, right);
      }
      shape[rank - fromEnd] = a == 1 ? b : a;
    }
    return Shape.checked(op, shape);
  }

  /** Whether both inputs have the shape of the result, so that one index serves all three. */
  boolean isPlain() {
    return sizes.length == 1 && leftSteps[0] == 1 && rightSteps[0] == 1;
  }

  /** The shape of the result. */
  int[] shape() {
    return shape;
  }

  /** The number of elements of the result. */
  int numel() {
    return Shape.numel(shape);
  }

  /** Visits every row of the result in order. */
  void rows(Row row) {
    int count = sizes[0];
    int total = numel();
    int[] index = new int[sizes.length];
    int left = 0;
    int right = 0;
    for (int out = 0; out < total; out += count) {
      row.accept(out, left, leftSteps[0], right, rightSteps[0], count);
      for (int group = 1; group < sizes.length; group++) {
        left += leftSteps[group];
        right += rightSteps[group];
        if (++index[group] < sizes[group]) {
          break;
        }
        left -= leftSteps[group] * sizes[group];
        right -= rightSteps[group] * sizes[group];
        index[group] = 0;
      }
    }
  }
}
