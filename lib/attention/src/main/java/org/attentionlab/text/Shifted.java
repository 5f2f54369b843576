package org.attentionlab.text;

import java.util.Arrays;
import java.util.List;

/**
 * Sequences as a model is trained to go on with them: what it reads, and at each place the id that
 * follows.
 *
 * <pre>
 * sequence    [BOS] a  b  c  [EOS]
 * read        [BOS] a  b  c
 * next          a   b  c  [EOS]
 * </pre>
 *
 * <p>Legend: B sequences, T one less than the longest. Vaswani et al. (2017), section 3.1: "output
 * embeddings are offset by one position".
 */
public final class Shifted {
  private final Padding read;
  private final Padding next;

  private Shifted(Padding read, Padding next) {
    this.read = read;
    this.next = next;
  }

  /**
   * Reads all but the last id, and asks for all but the first.
   *
   * @param sequences B sequences of two ids or more, as {@link Vocabulary#encodeBetweenEnds} makes
   *     them
   * @return both sides, filled up with 0
   * @throws IllegalArgumentException if a sequence has fewer than two ids, or holds the padding's
   *     id 0
   */
  public static Shifted of(List<int[]> sequences) {
    for (int i = 0; i < sequences.size(); i++) {
      if (sequences.get(i).length < 2) {
        throw new IllegalArgumentException(
            "Shifted: sequence "
                + i
                + " has "
                + sequences.get(i).length
                + " ids; one to read and one that follows are needed. Did you mean"
                + " encodeBetweenEnds?");
      }
    }
    return new Shifted(
        Padding.of(sequences.stream().map(ids -> Arrays.copyOf(ids, ids.length - 1)).toList()),
        Padding.of(sequences.stream().map(ids -> Arrays.copyOfRange(ids, 1, ids.length)).toList()));
  }

  /**
   * What the model reads.
   *
   * @return ids (B, T), 0 after the end of each sequence; not a copy
   */
  public int[][] read() {
    return read.ids();
  }

  /**
   * What it should say at each place, to be compared with its logits.
   *
   * @return ids (B, T), 0 where nothing is asked; not a copy
   */
  public int[][] next() {
    return next.ids();
  }

  /**
   * How much of each sequence is read.
   *
   * @return lengths (B), from 1 to T; not a copy
   */
  public int[] lengths() {
    return read.lengths();
  }
}
