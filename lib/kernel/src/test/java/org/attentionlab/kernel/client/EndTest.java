package org.attentionlab.kernel.client;

import static org.attentionlab.kernel.client.ProtocolProbe.types;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.attentionlab.kernel.client.Codec.Incoming;
import org.attentionlab.kernel.client.ProtocolProbe.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the kernel ends, and how it does not. */
class EndTest {
  /** Far more than it takes, far less than a front end waits before it kills. */
  private static final long END_SECONDS = 10;

  private ProtocolProbe probe;

  @BeforeEach
  void start() throws IOException {
    probe = ProtocolProbe.start();
  }

  @AfterEach
  void stop() throws IOException {
    probe.close();
  }

  private static ObjectNode json() {
    return Codec.JSON.createObjectNode();
  }

  private void assertEnds() throws InterruptedException {
    Process process = probe.process().process();
    assertTrue(process.waitFor(END_SECONDS, TimeUnit.SECONDS), "it lives on");
    assertEquals(0, process.exitValue(), probe.process().output());
  }

  private String begin(String code) {
    String id = probe.execute(code);
    probe.await(Channel.IOPUB, m -> m.answers(id) && m.type().equals("execute_input"));
    return id;
  }

  @ParameterizedTest
  @CsvSource({"CONTROL, false", "CONTROL, true", "SHELL, false"})
  void shutdownIsAnsweredToldToAllAndDone(Channel channel, boolean restart)
      throws InterruptedException {
    String id = probe.send(channel, "shutdown_request", json().put("restart", restart));
    Incoming reply = probe.reply(channel, id);
    assertEquals("ok", reply.content().path("status").asText());
    assertEquals(restart, reply.content().path("restart").asBoolean());
    List<Incoming> published = probe.published(id);
    assertEquals(List.of("busy", "shutdown_reply", "idle"), types(published));
    assertEquals(restart, published.get(1).content().path("restart").asBoolean());
    assertEnds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) { }",
        "Thread.sleep(600_000);",
        "while (true) try { Thread.sleep(600_000); } catch (InterruptedException swallowed) { }",
        "new Thread(() -> { while (true) { } }).start(); while (true) System.out.println(1);",
        "synchronized (String.class) { while (true) try { String.class.wait(); }"
            + " catch (InterruptedException swallowed) { } }"
      })
  void shutdownDoesNotWaitForABusyCell(String code) throws InterruptedException {
    begin(code);
    String id = probe.send(Channel.CONTROL, "shutdown_request", json());
    assertEquals("ok", probe.reply(Channel.CONTROL, id).content().path("status").asText());
    assertEnds();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void terminationEndsItInGoodOrder() throws InterruptedException {
    begin("while (true) { }");
    probe.process().process().destroy();
    assertEnds();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void interruptSignalEndsTheCellAndNotTheKernel() throws IOException, InterruptedException {
    assumeFalse(ignoresInterruptSignals(), "what a script starts in the background ignores SIGINT");
    String cell = begin("int kept = 5; while (true) { }");
    signal("INT");
    assertEquals("Interrupted", probe.reply(Channel.SHELL, cell).content().path("ename").asText());
    signal("INT");
    // The system may deliver it only when the next cell runs; it then ends that one.
    String answer = probe.onePlusOne();
    assertEquals("2", answer.equals("nothing") ? probe.onePlusOne() : answer);
  }

  /** A JVM that is started with the signal ignored leaves it so, and asks no handler. */
  private boolean ignoresInterruptSignals() throws IOException {
    Path status = Path.of("/proc/" + probe.process().process().pid() + "/status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored =
        Files.readAllLines(status).stream().filter(l -> l.startsWith("SigIgn:")).findFirst().get();
    long mask = Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16);
    return (mask >> 1 & 1) == 1;
  }

  private void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(probe.process().process().pid());
    assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
  }
}
