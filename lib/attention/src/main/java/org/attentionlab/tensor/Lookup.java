package org.attentionlab.tensor;

import java.util.Arrays;
import org.attentionlab.numerics.Numerics;

/** Rows of a table by their numbers. */
final class Lookup {
  private Lookup() {}

  /** The rows in the order of the ids, whose shape is given; backwards each adds to its row. */
  static Tensor rows(Tensor table, int[] ids, int... idShape) {
    if (table.rank() != 2) {
      throw new ShapeException(
          "lookup: the table is (V, d), one row for each id, got " + table.shapeString() + ".");
    }
    int count = table.size(0);
    int d = table.size(1);
    int[] shape = Arrays.copyOf(idShape, idShape.length + 1);
    shape[idShape.length] = d;
    shape = Shape.checked("lookup", shape);
    float[] rows = table.data();
    float[] y = Operation.take(Shape.numel(shape));
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < 0 || ids[i] >= count) {
        throw outside(table, ids[i], Shape.index(i, idShape));
      }
      System.arraycopy(rows, ids[i] * d, y, i * d, d);
    }
    return Autograd.record(
        "lookup",
        shape,
        y,
        g -> {
          float[] dTable = table.gradient();
          Numerics.get().scatterAddRows(ids, 0, ids.length, d, 1, g, 0, dTable, 0);
        },
        table);
  }

  private static IndexOutOfBoundsException outside(Tensor table, int id, int[] place) {
    return new IndexOutOfBoundsException(
        "lookup: id "
            + id
            + " at "
            + Arrays.toString(place)
            + " lies outside of the table "
            + table.shapeString()
            + (table.size(0) == 0
                ? ", which has no rows."
                : "; ids run from 0 to " + (table.size(0) - 1) + "."));
  }
}
