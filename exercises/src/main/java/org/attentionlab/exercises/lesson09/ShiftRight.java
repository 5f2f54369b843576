package org.attentionlab.exercises.lesson09;

import org.attentionlab.grading.Exercise;

/**
 * Makes what the decoder reads of what it should write.
 *
 * <p>In training the decoder gets the whole target at once, shifted right by one place: at place t
 * it reads what it should have written at place t - 1, and at place 0 the token that begins.
 *
 * <pre>
 *   target      d    a    b   [EOS]      what it should write
 *   shifted   [BOS]  d    a    b         what it reads
 * </pre>
 *
 * <p>So place t never reads its own answer. The last token of the target is read nowhere, and both
 * sides have the same length. Shorter targets are filled up with 0 at their end; that is shifted
 * like all the rest, and does no harm, for the loss asks nothing where the target is 0.
 *
 * <p>For example, begin 1 and the targets [7 5 2] and [6 2 0] give [1 7 5] and [1 6 2].
 *
 * <p>Vaswani et al., section 3.1: "the output embeddings are offset by one position".
 */
@FunctionalInterface
@Exercise(
    id = "9.2",
    name = "shiftRight",
    points = 5,
    claims = {56},
    tests = ShiftRightChecks.class)
public interface ShiftRight {

  /**
   * What the decoder reads.
   *
   * @param target the ids that it should write (B, T); T is at least 1
   * @param begin the id of the token that begins
   * @return the ids that it reads (B, T)
   */
  int[][] shifted(int[][] target, int begin);
}
