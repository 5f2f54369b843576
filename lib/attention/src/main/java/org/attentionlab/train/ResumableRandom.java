package org.attentionlab.train;

import java.util.random.RandomGenerator;

/**
 * Random numbers whose place can be kept and found again, so that a training with dropout can be
 * stopped and gone on with as if nothing had been.
 *
 * <p>The generator SplitMix64: a counter that steps by the golden ratio, and a function that mixes
 * its bits. Steele, Lea and Flood (2014), "Fast Splittable Pseudorandom Number Generators", figure
 * 17.
 */
public final class ResumableRandom implements RandomGenerator {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  /**
   * Numbers from a seed.
   *
   * @param seed equal seeds give equal numbers
   */
  public ResumableRandom(long seed) {
    this.state = seed;
  }

  @Override
  public long nextLong() {
    state += STEP;
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /**
   * The place.
   *
   * @return what {@link #state(long)} goes on from
   */
  public long state() {
    return state;
  }

  /**
   * Goes on from a place.
   *
   * @param kept what {@link #state()} gave
   */
  public void state(long kept) {
    state = kept;
  }
}
