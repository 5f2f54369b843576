package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.attentionlab.kernel.TestKernel.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.attentionlab.kernel.client.KernelException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptTest {
  /** Counts the cells' threads that still run beside the one that asks. */
  private static final String OTHERS =
      "Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith(\"Cell \")"
          + " && t != Thread.currentThread()).count()";

  private static KernelClient kernel;

  @BeforeAll
  static void start() {
    kernel = TestKernel.start();
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  private static Execution interrupted(ObjectNode request) {
    return TestKernel.interrupted(kernel, request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) { }",
        "int n = 0; for (;;) n++;",
        "do { try { Thread.onSpinWait(); } catch (Throwable t) { } } while (true);",
        "Thread.sleep(60_000);",
        "new CountDownLatch(1).await();",
        "while (true) try { Thread.sleep(10_000); } catch (InterruptedException swallowed) { }",
        "IntStream.iterate(0, i -> i).forEach(i -> { });",
        "void forever() { forever2(); }\nvoid forever2() { while (true); }\nforever();",
        "while (true) System.out.println(\"again and again\");",
        "int down(int n) { return n == 0 ? 0 : down(n - 1) + down(n - 1); }\ndown(60)",
        "new ArrayBlockingQueue<Integer>(1).take();",
        "Object lock = new Object(); synchronized (lock) { lock.wait(); }",
        "var held = new java.util.concurrent.locks.ReentrantLock(); var go = new CountDownLatch(1);"
            + " var other = new Thread(() -> { held.lock(); go.countDown(); try {"
            + " Thread.sleep(60_000); } catch (InterruptedException e) { } });"
            + " other.start(); go.await(); held.lockInterruptibly();",
        "IntStream.range(0, 4).parallel().forEach(i -> { while (true); });",
        "var spin = new Thread(() -> { while (true); }, \"Cell spin\"); spin.start(); spin.join();"
      })
  void interruptEndsTheCellAndItsThread(String code) {
    Execution execution = interrupted(KernelClient.executeRequest(code));
    assertEquals("Interrupted", execution.reply().path("ename").asText(), code);
    assertEquals("0", value(kernel.execute(OTHERS, LONG)), code);
  }

  @Test
  void interruptEndsARead() {
    Execution execution =
        interrupted(KernelClient.executeRequest("System.in.read()").put("allow_stdin", true));
    assertEquals("Interrupted", execution.reply().path("ename").asText());
    Execution next =
        kernel.execute(
            KernelClient.executeRequest("new Scanner(System.in).nextLine()"),
            LONG,
            Optional.of(prompt -> "fresh"));
    assertEquals("fresh", value(next));
  }

  @Test
  void interruptOfNothingIsHarmless() {
    kernel.interrupt();
    assertEquals("2", value(kernel.execute("1 + 1", LONG)));
  }

  @Test
  void variablesSurviveAnInterrupt() {
    kernel.execute("int kept = 5;", LONG);
    interrupted(KernelClient.executeRequest("kept = 6; while (true) { }"));
    assertEquals("6", value(kernel.execute("kept", LONG)));
  }

  @Test
  void cellThatTakesTooLongIsInterruptedByTheClient() {
    KernelException thrown =
        assertThrows(
            KernelException.class,
            () -> kernel.execute("while (true) { }", Duration.ofMillis(500)));
    assertTrue(thrown.getMessage().contains("0.5 s"), thrown::getMessage);
    assertTrue(thrown.getMessage().contains("while (true) { }"), thrown::getMessage);
    assertEquals("2", value(kernel.execute("1 + 1", LONG)));
  }

  @Test
  void interruptedCellTakesNoProcessorTimeAfterwards() {
    interrupted(
        KernelClient.executeRequest(
            "Thread spinning = Thread.currentThread(); long busy = 0; while (true) { busy++; }"));
    String used =
        """
        var beans = java.lang.management.ManagementFactory.getThreadMXBean();
        long start = beans.getThreadCpuTime(spinning.getId()); Thread.sleep(300);
        beans.getThreadCpuTime(spinning.getId()) - start
        """;
    assertEquals("0", value(kernel.execute(used, LONG)));
  }

  /**
   * In a kernel of its own: from Java 20 on the thread stays, and the other tests count threads.
   */
  @Test
  void callDeepInALibraryIsLeftBehindAtLast() {
    try (KernelClient own = TestKernel.start()) {
      Execution execution =
          TestKernel.interrupted(
              own,
              KernelClient.executeRequest(
                  "java.util.regex.Pattern.matches(\".*.*.*.*.*.*.*y\", \"x\".repeat(3000))"));
      assertEquals("Interrupted", execution.reply().path("ename").asText());
      assertEquals("2", value(own.execute("1 + 1", LONG)));
    }
  }

  @Test
  void interruptWhileTheCellCompilesEndsIt() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      code.append("int compiled").append(i).append("() { return ").append(i).append("; }\n");
    }
    Execution execution = interrupted(KernelClient.executeRequest(code.toString()));
    assertEquals("Interrupted", execution.reply().path("ename").asText());
    assertEquals("2", value(kernel.execute("1 + 1", LONG)));
  }
}
