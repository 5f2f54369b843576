package org.attentionlab.numerics;

/**
 * Where the heads of attention lie in an array: number d of row t of head h of batch b stands at
 * {@code b * batchStep + h * headStep + t * rowStep + d}.
 *
 * @param batchStep elements from one batch to the next
 * @param headStep elements from one head to the next
 * @param rowStep elements from one row to the next
 */
public record HeadLayout(int batchStep, int headStep, int rowStep) {

  /**
   * One head behind the other: (B, H, T, width).
   *
   * @param heads H
   * @param rows T
   * @param width width of a head
   * @return the layout
   */
  public static HeadLayout separate(int heads, int rows, int width) {
    return new HeadLayout(heads * rows * width, rows * width, width);
  }

  /**
   * Heads side by side in each row: (B, T, H, width), what a linear layer gives.
   *
   * @param heads H
   * @param rows T
   * @param width width of a head
   * @return the layout
   */
  public static HeadLayout sideBySide(int heads, int rows, int width) {
    return slices(rows, heads * width, width);
  }

  /**
   * Heads side by side in a slice of each row, such as the keys in (B, T, 3 dModel) where queries,
   * keys and values come from one product.
   *
   * @param rows T
   * @param rowWidth width of a whole row
   * @param width width of a head
   * @return the layout
   */
  public static HeadLayout slices(int rows, int rowWidth, int width) {
    return new HeadLayout(rows * rowWidth, width, rowWidth);
  }

  int at(int batch, int head) {
    return batch * batchStep + head * headStep;
  }
}
