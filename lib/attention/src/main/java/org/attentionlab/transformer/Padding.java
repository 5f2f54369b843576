package org.attentionlab.transformer;

import java.util.Arrays;
import org.attentionlab.attention.Mask;

/** The mask of what is real in a batch. */
final class Padding {
  private Padding() {}

  /** Hides what fills up (B, 1, T); {@link Mask#none()} where nothing does. */
  static Mask mask(int[] lengths, int longest) {
    boolean full = Arrays.stream(lengths).allMatch(length -> length == longest);
    return full ? Mask.none() : Mask.padding(lengths, longest);
  }
}
