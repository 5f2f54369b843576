package org.attentionlab.tensor;

import java.util.Arrays;

/**
 * The greatest numbers along an axis, the greatest first, and where they stand.
 *
 * @see SelectionOps#topK(int, int)
 */
public final class TopK {
  private final Tensor values;
  private final int[] indices;

  /** Takes the array over. */
  TopK(Tensor values, int[] indices) {
    this.values = values;
    this.indices = indices;
  }

  /**
   * The numbers.
   *
   * @return a tensor with k in place of the size of the axis; gradients pass to where the numbers
   *     came from
   */
  public Tensor values() {
    return values;
  }

  /**
   * Where the numbers stand.
   *
   * @return for each of the values, row by row, its index into the axis; equal numbers come in the
   *     order of their indices
   */
  public int[] indices() {
    return indices.clone();
  }

  /** The values as a tensor, and the indices as Java prints them where they are few. */
  @Override
  public String toString() {
    String where = indices.length <= 32 ? Arrays.toString(indices) : indices.length + " of them";
    return "TopK values " + values + "\nindices " + where;
  }

  /** For each lane the indices of its k greatest numbers; NaN counts as greatest. */
  static int[] find(float[] x, Lanes lanes, int k) {
    int[] found = new int[lanes.count() * k];
    int stride = lanes.stride();
    float[] best = new float[k];
    int[] where = new int[k];
    lanes.forEach(
        (lane, start) -> {
          int size = 0;
          for (int i = 0; i < lanes.length(); i++) {
            float value = x[start + i * stride];
            int at = size;
            while (at > 0 && Float.compare(value, best[at - 1]) > 0) {
              at--;
            }
            if (at < k) {
              int moved = Math.min(size, k - 1) - at;
              System.arraycopy(best, at, best, at + 1, moved);
              System.arraycopy(where, at, where, at + 1, moved);
              best[at] = value;
              where[at] = i;
              size = Math.min(size + 1, k);
            }
          }
          int to = lane / stride * stride * k + lane % stride;
          for (int i = 0; i < k; i++) {
            found[to + i * stride] = where[i];
          }
        });
    return found;
  }
}
