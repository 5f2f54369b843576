package org.attentionlab.exercises.lesson07;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Adds learned positions to the embeddings of words.
 *
 * <p>The table has one learned row for each position. Word t of every sentence stands at position
 * first + t and gets that row:
 *
 * <pre>
 *   result[b][t] = x[b][t] + table[first + t]
 * </pre>
 *
 * <p>{@code first} is 0 for a whole sentence; it is above 0 where earlier words have been dealt
 * with before.
 *
 * <p>A table of 512 rows has the positions 0 to 511, and nothing for position 512. No row that you
 * could take in its place was learned for it. So where a word stands at a position without a row,
 * throw an {@link IndexOutOfBoundsException} whose message holds two numbers: the first position
 * that is missing, and the number of rows of the table.
 *
 * <p>Gehring et al., Convolutional Sequence to Sequence Learning, section 3.1; Devlin et al., BERT,
 * section 3, figure 2.
 */
@FunctionalInterface
@Exercise(
    id = "7.2",
    name = "learnedLookup",
    points = 10,
    claims = {46, 49, 50},
    tests = LearnedLookupChecks.class)
public interface LearnedLookup {

  /**
   * Gives every word its place.
   *
   * @param x embeddings (B, T, dModel)
   * @param table learned positions (positions, dModel)
   * @param first where the first word of each sentence stands; a negative position has no row
   * @return embeddings with positions (B, T, dModel)
   */
  Tensor add(Tensor x, Tensor table, int first);
}
