package org.attentionlab.transformer;

import org.attentionlab.attention.Mask;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * What an encoder read, for a decoder to attend to.
 *
 * @param states (B, S, dModel)
 * @param mask true where a state may be attended to; (B, 1, S), or {@link Mask#none()}
 */
public record Memory(Tensor states, Mask mask) {
  /**
   * Checks that the states are sequences.
   *
   * @throws ShapeException if they are not
   */
  public Memory {
    if (states.rank() != 3) {
      throw new ShapeException(
          "Memory: the states are (B, S, dModel), got " + states.shapeString() + ".");
    }
  }
}
