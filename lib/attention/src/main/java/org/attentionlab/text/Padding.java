package org.attentionlab.text;

import java.util.Arrays;
import java.util.List;

/**
 * Sequences of different lengths filled up at their ends to one width.
 *
 * <pre>
 * var batch = Padding.of(List.of(new int[] {5, 6, 7}, new int[] {8}));
 * batch.ids()        // {{5, 6, 7}, {8, 0, 0}}
 * batch.lengths()    // {3, 1}
 * </pre>
 */
public final class Padding {
  private final int[][] ids;
  private final int[] lengths;

  private Padding(int[][] ids, int[] lengths) {
    this.ids = ids;
    this.lengths = lengths;
  }

  /**
   * Fills up to the longest.
   *
   * @param sequences B sequences of ids; one may be empty
   * @return ids (B, T) with T the longest length
   * @throws IllegalArgumentException if a sequence holds the padding's id 0
   */
  public static Padding of(List<int[]> sequences) {
    return of(sequences, sequences.stream().mapToInt(sequence -> sequence.length).max().orElse(0));
  }

  /**
   * Fills up to a given width.
   *
   * @param sequences B sequences of ids; one may be empty
   * @param width T
   * @return ids (B, T)
   * @throws IllegalArgumentException if a sequence is longer than the width (nothing is cut off
   *     silently), or holds the padding's id 0
   */
  public static Padding of(List<int[]> sequences, int width) {
    if (width < 0) {
      throw new IllegalArgumentException("Padding: a width of " + width + " is negative.");
    }
    int[][] ids = new int[sequences.size()][];
    int[] lengths = new int[sequences.size()];
    for (int i = 0; i < ids.length; i++) {
      int[] sequence = sequences.get(i);
      check(sequence, i, width);
      ids[i] = Arrays.copyOf(sequence, width);
      lengths[i] = sequence.length;
    }
    return new Padding(ids, lengths);
  }

  private static void check(int[] sequence, int index, int width) {
    if (sequence.length > width) {
      throw new IllegalArgumentException(
          "Padding: sequence "
              + index
              + " has "
              + sequence.length
              + " ids, the width is "
              + width
              + ". Shorten it first, or leave the width out.");
    }
    for (int t = 0; t < sequence.length; t++) {
      if (sequence[t] == Vocabulary.PAD) {
        throw new IllegalArgumentException(
            "Padding: sequence "
                + index
                + " holds the padding's id 0 at position "
                + t
                + ". Was it padded already?");
      }
    }
  }

  /**
   * The filled-up sequences.
   *
   * @return ids (B, T), 0 after the end of each sequence; not a copy
   */
  public int[][] ids() {
    return ids;
  }

  /**
   * How long each sequence really is.
   *
   * @return lengths (B), from 0 to T; not a copy
   */
  public int[] lengths() {
    return lengths;
  }
}
