package org.attentionlab.transformer;

/** The checks of what layers keep between two steps of decoding. */
final class LayerCaches {
  private LayerCaches() {}

  /** A step needs what each layer kept. */
  static void requireOneEach(String owner, int caches, int layers) {
    if (caches != layers) {
      throw new IllegalArgumentException(
          owner
              + ": "
              + caches
              + " caches for "
              + layers
              + " layers; start() gives one for each, and every step gives the next ones.");
    }
  }

  /** A state speaks of as many tokens as its first layer kept. */
  static void requireWritten(String owner, int written, int caches, int kept) {
    if (caches == 0 || written != kept) {
      throw new IllegalArgumentException(
          owner
              + ": a state of "
              + written
              + " tokens has their keys and values for each layer, got "
              + (caches == 0 ? "no layer." : "those of " + kept + " tokens."));
    }
  }
}
