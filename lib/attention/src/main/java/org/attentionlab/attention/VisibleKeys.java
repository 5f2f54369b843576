package org.attentionlab.attention;

import java.util.Optional;

/**
 * A mask told by numbers: how many keys, from the first on, each query sees. So it can be for
 * padding, for causal masks and for both at once.
 */
final class VisibleKeys {
  private VisibleKeys() {}

  /** The counts, row by row; empty where a row hides a key before one that it allows. */
  static Optional<int[]> of(boolean[] allowed, int keys) {
    int[] counts = new int[keys == 0 ? 0 : allowed.length / keys];
    for (int row = 0; row < counts.length; row++) {
      int from = row * keys;
      int count = 0;
      while (count < keys && allowed[from + count]) {
        count++;
      }
      for (int key = count; key < keys; key++) {
        if (allowed[from + key]) {
          return Optional.empty();
        }
      }
      counts[row] = count;
    }
    return Optional.of(counts);
  }
}
