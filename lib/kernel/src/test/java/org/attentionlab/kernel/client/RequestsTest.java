package org.attentionlab.kernel.client;

import static org.attentionlab.kernel.client.ProtocolProbe.types;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.attentionlab.kernel.client.Codec.Incoming;
import org.attentionlab.kernel.client.ProtocolProbe.Channel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every request of the protocol 5.4, as it travels. */
class RequestsTest {
  private static ProtocolProbe probe;

  @BeforeAll
  static void start() throws IOException {
    probe = ProtocolProbe.start();
  }

  @AfterAll
  static void stop() throws IOException {
    probe.close();
  }

  private static ObjectNode json() {
    return Codec.JSON.createObjectNode();
  }

  private static JsonNode ask(Channel channel, String type, ObjectNode content) {
    return probe.reply(channel, probe.send(channel, type, content)).content();
  }

  @Test
  void kernelInfoHasAllThatTheProtocolWants() {
    JsonNode info = ask(Channel.SHELL, "kernel_info_request", json());
    assertEquals("ok", info.path("status").asText());
    assertEquals("5.4", info.path("protocol_version").asText());
    for (String name : List.of("implementation", "implementation_version", "banner")) {
      assertFalse(info.path(name).asText().isEmpty(), name);
    }
    assertTrue(info.path("debugger").isBoolean());
    assertFalse(info.path("debugger").asBoolean());
    assertTrue(info.path("supported_features").isArray());
    assertEquals(0, info.path("supported_features").size());
    assertTrue(info.path("help_links").path(0).path("url").asText().startsWith("https://"));
    JsonNode language = info.path("language_info");
    assertEquals("Java", language.path("name").asText());
    assertEquals(Runtime.version().toString(), language.path("version").asText());
    assertEquals(".jshell", language.path("file_extension").asText());
    assertEquals("text/x-java-source", language.path("mimetype").asText());
  }

  @Test
  void headerIsTheKernelsOwnAndTheParentIsAnExactCopy() {
    ObjectNode header =
        probe.codec().header("kernel_info_request").put("new_in_5_9", cat()).put("date", "odd");
    probe.send(Channel.SHELL, probe.codec().encode(header, json(), json()));
    String id = header.path("msg_id").asText();
    Incoming reply = probe.reply(Channel.SHELL, id);
    assertEquals(header, reply.parent());
    assertEquals("5.4", reply.header().path("version").asText());
    assertNotEquals(header.path("session"), reply.header().path("session"));
    assertTrue(
        Instant.parse(reply.header().path("date").asText())
            .isAfter(Instant.now().minusSeconds(90)));
    List<Incoming> published = probe.published(id);
    assertEquals(List.of("busy", "idle"), types(published));
    published.forEach(m -> assertEquals(header, m.parent()));
    published.forEach(
        m -> assertEquals(reply.header().path("session"), m.header().path("session")));
  }

  private static String cat() {
    return "猫";
  }

  /** What VS Code, JupyterLab and nbclient rely on. */
  @Test
  void cellIsToldInTheOrderThatFrontEndsExpect() {
    String id =
        probe.execute(
            "System.out.println(1); System.err.println(2); display(3, \"text/plain\"); 4");
    assertEquals(
        List.of(
            "busy", "execute_input", "stream", "stream", "display_data", "execute_result", "idle"),
        types(probe.published(id)));
    JsonNode reply = probe.reply(Channel.SHELL, id).content();
    assertEquals("ok", reply.path("status").asText());
    assertTrue(reply.path("payload").isArray());
    assertTrue(reply.path("user_expressions").isObject());
  }

  @Test
  void failingCellIsToldInTheOrderThatFrontEndsExpect() {
    String id = probe.execute("System.out.println(1); throw new Error(\"x\");");
    assertEquals(
        List.of("busy", "execute_input", "stream", "error", "idle"), types(probe.published(id)));
    JsonNode reply = probe.reply(Channel.SHELL, id).content();
    assertEquals("error", reply.path("status").asText());
    for (String name : List.of("ename", "evalue", "traceback", "execution_count")) {
      assertTrue(reply.has(name), name);
    }
  }

  @Test
  void idleIsSaidOnlyAfterAllOutput() {
    for (int round = 0; round < 20; round++) {
      String id = probe.execute("System.out.print(\"end\");");
      List<Incoming> all = probe.published(id);
      assertEquals(List.of("busy", "execute_input", "stream", "idle"), types(all));
      probe.reply(Channel.SHELL, id);
    }
  }

  @Test
  void topicNamesKernelAndType() {
    String id = probe.send(Channel.SHELL, "comm_info_request", json());
    String topic =
        new String(
            probe.receive(Channel.IOPUB, 30_000).orElseThrow().get(0), StandardCharsets.UTF_8);
    assertTrue(topic.matches("kernel\\.[0-9a-f-]{36}\\.status"), topic);
    probe.reply(Channel.SHELL, id);
  }

  @Test
  void requestWithDefaultsOnlyIsCarriedOut() {
    String id = probe.send(Channel.SHELL, "execute_request", json().put("code", "2 * 21"));
    JsonNode reply = probe.reply(Channel.SHELL, id).content();
    assertEquals("ok", reply.path("status").asText());
    assertTrue(types(probe.published(id)).contains("execute_result"));
  }

  @ParameterizedTest
  @CsvSource({
    "CONTROL, kernel_info_request",
    "CONTROL, interrupt_request",
    "CONTROL, debug_request",
    "SHELL, comm_info_request",
    "SHELL, connect_request",
    "SHELL, debug_request",
  })
  void busyAndIdleStandAroundEveryRequest(Channel channel, String type) {
    String id = probe.send(channel, type, json());
    assertEquals(type.replace("_request", "_reply"), probe.reply(channel, id).type());
    assertEquals(List.of("busy", "idle"), types(probe.published(id)));
  }

  @Test
  void debuggerIsDeclinedCleanly() {
    JsonNode reply =
        ask(
            Channel.CONTROL,
            "debug_request",
            json().put("type", "request").put("seq", 7).put("command", "initialize"));
    assertFalse(reply.path("success").asBoolean(true));
    assertEquals(7, reply.path("request_seq").asInt());
    assertEquals("initialize", reply.path("command").asText());
    assertEquals("response", reply.path("type").asText());
    assertEquals("error", reply.path("status").asText());
    assertTrue(reply.path("message").asText().contains("no debugger"));
  }

  @Test
  void connectRequestTellsThePorts() {
    JsonNode reply = ask(Channel.SHELL, "connect_request", json());
    probe
        .connection()
        .ports()
        .forEach((name, port) -> assertEquals(port, reply.path(name).asInt(), name));
  }

  @Test
  void controlAnswersWhileACellRuns() {
    String cell = probe.execute("while (true) { Thread.onSpinWait(); }");
    probe.await(Channel.IOPUB, m -> m.answers(cell) && m.type().equals("execute_input"));
    assertEquals("ok", ask(Channel.CONTROL, "kernel_info_request", json()).path("status").asText());
    assertEquals("ok", ask(Channel.CONTROL, "interrupt_request", json()).path("status").asText());
    assertEquals("Interrupted", probe.reply(Channel.SHELL, cell).content().path("ename").asText());
  }

  @Test
  void heartbeatBeatsWhileACellRuns() {
    String cell = probe.execute("while (true) { Thread.onSpinWait(); }");
    probe.await(Channel.IOPUB, m -> m.answers(cell) && m.type().equals("execute_input"));
    byte[] ping = "ping".getBytes(StandardCharsets.US_ASCII);
    probe.send(Channel.HB, List.of(ping));
    Optional<List<byte[]>> beat = probe.receive(Channel.HB, 1_000);
    for (int i = 0; i < 20 && beat.isEmpty(); i++) {
      // JeroMQ 0.6.0 can overlook a connection that comes about while something is sent, until
      // another of its sockets is used.
      ask(Channel.CONTROL, "kernel_info_request", json());
      beat = probe.receive(Channel.HB, 1_000);
    }
    assertEquals("ping", new String(beat.orElseThrow().get(0), StandardCharsets.US_ASCII));
    ask(Channel.CONTROL, "interrupt_request", json());
    probe.reply(Channel.SHELL, cell);
  }

  @Test
  void failureAbortsWhatWaitsUnlessToldNotTo() {
    ObjectNode goOn =
        KernelClient.executeRequest("Thread.sleep(500); throw new Error();")
            .put("stop_on_error", false);
    String first = probe.send(Channel.SHELL, "execute_request", goOn);
    String second = probe.execute("Thread.sleep(500); throw new Error();");
    String third = probe.execute("3");
    String asked = probe.send(Channel.SHELL, "kernel_info_request", json());
    assertEquals("error", probe.reply(Channel.SHELL, first).content().path("status").asText());
    assertEquals("error", probe.reply(Channel.SHELL, second).content().path("status").asText());
    assertEquals("aborted", probe.reply(Channel.SHELL, third).content().path("status").asText());
    assertEquals("ok", probe.reply(Channel.SHELL, asked).content().path("status").asText());
    assertEquals(List.of("busy", "idle"), types(probe.published(third)));
  }

  @Test
  void shownDisplayIsUpdatedByItsId() {
    String id = probe.execute("String id = display(1, \"text/plain\"); updateDisplay(id, 2);");
    List<Incoming> all = probe.published(id);
    Incoming shown = only("display_data", all);
    Incoming update = only("update_display_data", all);
    String displayId = shown.content().path("transient").path("display_id").asText();
    assertFalse(displayId.isEmpty());
    assertEquals(displayId, update.content().path("transient").path("display_id").asText());
    assertEquals("2", update.content().path("data").path("text/plain").asText());
  }

  private static Incoming only(String type, List<Incoming> messages) {
    List<Incoming> found = messages.stream().filter(m -> m.type().equals(type)).toList();
    assertEquals(1, found.size(), type);
    return found.get(0);
  }

  @Test
  void outputIsClearedAtOnceOrBeforeTheNext() {
    List<Incoming> all = probe.published(probe.execute("clearOutput(true); clearOutput(false);"));
    assertEquals(
        List.of(true, false),
        all.stream()
            .filter(m -> m.type().equals("clear_output"))
            .map(m -> m.content().path("wait").asBoolean())
            .toList());
  }

  @Test
  void twoFrontEndsGetEachTheirOwnReplies() throws IOException {
    try (ProtocolProbe other = probe.another()) {
      String mine = probe.execute("\"mine\"");
      String theirs = other.execute("\"theirs\"");
      assertEquals("ok", probe.reply(Channel.SHELL, mine).content().path("status").asText());
      assertEquals("ok", other.reply(Channel.SHELL, theirs).content().path("status").asText());
      assertTrue(types(other.published(mine)).contains("execute_result"));
    }
  }
}
