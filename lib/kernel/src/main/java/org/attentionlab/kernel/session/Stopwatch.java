package org.attentionlab.kernel.session;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Measures what the code of a cell takes to run, apart from what it takes to compile.
 *
 * <p>It counts on the thread that starts it. What that thread evaluates while it runs is told to it
 * by {@link #enter} and {@link #leave}.
 */
public final class Stopwatch {
  private static final ThreadLocal<Stopwatch> CURRENT = new ThreadLocal<>();
  private static final double NANOS = 1e9;

  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Stopwatch outer;
  private final long started = System.nanoTime();
  private int depth;
  private Reading begin;
  private Reading sum = new Reading(0, 0, 0, 0);

  /** All in nanoseconds but the last, which is in bytes. */
  private record Reading(long wall, long threadCpu, long processCpu, long allocated) {
    Reading plus(Reading end, Reading begin) {
      return new Reading(
          wall + end.wall - begin.wall,
          threadCpu + end.threadCpu - begin.threadCpu,
          processCpu + end.processCpu - begin.processCpu,
          allocated + end.allocated - begin.allocated);
    }
  }

  private Stopwatch(Stopwatch outer) {
    this.outer = outer;
  }

  /** Begins to measure what the current thread evaluates. */
  public static Stopwatch start() {
    Stopwatch watch = new Stopwatch(CURRENT.get());
    CURRENT.set(watch);
    return watch;
  }

  /** Code begins to run. */
  static void enter() {
    Stopwatch watch = CURRENT.get();
    if (watch != null) {
      if (watch.depth == 0) {
        watch.begin = watch.read();
      }
      watch.depth++;
    }
  }

  /** Code has run. */
  static void leave() {
    Stopwatch watch = CURRENT.get();
    if (watch != null) {
      watch.depth--;
      if (watch.depth == 0) {
        watch.sum = watch.sum.plus(watch.read(), watch.begin);
      }
    }
  }

  private Reading read() {
    return new Reading(
        System.nanoTime(),
        thread.getCurrentThreadCpuTime(),
        system.getProcessCpuTime(),
        thread.getThreadAllocatedBytes(Thread.currentThread().getId()));
  }

  /**
   * Ends the measurement.
   *
   * @return the figures in plain words, three lines
   */
  public String stop() {
    long total = System.nanoTime() - started;
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
    return String.format(
        Locale.ROOT,
        "Wall time: %s, after %s to compile%n"
            + "CPU time: %s in the cell's thread, %s in all threads of the JVM%n"
            + "Allocated: %s by the cell's thread",
        seconds(sum.wall),
        seconds(total - sum.wall),
        seconds(sum.threadCpu),
        seconds(sum.processCpu),
        bytes(sum.allocated));
  }

  static String seconds(long nanos) {
    double seconds = nanos / NANOS;
    return seconds < 1
        ? String.format(Locale.ROOT, "%.2f ms", seconds * 1000)
        : String.format(Locale.ROOT, "%.3f s", seconds);
  }

  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " bytes";
    }
    double value = bytes;
    String unit = "";
    for (String next : new String[] {"kB", "MB", "GB"}) {
      if (value >= 1000) {
        value /= 1000;
        unit = next;
      }
    }
    return String.format(Locale.ROOT, "%.1f %s", value, unit);
  }
}
