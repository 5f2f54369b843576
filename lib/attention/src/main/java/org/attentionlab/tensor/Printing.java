package org.attentionlab.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text form of a tensor: its shape, then its numbers in aligned rows.
 *
 * <p>Of a long axis only both ends are shown, of many matrices only the first, so the text stays
 * within a screen whatever the shape.
 */
final class Printing {
  private static final int WHOLE = 256;
  private static final int MANY_ROWS = 32;
  private static final int LONG_AXIS = 16;
  private static final int EDGE = 3;
  private static final int GAP = -1;

  private final int[] shape;
  private final float[] data;
  private final StringBuilder out = new StringBuilder();

  private Printing(Tensor tensor) {
    this.shape = tensor.sizes();
    this.data = tensor.data();
  }

  static String print(Tensor tensor) {
    if (!tensor.isUsable()) {
      return "Tensor " + tensor.shapeString() + " of a Workspace step, not to be used here";
    }
    return new Printing(tensor).text();
  }

  private String text() {
    out.append("Tensor ").append(Shape.format(shape));
    if (data.length == 0) {
      return out.append("\n[]").toString();
    }
    List<Float> seen = new ArrayList<>();
    collect(0, 0, seen);
    String format = format(seen);
    int width = seen.stream().mapToInt(x -> number(format, x).length()).max().orElse(0);
    out.append(shape.length == 0 ? " " : "\n");
    print(0, 0, format, width);
    return out.toString();
  }

  private void collect(int axis, int start, List<Float> seen) {
    if (axis == shape.length) {
      seen.add(data[start]);
      return;
    }
    int stride = Shape.product(shape, axis + 1, shape.length);
    for (int index : shown(axis)) {
      if (index != GAP) {
        collect(axis + 1, start + index * stride, seen);
      }
    }
  }

  private void print(int axis, int start, String format, int width) {
    if (axis == shape.length) {
      String number = number(format, data[start]);
      out.append(" ".repeat(width - number.length())).append(number);
      return;
    }
    int stride = Shape.product(shape, axis + 1, shape.length);
    boolean row = axis == shape.length - 1;
    String between = row ? " " : "\n".repeat(shape.length - 1 - axis) + " ".repeat(axis + 1);
    out.append('[');
    boolean first = true;
    for (int index : shown(axis)) {
      if (index == GAP) {
        out.append(between.replaceFirst("\n+", "\n")).append("...");
      } else {
        out.append(first ? "" : between);
        first = false;
        print(axis + 1, start + index * stride, format, width);
      }
    }
    out.append(']');
  }

  /** The indices of an axis that are shown, with a gap among them where some are not. */
  private List<Integer> shown(int axis) {
    boolean many =
        data.length > WHOLE || data.length > MANY_ROWS * Math.max(1, shape[shape.length - 1]);
    int edge = many && axis < shape.length - 2 ? 0 : EDGE;
    boolean all = shape[axis] <= Math.max(1, 2 * edge) || (!many && shape[axis] <= LONG_AXIS);
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < shape[axis]; i++) {
      if (all || i < Math.max(1, edge) || i >= shape[axis] - edge) {
        indices.add(i);
      } else if (indices.get(indices.size() - 1) != GAP) {
        indices.add(GAP);
      }
    }
    return indices;
  }

  private static String format(List<Float> seen) {
    boolean whole = true;
    double greatest = 0;
    for (float value : seen) {
      if (Float.isFinite(value)) {
        whole &= value == Math.rint(value);
        greatest = Math.max(greatest, Math.abs(value));
      }
    }
    if (whole && greatest < 1e7) {
      return "%.0f";
    }
    return greatest >= 1e5 || greatest < 1e-3 ? "%.4e" : "%.4f";
  }

  private static String number(String format, float value) {
    if (Float.isNaN(value)) {
      return "NaN";
    }
    if (Float.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    return String.format(Locale.ROOT, format, value);
  }
}
