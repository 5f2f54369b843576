package org.attentionlab.tensor;

/** Batches of ids, which have to be rectangular. */
final class Ids {
  private Ids() {}

  /** The common length of the sequences; 0 where there are none. */
  static int length(String op, int[][] ids) {
    int length = ids.length == 0 ? 0 : ids[0].length;
    for (int b = 1; b < ids.length; b++) {
      if (ids[b].length != length) {
        throw new ShapeException(
            op
                + ": sequence "
                + b
                + " has "
                + ids[b].length
                + " ids, sequence 0 has "
                + length
                + ".\n  Pad them to one length first.");
      }
    }
    return length;
  }

  /** All ids, one sequence after the other. */
  static int[] flat(String op, int[][] ids) {
    int length = length(op, ids);
    int[] flat = new int[Shape.numel(Shape.checked(op, new int[] {ids.length, length}))];
    for (int b = 0; b < ids.length; b++) {
      System.arraycopy(ids[b], 0, flat, b * length, length);
    }
    return flat;
  }
}
