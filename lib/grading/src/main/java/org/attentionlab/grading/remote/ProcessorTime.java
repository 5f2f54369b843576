package org.attentionlab.grading.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the kernel says of a process and its children at one moment: how much processor time they
 * used since they began, and how long each of their threads stood in the queue for a processor.
 *
 * <p>Only Linux tells of the queue. Elsewhere, and of a container that somebody else started, no
 * thread is known to have waited.
 *
 * <p>Format: Linux, Documentation/scheduler/sched-stats.rst, /proc/PID/schedstat.
 *
 * @param used processor time of all threads, of those that ended too
 * @param waited nanoseconds in the queue, by thread
 */
record ProcessorTime(Duration used, Map<String, Long> waited) {

  private static final Path KERNEL = Path.of("/proc");

  /** Copies the map. */
  ProcessorTime {
    waited = Map.copyOf(waited);
  }

  /** Reads what the kernel says now; of a process that has ended it says nothing. */
  static ProcessorTime of(ProcessHandle process) {
    Duration used = Duration.ZERO;
    Map<String, Long> waited = new HashMap<>();
    List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
    for (ProcessHandle one : all) {
      used = used.plus(one.info().totalCpuDuration().orElse(Duration.ZERO));
      try (Stream<Path> threads = Files.list(KERNEL.resolve(one.pid() + "/task"))) {
        threads.forEach(thread -> readQueue(thread, waited));
      } catch (IOException | UncheckedIOException ended) {
        // Another system, or a process that ended while it was read.
      }
    }
    return new ProcessorTime(used, waited);
  }

  private static void readQueue(Path thread, Map<String, Long> waited) {
    try {
      String[] numbers = Files.readString(thread.resolve("schedstat")).split(" ", -1);
      waited.put(thread.toString(), Long.parseLong(numbers[1]));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unknown) {
      // The thread ended, or the kernel was built without these figures.
    }
  }
}
