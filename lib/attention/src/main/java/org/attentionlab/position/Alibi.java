package org.attentionlab.position;

import org.attentionlab.attention.AttentionPosition;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/**
 * Lowers scores in proportion to the distance, in each head with another slope.
 *
 * <pre>
 * score_ij = q_i k_j^T / sqrt(dK) - m_h |i - j|
 * m_h = 2^(-8 h / H),   h = 1, ..., H
 * </pre>
 *
 * <p>Nothing is learned, and any length will do. Where H is no power of two, the slopes are those
 * of the next lower power, and then every other one of the next higher. Press, Smith and Lewis
 * (2022), "Train Short, Test Long: Attention with Linear Biases Enables Input Length
 * Extrapolation", section 3. There queries look back only; ahead, the distance counts alike here.
 */
public final class Alibi implements AttentionPosition {
  private final float[] slopes;

  /**
   * The slopes for a number of heads.
   *
   * @param heads H, at least 1
   * @throws IllegalArgumentException if it is below 1
   */
  public Alibi(int heads) {
    if (heads < 1) {
      throw new IllegalArgumentException("Alibi: at least one head, got " + heads + ".");
    }
    this.slopes = slopes(heads);
  }

  private static float[] slopes(int heads) {
    int power = Integer.highestOneBit(heads);
    float[] m = new float[heads];
    for (int h = 0; h < heads; h++) {
      double exponent =
          h < power ? -8.0 * (h + 1) / power : -8.0 * (2 * (h - power) + 1) / (2 * power);
      m[h] = (float) Math.pow(2, exponent);
    }
    return m;
  }

  @Override
  public Tensor score(Tensor scores, Tensor queries, int first) {
    PositionShapes.requireHeads("Alibi", scores, slopes.length);
    int rows = scores.size(-2);
    int columns = scores.size(-1);
    float[] bias = new float[Operation.numel("Alibi", slopes.length, rows, columns)];
    int at = 0;
    for (float slope : slopes) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          bias[at++] = -slope * Math.abs(first + i - j);
        }
      }
    }
    return scores.add(Tensor.of(bias, slopes.length, rows, columns)); // (B, H, T, S)
  }

  /**
   * The slopes.
   *
   * @return m, one for each head
   */
  public Tensor slopes() {
    return Tensor.vector(slopes);
  }
}
