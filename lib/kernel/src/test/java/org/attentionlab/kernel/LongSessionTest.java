package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.Test;

/**
 * Runs one session for long, and looks at what it keeps.
 *
 * <p>The whole of it takes minutes: {@code mvn test -pl lib/kernel -Dtest=LongSessionTest
 * -Dkernel.cells=10000}. Only then is the time compared, as a machine that is busy with a build
 * measures nothing.
 */
class LongSessionTest {
  private static final int CELLS = Integer.getInteger("kernel.cells", 1000);
  private static final int BLOCK = 500;

  /** Of which the history, which is the user's, has a part. */
  private static final double KILOBYTES_PER_CELL = 8;

  private static final List<String> KINDS =
      List.of(
          "int x = %d;",
          "x + %d",
          "for (int i = 0; i < 3; i++) { System.out.println(i + %d); }",
          "List.of(x, %d)",
          "int f(int k) { return k + %d; }\nf(x)",
          "IntStream.range(0, %d).map(i -> i * x).sum()",
          "new Object() { int v = %d; }.v",
          "float[] big = new float[1_000_000]; new float[1_000_000 + %d]");

  private static final String HEAP =
      "{ for (int i = 0; i < 3; i++) { System.gc(); } System.out.print(java.lang.management."
          + "ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024); }";

  @Test
  void sessionNeitherGrowsNorSlowsDown() {
    double[] medians = new double[CELLS / BLOCK];
    long[] heaps = new long[CELLS / BLOCK];
    try (KernelClient kernel =
        KernelClient.start(
            TestKernel.fullCommand().argv(), Path.of("").toAbsolutePath(), Map.of(), LONG)) {
      long[] nanos = new long[BLOCK];
      for (int i = 0; i < medians.length * BLOCK; i++) {
        String code = String.format(Locale.ROOT, KINDS.get(i % KINDS.size()), i);
        long begin = System.nanoTime();
        Execution execution = kernel.execute(code, LONG);
        nanos[i % BLOCK] = System.nanoTime() - begin;
        assertTrue(execution.ok(), execution::toString);
        if ((i + 1) % BLOCK == 0) {
          Arrays.sort(nanos);
          medians[i / BLOCK] = nanos[BLOCK / 2] / 1e6;
          heaps[i / BLOCK] = Long.parseLong(kernel.execute(HEAP, LONG).stream("stdout"));
          System.out.printf(
              "%d cells: median %.1f ms, heap %d kB%n",
              i + 1, medians[i / BLOCK], heaps[i / BLOCK]);
        }
      }
    }
    int last = medians.length - 1;
    double growth = (heaps[last] - heaps[0]) / (double) (last * BLOCK);
    assertTrue(growth < KILOBYTES_PER_CELL, () -> "each cell leaves " + growth + " kB");
    if (CELLS >= 10_000) {
      double ratio = medians[last] / medians[1];
      assertTrue(ratio <= 1.5, () -> "the last cells take " + ratio + " times as long");
    }
  }
}
