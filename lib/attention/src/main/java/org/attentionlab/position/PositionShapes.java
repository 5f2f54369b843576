package org.attentionlab.position;

import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/** The checks of shapes, and their wording, of this package. */
final class PositionShapes {
  private PositionShapes() {}

  /** Scores (B, H, T, S) of as many heads as the scheme was made for. */
  static void requireHeads(String scheme, Tensor scores, int heads) {
    if (scores.rank() != 4 || scores.size(1) != heads) {
      throw new ShapeException(
          scheme
              + ": made for scores (B, "
              + heads
              + ", T, S), got "
              + scores.shapeString()
              + ".\n  It needs as many heads as the attention has.");
    }
  }
}
