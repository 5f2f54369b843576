package org.attentionlab.nn;

import org.attentionlab.tensor.ShapeException;

/**
 * Checks batches of ids before a model reads them, so that an error names the model, the place and
 * the vocabulary.
 *
 * <p>Ids are {@code int[B][T]}, B sequences of T ids, the shorter ones filled up at their end.
 */
public final class TokenIds {
  private TokenIds() {}

  /**
   * The length that all sequences are filled up to.
   *
   * @param owner who asks, for the message, such as {@code "Transformer source"}
   * @param ids B sequences of T ids
   * @return T
   * @throws ShapeException if there is no sequence or no id, or the sequences differ in length
   */
  public static int length(String owner, int[][] ids) {
    if (ids.length == 0 || ids[0].length == 0) {
      throw new ShapeException(
          owner
              + ": the ids are (B, T) with B and T at least 1, got ("
              + ids.length
              + ", "
              + (ids.length == 0 ? 0 : ids[0].length)
              + ").");
    }
    for (int b = 1; b < ids.length; b++) {
      if (ids[b].length != ids[0].length) {
        throw new ShapeException(
            owner
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

  /**
   * Requires a length from 0 to T for each sequence.
   *
   * @param owner who asks, for the message, such as {@code "Transformer source"}
   * @param ids B sequences of T ids
   * @param lengths for each of them how many ids are real
   * @throws ShapeException if there are not B lengths
   * @throws IndexOutOfBoundsException if a length is negative or above T
   */
  public static void requireLengths(String owner, int[][] ids, int[] lengths) {
    int length = length(owner, ids);
    if (lengths.length != ids.length) {
      throw new ShapeException(
          owner + ": " + ids.length + " sequences have " + lengths.length + " lengths.");
    }
    for (int b = 0; b < lengths.length; b++) {
      if (lengths[b] < 0 || lengths[b] > length) {
        throw new IndexOutOfBoundsException(
            owner
                + ": the length of sequence "
                + b
                + " is "
                + lengths[b]
                + ", but it has "
                + length
                + " ids.");
      }
    }
  }

  /**
   * Requires ids that a table has a row for; those that fill up a sequence, too.
   *
   * @param owner who asks, for the message, such as {@code "Transformer source"}
   * @param ids sequences of ids
   * @param vocabulary V, how many rows there are
   * @throws IndexOutOfBoundsException if an id is negative or not below V
   */
  public static void requireKnown(String owner, int[][] ids, int vocabulary) {
    for (int b = 0; b < ids.length; b++) {
      for (int t = 0; t < ids[b].length; t++) {
        if (ids[b][t] < 0 || ids[b][t] >= vocabulary) {
          throw new IndexOutOfBoundsException(
              owner
                  + ": id "
                  + ids[b][t]
                  + " at position "
                  + t
                  + " of sequence "
                  + b
                  + " lies outside of a vocabulary of "
                  + vocabulary
                  + "; ids run from 0 to "
                  + (vocabulary - 1)
                  + ".");
        }
      }
    }
  }

  /**
   * Each id as a sequence by itself, for a step of decoding.
   *
   * @param ids B ids
   * @return B sequences of one id
   */
  public static int[][] column(int[] ids) {
    int[][] column = new int[ids.length][1];
    for (int b = 0; b < ids.length; b++) {
      column[b][0] = ids[b];
    }
    return column;
  }
}
