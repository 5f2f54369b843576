package org.attentionlab.numerics;

/**
 * A number of 24 bits for each place, even and without a pattern: the place and both halves of a
 * seed, mixed by the finaliser of MurmurHash3 (Appleby, 2011), which is in the public domain.
 */
final class Chance {
  static final int STEP = 0x9E3779B9;
  static final int FIRST = 0x85EBCA6B;
  static final int SECOND = 0xC2B2AE35;

  /** Bits of the result. */
  static final int BITS = 24;

  private Chance() {}

  static int at(long seed, int place) {
    int low = mixed(place * STEP + (int) seed);
    return mixed(low + (int) (seed >>> 32)) >>> (Integer.SIZE - BITS);
  }

  private static int mixed(int z) {
    int a = (z ^ (z >>> 16)) * FIRST;
    int b = (a ^ (a >>> 13)) * SECOND;
    return b ^ (b >>> 16);
  }

  /** What stays is at least this. */
  static int threshold(float p) {
    return Math.round(p * (1 << BITS));
  }
}
