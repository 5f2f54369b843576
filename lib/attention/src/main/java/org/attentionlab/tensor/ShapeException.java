package org.attentionlab.tensor;

import java.util.Arrays;

/**
 * Shapes that do not fit an operation. The message names the operation, the shapes that it was
 * given and, where one is likely, the repair. All messages about shapes are worded here.
 */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * An error with a message of its own; use a factory of this class where one fits.
   *
   * @param message operation, shapes, repair
   */
  public ShapeException(String message) {
    super(message);
  }

  /** Two shapes that do not broadcast; names the last axis that differs. */
  static ShapeException broadcast(String op, int[] left, int[] right) {
    return new ShapeException(
        op
            + ": "
            + Shape.format(left)
            + " and "
            + Shape.format(right)
            + " do not broadcast: "
            + clash(left, right, true, 0)
            + ".");
  }

  /** A shape that cannot be expanded to another. */
  static ShapeException expand(String op, int[] from, int[] to) {
    return new ShapeException(
        op
            + ": "
            + Shape.format(from)
            + " does not expand to "
            + Shape.format(to)
            + ": "
            + (from.length > to.length
                ? "it has " + from.length + " axes, the goal " + to.length
                : clash(from, to, false, 0))
            + ".");
  }

  /** Two matrices whose inner sizes differ; suggests a transpose where that would do. */
  static ShapeException matmul(int[] left, int[] right) {
    int columns = left[left.length - 1];
    boolean vector = right.length == 1;
    int rows = vector ? right[0] : right[right.length - 2];
    String message =
        "matmul: "
            + Shape.format(left)
            + " x "
            + Shape.format(right)
            + ": the last axis of the left is "
            + columns
            + ", the "
            + (vector ? "only axis" : "second-last")
            + " of the right is "
            + rows
            + ".";
    if (!vector && right[right.length - 1] == columns) {
      message += didYouMean("right", right);
    } else if (left.length > 1 && left[left.length - 2] == rows) {
      message += didYouMean("left", left);
    }
    return new ShapeException(message);
  }

  /** Two stacks of matrices whose leading axes do not broadcast. */
  static ShapeException batches(int[] left, int[] right, int[] leftBatch, int[] rightBatch) {
    return new ShapeException(
        "matmul: "
            + Shape.format(left)
            + " x "
            + Shape.format(right)
            + ": the batch axes "
            + Shape.format(leftBatch)
            + " and "
            + Shape.format(rightBatch)
            + " do not broadcast: "
            + clash(leftBatch, rightBatch, true, 2)
            + ".");
  }

  /** An axis that the shape does not have. */
  static ShapeException axis(String op, int axis, int[] shape) {
    return new ShapeException(
        op
            + ": there is no axis "
            + axis
            + " in shape "
            + Shape.format(shape)
            + "; "
            + (shape.length == 0
                ? "a scalar has no axes."
                : "axes run from " + -shape.length + " to " + (shape.length - 1) + "."));
  }

  /** A place where the shape cannot get a further axis. */
  static ShapeException newAxis(String op, int axis, int[] shape) {
    return new ShapeException(
        op
            + ": shape "
            + Shape.format(shape)
            + " gets no axis "
            + axis
            + "; a new axis stands from "
            + (-shape.length - 1)
            + " to "
            + shape.length
            + ".");
  }

  /** More elements than there can be. */
  static ShapeException tooLarge(String op, int[] shape) {
    boolean empty = Arrays.stream(shape).anyMatch(size -> size == 0);
    return new ShapeException(
        op
            + ": shape "
            + Shape.format(shape)
            + " has more elements than one Java array can hold"
            + (empty ? ", its empty axes aside." : "."));
  }

  /** A wrong number of indices. */
  static ShapeException indices(String op, int[] index, int[] shape) {
    return new ShapeException(
        op
            + ": "
            + index.length
            + (index.length == 1 ? " index" : " indices")
            + " for shape "
            + Shape.format(shape)
            + ", which has "
            + shape.length
            + (shape.length == 1 ? " axis." : " axes."));
  }

  /** Data whose length is not what the shape asks for. */
  static ShapeException count(String op, int given, int[] shape) {
    return new ShapeException(
        op
            + ": shape "
            + Shape.format(shape)
            + " needs "
            + Shape.numel(shape)
            + (Shape.numel(shape) == 1 ? " value, got " : " values, got ")
            + given
            + ".");
  }

  /** Two shapes that ought to be equal. */
  static ShapeException differ(String op, int[] expected, int[] given) {
    return new ShapeException(
        op + ": expected shape " + Shape.format(expected) + ", got " + Shape.format(given) + ".");
  }

  private static String didYouMean(String side, int[] shape) {
    int[] transposed = shape.clone();
    transposed[shape.length - 2] = shape[shape.length - 1];
    transposed[shape.length - 1] = shape[shape.length - 2];
    return "\n  Did you mean "
        + side
        + ".transpose(-2, -1), with shape "
        + Shape.format(transposed)
        + "?";
  }

  /**
   * The last axis where two sizes differ and the left is not 1, nor, if it may be repeated too, the
   * right; axes after the compared ones are counted as well.
   */
  private static String clash(int[] left, int[] right, boolean rightRepeats, int axesAfter) {
    for (int fromEnd = 1; fromEnd <= Math.min(left.length, right.length); fromEnd++) {
      int a = left[left.length - fromEnd];
      int b = right[right.length - fromEnd];
      if (a != b && a != 1 && !(rightRepeats && b == 1)) {
        return "axis -" + (fromEnd + axesAfter) + " is " + a + " and " + b;
      }
    }
    throw new AssertionError(Shape.format(left) + " and " + Shape.format(right) + " do fit");
  }
}
