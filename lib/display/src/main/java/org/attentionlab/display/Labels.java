package org.attentionlab.display;

import java.util.List;
import java.util.stream.IntStream;

/** The names along an axis; the same name may stand there twice. */
final class Labels {
  private Labels() {}

  /**
   * The given names, or the indices where none were given.
   *
   * @param what the call that the names were given to, for the message
   * @throws IllegalArgumentException if there are names, but not one for each index
   */
  static List<String> orIndices(String what, List<String> names, int size) {
    if (names.isEmpty()) {
      return IntStream.range(0, size).mapToObj(String::valueOf).toList();
    }
    if (names.size() != size) {
      throw new IllegalArgumentException(
          what
              + ": "
              + names.size()
              + (names.size() == 1 ? " label" : " labels")
              + " for an axis of size "
              + size
              + ": "
              + names
              + ".\n  Give one label for each index, in order.");
    }
    return names;
  }
}
