package org.attentionlab.position;

import java.util.random.RandomGenerator;
import org.attentionlab.attention.AttentionPosition;
import org.attentionlab.nn.Init;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.Tensor;

/**
 * Learned vectors for the distance between query and key, added to keys and to values.
 *
 * <pre>
 * score_ij = q_i (k_j + aK_ij)^T / sqrt(dK)
 * output_i = sum over j of weight_ij (v_j + aV_ij)
 * a_ij = w[clip(j - i, -reach, reach)]
 * </pre>
 *
 * <p>Distances beyond the reach count as the reach, on purpose: how far is no longer told apart.
 * All heads share the vectors. Shaw, Uszkoreit and Vaswani (2018), "Self-Attention with Relative
 * Position Representations", section 3, equations 3 and 4.
 */
public final class Relative extends Layer implements AttentionPosition {
  private final int reach;
  private final Tensor keys;
  private final Tensor values;

  /**
   * With random first vectors.
   *
   * @param rng where the first numbers come from
   * @param reach the greatest distance that is told apart, at least 1
   * @param dK width of the queries and keys of a head
   * @param dV width of the values of a head
   * @throws IllegalArgumentException if the reach or a width is below 1
   */
  public Relative(RandomGenerator rng, int reach, int dK, int dV) {
    this.reach = checkedReach(reach);
    this.keys = parameter("keys", Init.glorot(rng, 2 * reach + 1, dK));
    this.values = parameter("values", Init.glorot(rng, 2 * reach + 1, dV));
  }

  static int checkedReach(int reach) {
    if (reach < 1 || reach > Integer.MAX_VALUE / 4) {
      throw new IllegalArgumentException(
          "Relative: the reach is from 1 to " + Integer.MAX_VALUE / 4 + ", but is " + reach + ".");
    }
    return reach;
  }

  @Override
  public Tensor score(Tensor scores, Tensor queries, int first) {
    int[][] rows = rows(scores, first);
    Tensor a = keys.lookup(rows).transpose(); // (T, dK, S)
    Tensor products = queries.unsqueeze(-2).matmul(a).squeeze(-2); // (B, H, T, S)
    return scores.add(products.div(Math.sqrt(queries.size(-1))));
  }

  @Override
  public Tensor mix(Tensor output, Tensor weights, int first) {
    Tensor a = values.lookup(rows(weights, first)); // (T, S, dV)
    return output.add(weights.unsqueeze(-2).matmul(a).squeeze(-2)); // (B, H, T, dV)
  }

  /** For each query and key the row of the tables; distance 0 stands in the middle. */
  private int[][] rows(Tensor scores, int first) {
    int[][] rows = new int[scores.size(-2)][scores.size(-1)];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = Math.max(-reach, Math.min(reach, j - (first + i))) + reach;
      }
    }
    return rows;
  }

  /**
   * The vectors added to keys, the one for j - i = -reach first.
   *
   * @return the parameter (2 reach + 1, dK)
   */
  public Tensor keys() {
    return keys;
  }

  /**
   * The vectors added to values, the one for j - i = -reach first.
   *
   * @return the parameter (2 reach + 1, dV)
   */
  public Tensor values() {
    return values;
  }
}
