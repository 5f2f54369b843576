package org.attentionlab.transformer;

import java.util.Arrays;
import org.attentionlab.nn.TokenIds;
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

  /**
   * Checks that the sizes fit.
   *
   * @throws ShapeException if there is no id, or types and lengths are not as many as ids and
   *     sequences
   * @throws IndexOutOfBoundsException if a length is negative or above T
   */
  public BertInput {
    TokenIds.requireLengths("Bert", ids, lengths);
    if (types.length != ids.length || TokenIds.length("Bert types", types) != ids[0].length) {
      throw new ShapeException(
          "Bert: each id has a type, so the types are ("
              + ids.length
              + ", "
              + ids[0].length
              + ") as the ids are, got ("
              + types.length
              + ", "
              + TokenIds.length("Bert types", types)
              + ").");
    }
  }

  /**
   * Sequences of a single segment.
   *
   * @param ids B sequences of T ids, filled up at their end
   * @param lengths for each sequence how many ids are real
   * @return the batch
   * @throws ShapeException if there is no id, or the sizes do not fit
   */
  public static BertInput of(int[][] ids, int[] lengths) {
    return new BertInput(ids, new int[ids.length][TokenIds.length("Bert", ids)], lengths);
  }

  /**
   * Sequences of a single segment, all of the same length.
   *
   * @param ids B sequences of T ids
   * @return the batch
   * @throws ShapeException if there is no id, or the sizes do not fit
   */
  public static BertInput of(int[][] ids) {
    int[] lengths = new int[ids.length];
    Arrays.fill(lengths, TokenIds.length("Bert", ids));
    return of(ids, lengths);
  }
}
