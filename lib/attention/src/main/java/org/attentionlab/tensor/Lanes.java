package org.attentionlab.tensor;

import java.util.Arrays;

/**
 * A shape seen along one axis: many lanes of equal length, each of which steps through the array by
 * the same stride. Reductions and softmax work lane by lane.
 */
final class Lanes {
  /** One lane: its number among the lanes and where it starts in the array. */
  @FunctionalInterface
  interface Lane {
    void accept(int lane, int start);
  }

  private final int[] shape;
  private final int axis;
  private final int stride;
  private final int count;

  private Lanes(int[] shape, int axis) {
    this.shape = shape;
    this.axis = axis;
    this.stride = Shape.product(shape, axis + 1, shape.length);
    this.count = Shape.product(shape, 0, axis) * stride;
  }

  static Lanes of(String op, int[] shape, int axis) {
    return new Lanes(shape, Shape.axis(op, axis, shape));
  }

  /** Axes counted from the front, in order, each once. */
  static int[] resolved(String op, int[] axes, int[] shape) {
    int[] sorted = Arrays.stream(axes).map(axis -> Shape.axis(op, axis, shape)).sorted().toArray();
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        throw new ShapeException(
            op + ": axis " + sorted[i] + " of shape " + Shape.format(shape) + " is given twice.");
      }
    }
    return sorted;
  }

  /** These lanes, once it is known that they hold something. */
  Lanes notEmpty(String op) {
    if (length() == 0) {
      throw new ShapeException(
          op + ": axis " + axis + " of shape " + Shape.format(shape) + " is empty.");
    }
    return this;
  }

  /** How many elements a lane has. */
  int length() {
    return shape[axis];
  }

  /** How far apart neighbours of a lane are in the array. */
  int stride() {
    return stride;
  }

  /** How many lanes there are. */
  int count() {
    return count;
  }

  /** The shape that is left when each lane becomes one number. */
  int[] reduced(boolean keep) {
    return Shape.reduced(shape, axis, keep);
  }

  void forEach(Lane body) {
    for (int lane = 0; lane < count; lane++) {
      body.accept(lane, lane / stride * stride * length() + lane % stride);
    }
  }

  /** For each lane the place of its first maximum, or of its first NaN. */
  int[] firstMaxima(float[] data) {
    int[] where = new int[count];
    forEach(
        (lane, start) -> {
          for (int i = 1; i < length(); i++) {
            float best = data[start + where[lane] * stride];
            float candidate = data[start + i * stride];
            if (candidate > best || (Float.isNaN(candidate) && !Float.isNaN(best))) {
              where[lane] = i;
            }
          }
        });
    return where;
  }
}
