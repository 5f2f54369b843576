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
    Thread later =
        new Thread(
            () -> {
              try {
                Thread.sleep(700);
                kernel.interrupt();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    later.start();
    return kernel.execute(request, LONG, Optional.empty());
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
        "while (true) System.out.println(\"again and again\");"
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
}
