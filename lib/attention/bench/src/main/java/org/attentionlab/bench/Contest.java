package org.attentionlab.bench;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attentionlab.numerics.Numerics;
import org.attentionlab.numerics.Parallel;

/**
 * Java's side of a comparison: does what it is told line by line, so that another program can let
 * both sides take turns.
 *
 * <pre>
 * threads 1        from now on
 * make bert        a workload, in place of the one before
 * round 500        runs it for so many milliseconds; answers the median of a run in ms
 * each 50          runs it so many times; answers the milliseconds of each run
 * warm             waits until the kernels are compiled; answers the milliseconds since the JVM began
 * flops            of a run
 * memory 400       runs it so many times; answers bytes allocated in each, and collections in all
 * </pre>
 */
public final class Contest {
  private Workload workload = () -> {};

  private Contest() {}

  /** Reads lines until there are no more. */
  public static void main(String[] args) throws IOException {
    System.err.println(Numerics.get().description());
    Contest contest = new Contest();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(contest.answer(line));
      System.out.flush();
    }
  }

  private String answer(String line) {
    String[] words = line.split(" ", 2);
    String what = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "threads" -> {
        Parallel.threads(Integer.parseInt(what));
        yield "ok";
      }
      case "make" -> {
        workload = Workload.of(what);
        yield "ok";
      }
      case "round" -> number(median(round(Integer.parseInt(what))));
      case "each" -> each(Integer.parseInt(what));
      case "warm" -> number(warm());
      case "flops" -> number(workload.flops());
      case "memory" -> memory(Integer.parseInt(what));
      default -> throw new IllegalArgumentException("Contest: no such line: " + line);
    };
  }

  private List<Double> round(int millis) {
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + millis * 1_000_000L;
    while (System.nanoTime() < end || times.size() < 3) {
      times.add(time());
    }
    return times;
  }

  private String each(int count) {
    StringBuilder times = new StringBuilder();
    for (int i = 0; i < count; i++) {
      times.append(number(time())).append(' ');
    }
    return times.toString().strip();
  }

  /** The kernels warm themselves up on a thread of their own, as soon as they are asked for. */
  private static double warm() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("attention-lab-warm-up")) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }

  private String memory(int count) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long collections = collections();
    long before = thread.getThreadAllocatedBytes(id);
    for (int i = 0; i < count; i++) {
      workload.run();
    }
    long bytes = (thread.getThreadAllocatedBytes(id) - before) / count;
    return bytes + " " + (collections() - collections);
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }

  private double time() {
    long since = System.nanoTime();
    workload.run();
    return (System.nanoTime() - since) / 1e6;
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
