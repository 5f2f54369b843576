package org.attentionlab.grading.remote;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A clock that stands still while a worker waits for a processor, so that a busy machine does not
 * make a right answer late.
 *
 * <pre>
 * had = max(passed - waited, used / processors)
 *
 * passed      time on the wall
 * waited      time in the queue for a processor, of the three threads that waited longest
 * used        processor time of all threads
 * processors  how many this machine gives us
 * </pre>
 *
 * <p>Three threads, because an answer waits for its own, and for the JVM's collector and compiler.
 *
 * <p>Code can also make its own threads wait for one another. Then they hold every processor: where
 * nothing else runs, a thread that waits for a share f of the time has {@code used / processors} of
 * at least f. So had is at least max(1 - 3 f, f) of what passed, and nobody gets more than four
 * times a limit in this way.
 */
final class FairClock {

  private static final int THREADS = 3;

  private final Supplier<ProcessorTime> kernel;
  private final LongSupplier nanoTime;
  private final int processors;
  private final long start;

  private Optional<ProcessorTime> last = Optional.empty();
  private long passed;
  private long waited;
  private Duration used = Duration.ZERO;

  /**
   * Starts the clock. The kernel is asked from the first {@link #read} on, because most calls end
   * before.
   *
   * @param kernel tells of the worker
   * @param nanoTime time on the wall, which a change of the machine's date does not move
   * @param processors processors that the worker can have
   */
  FairClock(Supplier<ProcessorTime> kernel, LongSupplier nanoTime, int processors) {
    this.kernel = kernel;
    this.nanoTime = nanoTime;
    this.processors = processors;
    start = nanoTime.getAsLong();
  }

  /** Asks the kernel; often enough, or what a thread waited is lost when it ends. */
  void read() {
    passed = nanoTime.getAsLong() - start;
    ProcessorTime now = kernel.get();
    last.ifPresent(before -> add(before, now));
    last = Optional.of(now);
  }

  /** Ends the time of a request; the kernel is asked only where it was asked before. */
  void stop() {
    if (last.isPresent()) {
      read();
    } else {
      passed = nanoTime.getAsLong() - start;
    }
  }

  private void add(ProcessorTime before, ProcessorTime now) {
    waited +=
        now.waited().entrySet().stream()
            .map(thread -> thread.getValue() - before.waited().getOrDefault(thread.getKey(), 0L))
            .filter(more -> more > 0)
            .sorted(Comparator.reverseOrder())
            .limit(THREADS)
            .mapToLong(Long::longValue)
            .sum();
    Duration more = now.used().minus(before.used());
    used = used.plus(more.isNegative() ? Duration.ZERO : more);
  }

  /** Time on the wall, at the last look. */
  Duration passed() {
    return Duration.ofNanos(passed);
  }

  /** Time that counts, at the last look. */
  Duration had() {
    Duration running = Duration.ofNanos(passed - waited);
    Duration share = used.dividedBy(processors);
    return running.compareTo(share) > 0 ? running : share;
  }
}
