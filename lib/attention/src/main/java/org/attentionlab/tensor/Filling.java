package org.attentionlab.tensor;

import java.util.Arrays;

/** Makes tensors from a rule for each place. */
final class Filling {
  /** The number at a place of the array; called once for each, in order. */
  @FunctionalInterface
  interface Rule {
    float at(int place);
  }

  private Filling() {}

  static Tensor with(String op, int[] shape, Rule rule) {
    int[] checked = Shape.checked(op, shape);
    float[] data = new float[Shape.numel(checked)];
    for (int i = 0; i < data.length; i++) {
      data[i] = rule.at(i);
    }
    return new Tensor(checked, data);
  }

  /** The ids stand row by row in an array of their shape; the classes become the last axis. */
  static Tensor oneHot(int[] ids, int classes, int... idShape) {
    int[] shape = Arrays.copyOf(idShape, idShape.length + 1);
    shape[idShape.length] = classes;
    shape = Shape.checked("oneHot", shape);
    float[] data = new float[Shape.numel(shape)];
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < 0 || ids[i] >= classes) {
        throw new IndexOutOfBoundsException(
            "oneHot: id "
                + ids[i]
                + " at "
                + Arrays.toString(Shape.index(i, idShape))
                + " is not one of "
                + classes
                + " classes.");
      }
      data[i * classes + ids[i]] = 1;
    }
    return new Tensor(shape, data);
  }

  static Tensor rows(float[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    int[] shape = Shape.checked("matrix", new int[] {rows.length, columns});
    float[] data = new float[Shape.numel(shape)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new ShapeException(
            "matrix: row " + i + " has " + rows[i].length + " numbers, row 0 has " + columns + ".");
      }
      System.arraycopy(rows[i], 0, data, i * columns, columns);
    }
    return new Tensor(shape, data);
  }
}
