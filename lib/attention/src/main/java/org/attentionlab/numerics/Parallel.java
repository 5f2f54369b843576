package org.attentionlab.numerics;

import java.util.function.IntConsumer;

/**
 * Runs the parts of one work on several threads. The threads are made once, at the first work that
 * is worth it, and wait between works; they do not keep the JVM alive.
 *
 * <p>There is one set of threads for the JVM. While it is busy, work that another thread asks for,
 * or a part of the running work itself, runs on the thread that asks: so calls may be nested and
 * may come from any thread.
 *
 * <p>The number of threads is that of the processors, or the system property {@value #PROPERTY}, or
 * what {@link #threads(int)} was last told.
 */
public final class Parallel {
  /** Name of the system property with the number of threads. */
  public static final String PROPERTY = "attentionlab.threads";

  private static volatile WorkerSet workers = new WorkerSet(configured());

  private Parallel() {}

  /** A part of a work over the numbers 0 to n. */
  @FunctionalInterface
  public interface Range {
    /**
     * Does a part.
     *
     * @param from first number of the part
     * @param to behind its last number
     */
    void accept(int from, int to);
  }

  /**
   * How many threads work together, the caller's included.
   *
   * @return at least 1
   */
  public static int threads() {
    return workers.threads();
  }

  /**
   * Sets how many threads work together from now on, the caller's included.
   *
   * @param threads at least 1; 1 leaves all work to its caller
   * @throws IllegalArgumentException if it is below 1
   */
  public static synchronized void threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("Parallel: " + threads + " threads; at least 1.");
    }
    if (threads != workers.threads()) {
      WorkerSet old = workers;
      workers = new WorkerSet(threads);
      old.retire();
    }
  }

  /**
   * Calls a work once with each number from 0 to parts - 1, in any order and on any of the threads,
   * and returns when all calls have. The caller takes its share, and does all where no other thread
   * is free.
   *
   * @param parts how many parts
   * @param part what to do with a part's number; its writes are seen by the caller afterwards
   * @throws RuntimeException what a part threw, after the running parts have ended and without
   *     starting further ones; an Error likewise
   */
  public static void run(int parts, IntConsumer part) {
    if (parts < 2 || !workers.run(parts, part)) {
      for (int i = 0; i < parts; i++) {
        part.accept(i);
      }
    }
  }

  /**
   * Splits the numbers from 0 to n - 1 into ranges, one per thread, and runs them as {@link #run}
   * does. Where the cuts are depends on n, the grain and the number of threads alone.
   *
   * @param n how many numbers
   * @param grain every range but the last has a multiple of this many
   * @param range what to do with a range
   */
  public static void ranges(int n, int grain, Range range) {
    int grains = (n + grain - 1) / grain;
    int parts = Math.min(threads(), grains);
    if (parts < 2) {
      if (n > 0) {
        range.accept(0, n);
      }
      return;
    }
    run(
        parts,
        part ->
            range.accept(
                cut(grains, parts, part) * grain,
                Math.min(n, cut(grains, parts, part + 1) * grain)));
  }

  private static int cut(int grains, int parts, int part) {
    return (int) ((long) grains * part / parts);
  }

  private static int configured() {
    int processors = Runtime.getRuntime().availableProcessors();
    return Math.max(1, Integer.getInteger(PROPERTY, processors));
  }
}
