package org.attentionlab.position;

import org.attentionlab.tensor.ShapeException;
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
   * @throws ShapeException if x is no sequence of vectors of this width
   * @throws IndexOutOfBoundsException if there is no vector for one of the positions
   */
  default Tensor add(Tensor x, int first) {
    if (x.rank() < 2) {
      throw new ShapeException(
          "positions: they are added to (..., T, dModel), got " + x.shapeString() + ".");
    }
    Tensor p = vectors(first, x.size(-2)); // (T, dModel)
    if (x.size(-1) != p.size(-1)) {
      throw new ShapeException(
          "positions: made for vectors of width " + p.size(-1) + ", got " + x.shapeString() + ".");
    }
    return x.add(p);
  }
}
