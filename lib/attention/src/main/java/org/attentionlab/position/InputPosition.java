package org.attentionlab.position;

import org.attentionlab.tensor.Tensor;

/**
 * A vector for each position, added to the embedding of the token that stands there.
 *
 * <pre>x_t = E[id_t] + P[t]</pre>
 */
@FunctionalInterface
public interface InputPosition {

  /**
   * The vectors of neighbouring positions.
   *
   * @param first the first position, from 0
   * @param count T, how many
   * @return P (T, dModel)
   * @throws IndexOutOfBoundsException if there is no vector for one of the positions
   */
  Tensor vectors(int first, int count);

  /**
   * Adds the positions to embeddings.
   *
   * @param x (..., T, dModel)
   * @param first where the first of the T tokens stands; 0 unless earlier ones were kept in a cache
   * @return a tensor of this shape
   * @throws IndexOutOfBoundsException if there is no vector for one of the positions
   */
  default Tensor add(Tensor x, int first) {
    return x.add(vectors(first, x.size(-2)));
  }
}
