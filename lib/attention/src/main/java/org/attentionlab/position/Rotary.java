package org.attentionlab.position;

import org.attentionlab.attention.AttentionPosition;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * Turns each pair of numbers of queries and keys by an angle that grows with the position.
 *
 * <pre>
 * (x_2i, x_2i+1) becomes (x_2i cos a - x_2i+1 sin a, x_2i sin a + x_2i+1 cos a)
 * a = t / 10000^(2i / dK)
 * </pre>
 *
 * <p>The product of a query at i and a key at j then depends on i - j alone. Nothing is learned,
 * and values are not turned. Su et al. (2021), "RoFormer: Enhanced Transformer with Rotary Position
 * Embedding", section 3.2.2, equation 34.
 */
public final class Rotary implements AttentionPosition {

  /** The rotation with the paper's wavelengths. */
  public Rotary() {}

  @Override
  public boolean onlyTurns() {
    return true;
  }

  @Override
  public Tensor turn(Tensor x, int first) {
    int count = x.size(-2);
    int d = x.size(-1);
    if (d % 2 != 0) {
      throw new ShapeException(
          "Rotary: turns pairs of numbers, so the width of a head is even, got "
              + x.shapeString()
              + ".");
    }
    float[] cos = new float[count * d];
    float[] sin = new float[count * d];
    int[] partner = new int[d];
    for (int i = 0; i < d; i++) {
      partner[i] = i % 2 == 0 ? i + 1 : i - 1;
      for (int t = 0; t < count; t++) {
        double angle = (first + t) / Math.pow(10000, (double) (i / 2 * 2) / d);
        cos[t * d + i] = (float) Math.cos(angle);
        sin[t * d + i] = (float) (i % 2 == 0 ? -Math.sin(angle) : Math.sin(angle));
      }
    }
    Tensor straight = x.mul(Tensor.of(cos, count, d)); // (B, H, T, dK)
    return straight.add(x.take(-1, partner).mul(Tensor.of(sin, count, d)));
  }
}
