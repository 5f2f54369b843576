package org.attentionlab.transformer;

import org.attentionlab.attention.Mask;
import org.attentionlab.tensor.ShapeException;

/** Checks batches of ids, and makes their padding masks. */
final class Ids {
  private Ids() {}

  /** T, the length that all sequences are filled up to. */
  static int length(String model, int[][] ids) {
    if (ids.length == 0 || ids[0].length == 0) {
      throw new ShapeException(
          model + ": the ids are (B, T) with B and T at least 1, got an empty batch.");
    }
    for (int b = 1; b < ids.length; b++) {
      if (ids[b].length != ids[0].length) {
        throw new ShapeException(
            model
                + ": sequence "
                + b
                + " has "
                + ids[b].length
                + " ids, sequence 0 has "
                + ids[0].length
                + ".\n  Fill the shorter ones up at their end, and give the lengths.");
      }
    }
    return ids[0].length;
  }

  /** Hides what fills up (B, 1, T); {@link Mask#none()} where nothing does. */
  static Mask padding(String model, int[][] ids, int[] lengths) {
    int length = length(model, ids);
    if (lengths.length != ids.length) {
      throw new ShapeException(
          model + ": " + ids.length + " sequences have " + lengths.length + " lengths.");
    }
    for (int own : lengths) {
      if (own != length) {
        return Mask.padding(lengths, length);
      }
    }
    return Mask.none();
  }

  /** Each id as a sequence of one (B, 1). */
  static int[][] column(int[] ids) {
    int[][] column = new int[ids.length][1];
    for (int b = 0; b < ids.length; b++) {
      column[b][0] = ids[b];
    }
    return column;
  }
}
