package org.attentionlab.exercises.lesson07;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Adds to each score a learned number for the distance between query and key.
 *
 * <pre>
 *   result[b][h][i][j] = scores[b][h][i][j] + table[clip(distance, -reach, reach) + reach][h]
 *   distance = (first + i) - j
 * </pre>
 *
 * <p>The distance is the query's position less the key's: 1 for the word before, -1 for the word
 * after. (Some papers count j - i; a table made for the one is read backwards by the other.) Key j
 * stands at position j. Query i stands at position first + i; {@code first} is 0 for a whole
 * sentence, and above 0 where the keys of earlier words are kept.
 *
 * <p>The table has 2 reach + 1 rows, for the distances -reach to reach, and a column for each head.
 * All distances beyond the reach share its last row on their side. So the table has no end: it
 * serves sentences of any length.
 *
 * <p>B is the batch, H the number of heads, T the number of queries, S the number of keys. A score
 * of minus infinity belongs to a hidden key and stays what it is.
 *
 * <p>For example, with reach 1 and one head, rows [10] [20] [30] are for -1, 0 and 1. Query 0 gets
 * 20 for key 0 and 10 for every later key; query 2 gets 30, 30, 20.
 *
 * <p>The clipping is that of Shaw et al., Self-Attention with Relative Position Representations,
 * section 3.2; a number for each head in place of a vector is that of Raffel et al. (T5), section
 * 2.1.
 */
@FunctionalInterface
@Exercise(
    id = "7.4",
    name = "relativeBias",
    points = 15,
    claims = {50, 52},
    tests = RelativeBiasChecks.class)
public interface RelativeBias {

  /**
   * Adds the bias of every distance.
   *
   * @param scores before the softmax (B, H, T, S)
   * @param table learned biases (2 reach + 1, H), the row for distance -reach first
   * @param first where the first query stands, at least 0
   * @return scores with biases (B, H, T, S)
   */
  Tensor add(Tensor scores, Tensor table, int first);
}
