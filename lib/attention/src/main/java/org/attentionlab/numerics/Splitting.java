package org.attentionlab.numerics;

/**
 * What the kernels that check and split have in common: the kernels that do the work, and when it
 * is worth it to hand a part to another thread, which takes about a microsecond.
 */
interface Splitting {
  /** Cost of an addition or a product on one number, the unit of {@link #large}. */
  int CHEAP = 1;

  /** Cost of an exponential or of what takes as long. */
  int DEAR = 6;

  /** Work from here on is split: some ten microseconds. */
  int WORTH = 1 << 16;

  /** Numbers that are not torn apart, so that threads do not write to the same cache line. */
  int GRAIN = 64;

  SerialNumerics serial();

  /** Whether so many numbers at such a cost are worth more than one thread. */
  default boolean large(int cost, long numbers) {
    return cost * numbers >= WORTH && Parallel.threads() > 1;
  }

  /** A part of a work over rows that gathers sums of its own. */
  @FunctionalInterface
  interface SummingPart {
    void accept(int from, int to, float[] sums, int sumsAt);
  }

  /**
   * Splits rows where the parts add to the same n numbers: each part has a copy of its own, and the
   * copies are added in order, so the result depends on the number of threads alone.
   *
   * @param add takes a copy's array and place
   */
  default void splitSums(int rows, int n, SummingPart part, ParallelSums add) {
    int parts = Math.min(Parallel.threads(), rows);
    float[] sums = Scratch.mine().floats(Scratch.PARTIAL, parts * n);
    java.util.Arrays.fill(sums, 0, parts * n, 0);
    Parallel.run(
        parts,
        i ->
            part.accept(
                (int) ((long) rows * i / parts),
                (int) ((long) rows * (i + 1) / parts),
                sums,
                i * n));
    for (int i = 0; i < parts; i++) {
      add.accept(sums, i * n);
    }
  }

  /** Adds a part's sums to where they belong. */
  @FunctionalInterface
  interface ParallelSums {
    void accept(float[] sums, int sumsAt);
  }
}
