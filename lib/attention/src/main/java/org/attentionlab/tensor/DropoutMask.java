package org.attentionlab.tensor;

/**
 * Which places dropout keeps, worked out from a seed and the place alone, so that the backward can
 * ask again and nothing is stored.
 *
 * <p>The numbers are those of Steele, Lea and Flood (2014), "Fast Splittable Pseudorandom Number
 * Generators": multiples of an odd constant, well mixed.
 */
final class DropoutMask {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int BITS = 32;

  private final long seed;
  private final long threshold;
  private final float scale;

  DropoutMask(long seed, double p) {
    this.seed = seed;
    this.threshold = Math.round(p * (1L << BITS));
    this.scale = (float) (1 / (1 - p));
  }

  boolean keeps(int place) {
    long z = seed + place * GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (z ^ (z >>> 31)) >>> (Long.SIZE - BITS) >= threshold;
  }

  /** What the kept numbers are multiplied by. */
  float scale() {
    return scale;
  }
}
