package org.attentionlab.grading.expect;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.attentionlab.tensor.Tensor;

/**
 * Numbers with a shape, in double precision.
 *
 * <p>What an oracle computes and what an answer gave are compared as grids. It has no operations:
 * an oracle writes its own loops and shares no code with what it judges.
 */
public final class Grid {

  private final int[] shape;
  private final double[] values;

  private Grid(int[] shape, double[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * A grid of the given shape, row by row.
   *
   * @throws IllegalArgumentException when the number of values is not the shape's
   */
  public static Grid of(int[] shape, double[] values) {
    int count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (count != values.length) {
      throw new IllegalArgumentException(
          "grid: shape " + shapeText(shape) + " holds " + count + " numbers, got " + values.length);
    }
    return new Grid(shape.clone(), values.clone());
  }

  /**
   * The numbers of a tensor, a number, a list or an array; lists and arrays may be nested.
   *
   * @throws IllegalArgumentException when the value is none of them, or its rows differ in length
   */
  public static Grid of(Object value) {
    if (value instanceof Grid grid) {
      return grid;
    }
    if (value instanceof Tensor tensor) {
      float[] data = tensor.toArray();
      double[] values = new double[data.length];
      for (int i = 0; i < data.length; i++) {
        values[i] = data[i];
      }
      return new Grid(tensor.shape().clone(), values);
    }
    if (value instanceof Number number) {
      return new Grid(new int[0], new double[] {number.doubleValue()});
    }
    if (value instanceof Boolean flag) {
      return new Grid(new int[0], new double[] {flag ? 1 : 0});
    }
    return stack(elements(value));
  }

  private static List<Object> elements(Object value) {
    List<Object> elements = new ArrayList<>();
    if (value instanceof List<?> list) {
      elements.addAll(list);
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(Array.get(value, i));
      }
    } else {
      throw new IllegalArgumentException(
          "grid: "
              + (value == null ? "null" : "a " + value.getClass().getSimpleName())
              + " is neither a tensor nor a number, a list or an array of numbers");
    }
    return elements;
  }

  private static Grid stack(List<Object> elements) {
    if (elements.isEmpty()) {
      return new Grid(new int[] {0}, new double[0]);
    }
    List<Grid> rows = elements.stream().map(Grid::of).toList();
    int[] inner = rows.get(0).shape;
    for (Grid row : rows) {
      if (!Arrays.equals(row.shape, inner)) {
        throw new IllegalArgumentException(
            "grid: its rows differ: " + shapeText(inner) + " and " + shapeText(row.shape));
      }
    }
    int[] shape = new int[inner.length + 1];
    shape[0] = rows.size();
    System.arraycopy(inner, 0, shape, 1, inner.length);
    double[] values = rows.stream().flatMapToDouble(row -> Arrays.stream(row.values)).toArray();
    return new Grid(shape, values);
  }

  /** A copy of the shape. */
  public int[] shape() {
    return shape.clone();
  }

  /** A copy of the numbers, row by row. */
  public double[] values() {
    return values.clone();
  }

  /** The shape as the course writes it: {@code (1, 3, 4)}. */
  public String shapeText() {
    return shapeText(shape);
  }

  boolean sameShape(Grid other) {
    return Arrays.equals(shape, other.shape);
  }

  int size() {
    return values.length;
  }

  double value(int offset) {
    return values[offset];
  }

  /** Length of the last axis, 1 for a single number. */
  int rowLength() {
    return shape.length == 0 ? 1 : shape[shape.length - 1];
  }

  /**
   * Whether all numbers agree within a tolerance that is absolute below 1 and relative above; NaN
   * equals NaN, so that a wrong result that holds NaN can be recognised; infinity equals itself.
   */
  boolean closeTo(Grid other, double tolerance) {
    return sameShape(other) && firstDifference(other, tolerance) < 0;
  }

  /** Offset of the first number that disagrees, -1 when none does. */
  int firstDifference(Grid other, double tolerance) {
    for (int i = 0; i < values.length; i++) {
      if (!close(values[i], other.values[i], tolerance)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean close(double left, double right, double tolerance) {
    if (Double.compare(left, right) == 0 || left == right) {
      return true;
    }
    if (Double.isInfinite(right)) {
      return false; // no multiple of infinity is a tolerance
    }
    return Math.abs(left - right) <= tolerance * Math.max(1, Math.abs(right));
  }

  boolean hasNaN() {
    return Arrays.stream(values).anyMatch(Double::isNaN);
  }

  static String shapeText(int[] shape) {
    return Arrays.stream(shape)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  @Override
  public String toString() {
    return shapeText(shape) + " " + Arrays.toString(values);
  }
}
