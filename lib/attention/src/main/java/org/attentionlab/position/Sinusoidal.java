package org.attentionlab.position;

import java.util.Arrays;
import org.attentionlab.tensor.Tensor;

/**
 * Sines and cosines of many wavelengths, for sequences of any length that memory can hold.
 *
 * <pre>
 * P[t, 2i]     = sin(t / 10000^(2i / dModel))
 * P[t, 2i + 1] = cos(t / 10000^(2i / dModel))
 * </pre>
 *
 * <p>Nothing is learned. P[t + k] is a rotation of P[t] that depends on k alone, and so the dot
 * product of the two does, too. Vaswani et al. (2017), section 3.5.
 */
public final class Sinusoidal implements InputPosition {
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private final int dModel;

  /** The rows computed so far; replaced as a whole by a longer one. */
  private volatile float[] rows = new float[0];

  /**
   * For vectors of a width.
   *
   * @param dModel the width, at least 1; where it is odd, the last sine has no cosine
   * @throws IllegalArgumentException if the width is below 1
   */
  public Sinusoidal(int dModel) {
    if (dModel < 1) {
      throw new IllegalArgumentException(
          "Sinusoidal: dModel is at least 1, but is " + dModel + ".");
    }
    this.dModel = dModel;
  }

  @Override
  public Tensor vectors(int first, int count) {
    long end = (long) first + count;
    if (first < 0 || count < 0 || end * dModel > LONGEST) {
      throw new IndexOutOfBoundsException(
          "Sinusoidal: asks for "
              + count
              + " positions from "
              + first
              + " on; they run from 0 to "
              + (LONGEST / dModel - 1)
              + ".");
    }
    int from = first * dModel;
    int to = from + count * dModel;
    if (rows.length < to) {
      long twice = Math.min(2L * rows.length, LONGEST) / dModel;
      rows = table((int) Math.max(end, twice));
    }
    return Tensor.of(Arrays.copyOfRange(rows, from, to), count, dModel);
  }

  private float[] table(int positions) {
    float[] p = new float[positions * dModel];
    for (int t = 0; t < positions; t++) {
      for (int i = 0; i < dModel; i += 2) {
        double angle = t / Math.pow(10000, (double) i / dModel);
        p[t * dModel + i] = (float) Math.sin(angle);
        if (i + 1 < dModel) {
          p[t * dModel + i + 1] = (float) Math.cos(angle);
        }
      }
    }
    return p;
  }
}
