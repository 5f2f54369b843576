package org.attentionlab.nn;

/** Checks of the numbers that layers are made from; all messages about these are worded here. */
final class Settings {
  private Settings() {}

  /** A number of things, or a width. */
  static void requirePositive(String layer, String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          layer + ": " + name + " is at least 1, but is " + value + ".");
    }
  }

  /** The chance that a number is dropped; as a float it must not become 1. */
  static void requireChance(String layer, double p) {
    if (!(p >= 0 && (float) p < 1)) {
      throw new IllegalArgumentException(
          layer + ": p is the chance of zero and lies in [0, 1), but is " + p + ".");
    }
  }

  /** What keeps a division finite; as a float it must not become 0. */
  static void requireEpsilon(String layer, double epsilon) {
    float added = (float) epsilon;
    if (!(added > 0 && Float.isFinite(added))) {
      throw new IllegalArgumentException(
          layer + ": epsilon is a finite float above 0, but is " + epsilon + ".");
    }
  }
}
