package org.attentionlab.transformer;

import java.util.Arrays;
import org.attentionlab.tensor.ShapeException;

/**
 * A batch of sequences for a {@link Bert}.
 *
 * @param ids B sequences of T ids, filled up at their end
 * @param types for each id the segment that it belongs to, from 0
 * @param lengths for each sequence how many ids are real
 */
@SuppressWarnings("ArrayRecordComponent") // three tables of numbers; nobody compares them
public record BertInput(int[][] ids, int[][] types, int[] lengths) {

  /** Checks that the sizes fit. */
  public BertInput {
    int length = Ids.length("Bert", ids);
    if (types.length != ids.length || Ids.length("Bert", types) != length) {
      throw new ShapeException("Bert: each id has a type, so the types are (B, T) as the ids are.");
    }
    Ids.padding("Bert", ids, lengths);
  }

  /**
   * Sequences of a single segment.
   *
   * @param ids B sequences of T ids, filled up at their end
   * @param lengths for each sequence how many ids are real
   * @return the batch
   */
  public static BertInput of(int[][] ids, int[] lengths) {
    return new BertInput(ids, new int[ids.length][Ids.length("Bert", ids)], lengths);
  }

  /**
   * Sequences of a single segment, all of the same length.
   *
   * @param ids B sequences of T ids
   * @return the batch
   */
  public static BertInput of(int[][] ids) {
    int[] lengths = new int[ids.length];
    Arrays.fill(lengths, Ids.length("Bert", ids));
    return of(ids, lengths);
  }
}
