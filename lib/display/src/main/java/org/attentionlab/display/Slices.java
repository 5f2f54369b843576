package org.attentionlab.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The matrices that the last two axes of a shape make, each with the indices in front of it. */
final class Slices {
  private static final int MOST = 6;

  private final int[] shape;

  Slices(int[] shape) {
    this.shape = shape;
  }

  /** Rows of one matrix; a vector is one row. */
  int rows() {
    return shape.length < 2 ? 1 : shape[shape.length - 2];
  }

  /** Columns of one matrix. */
  int columns() {
    return shape.length < 1 ? 1 : shape[shape.length - 1];
  }

  int count() {
    return Arrays.stream(shape).limit(Math.max(0, shape.length - 2)).reduce(1, (a, b) -> a * b);
  }

  /** The numbers of the matrices that are shown. */
  List<Integer> shown() {
    List<Integer> shown = new ArrayList<>(Window.of(count(), MOST));
    shown.removeIf(index -> index == Window.GAP);
    return shown;
  }

  /** The place of a matrix, such as {@code [1, 0, :, :]}; empty where there is but one. */
  String place(int number) {
    if (shape.length <= 2) {
      return "";
    }
    int[] index = new int[shape.length - 2];
    int rest = number;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return Arrays.stream(index)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", ", "[", ", :, :]"));
  }

  /** Says how many matrices are not shown; empty where all are. */
  String note() {
    int hidden = count() - shown().size();
    return hidden == 0 ? "" : Style.note("… " + hidden + " more slices of " + count());
  }
}
