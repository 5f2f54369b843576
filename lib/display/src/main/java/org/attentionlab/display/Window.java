package org.attentionlab.display;

import java.util.ArrayList;
import java.util.List;

/** Which indices of a long axis are shown: all, or both ends with a gap between them. */
final class Window {
  /** Stands for the indices that are left out. */
  static final int GAP = -1;

  private Window() {}

  static List<Integer> of(int size, int most) {
    List<Integer> indices = new ArrayList<>();
    int head = (most + 1) / 2;
    int tail = most - head;
    for (int i = 0; i < size; i++) {
      if (size <= most || i < head || i >= size - tail) {
        indices.add(i);
      } else if (i == head) {
        indices.add(GAP);
      }
    }
    return indices;
  }
}
