package org.attentionlab.kernel.client;

import static org.attentionlab.kernel.client.ProtocolProbe.types;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.attentionlab.kernel.client.ProtocolProbe.Channel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives, the kernel answers or ignores it, logs a line, and lives on. */
class AbuseTest {
  private static ProtocolProbe probe;

  @BeforeAll
  static void start() throws IOException {
    probe = ProtocolProbe.start("-Xmx160m");
  }

  @AfterAll
  static void stop() throws IOException {
    probe.close();
  }

  @AfterEach
  void kernelLivesOn() {
    assertEquals("2", probe.onePlusOne());
  }

  private static ObjectNode json() {
    return Codec.JSON.createObjectNode();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<byte[]> declaring(String name) {
    return new ArrayList<>(
        probe
            .codec()
            .encode(
                probe.codec().header("execute_request"),
                json(),
                KernelClient.executeRequest("int " + name + " = 1;")));
  }

  private static void assertUnknown(String name) {
    String id = probe.execute(name);
    assertEquals("error", probe.reply(Channel.SHELL, id).content().path("status").asText());
    probe.published(id);
  }

  private static void assertLogged(String part) {
    // The log comes by another way than the answers.
    long end = System.currentTimeMillis() + 30_000;
    while (!probe.process().output().contains(part) && System.currentTimeMillis() < end) {
      Thread.onSpinWait();
    }
    assertTrue(probe.process().output().contains(part), probe.process().output());
  }

  @Test
  void messageSignedWithAnotherKeyIsIgnored() {
    Codec other = new Codec("not the key");
    probe.send(
        Channel.SHELL,
        other.encode(
            other.header("execute_request"),
            json(),
            KernelClient.executeRequest("int forged = 1;")));
    assertUnknown("forged");
    assertLogged("wrong signature");
  }

  @Test
  void messageWithoutASignatureIsIgnored() {
    List<byte[]> frames = declaring("unsigned");
    frames.set(1, new byte[0]);
    probe.send(Channel.SHELL, frames);
    assertUnknown("unsigned");
    assertLogged("without a signature");
  }

  @Test
  void changedMessageIsIgnored() {
    List<byte[]> frames = declaring("before");
    frames.set(
        5, bytes(new String(frames.get(5), StandardCharsets.UTF_8).replace("before", "aft")));
    probe.send(Channel.SHELL, frames);
    assertUnknown("aft");
  }

  @Test
  void recordedMessageCannotBePlayedAgain() {
    ObjectNode header = probe.codec().header("execute_request");
    List<byte[]> frames =
        probe.codec().encode(header, json(), KernelClient.executeRequest("System.out.print(1);"));
    String id = header.path("msg_id").asText();
    probe.send(Channel.SHELL, frames);
    probe.reply(Channel.SHELL, id);
    probe.published(id);
    probe.send(Channel.SHELL, frames);
    assertTrue(probe.isSilent(Channel.SHELL, id));
    assertTrue(probe.isSilent(Channel.IOPUB, id));
    assertLogged("came before");
  }

  @ParameterizedTest
  @EnumSource(
      value = Channel.class,
      names = {"SHELL", "CONTROL", "STDIN", "HB"})
  void junkOnEveryChannelIsIgnored(Channel channel) throws IOException {
    byte[] junk = {1, -2, 3};
    try (ProtocolProbe other = probe.another()) {
      other.send(channel, List.of(junk));
      if (channel != Channel.HB) {
        other.send(channel, List.of(new byte[0]));
        other.send(channel, List.of(junk, junk, junk, junk, junk, junk, junk, junk));
      }
    }
    String id = probe.send(Channel.CONTROL, "kernel_info_request", json());
    assertEquals("ok", probe.reply(Channel.CONTROL, id).content().path("status").asText());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void truncatedMessageIsIgnored(int frames) {
    probe.send(Channel.SHELL, declaring("truncated").subList(0, frames));
    assertUnknown("truncated");
    assertLogged("too short");
  }

  @Test
  void messageWithoutTheDelimiterIsIgnored() {
    List<byte[]> frames = declaring("undelimited");
    probe.send(Channel.SHELL, frames.subList(1, frames.size()));
    assertUnknown("undelimited");
    assertLogged("without the delimiter");
  }

  /** Signs parts as they are. */
  private static void sendParts(String header, String parent, String metadata, String content) {
    List<byte[]> parts = List.of(bytes(header), bytes(parent), bytes(metadata), bytes(content));
    probe.send(Channel.SHELL, probe.codec().encodeParts(parts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "null",
        "[]",
        "7",
        "\"text\"",
        "{}",
        "{\"msg_id\": \"a\"}",
        "{\"msg_type\": \"execute_request\"}",
        "{\"msg_id\": {}, \"msg_type\": [1]}",
        "{\"msg_id\": null, \"msg_type\": null}"
      })
  void brokenHeaderIsIgnored(String header) {
    sendParts(header, "{}", "{}", "{\"code\": \"int broken = 1;\"}");
    assertUnknown("broken");
    assertLogged("ignored a message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "null", "[]", "7"})
  void brokenParentAndMetadataAreIgnored(String part) {
    String header = probe.codec().header("execute_request").toString();
    sendParts(header, part, "{}", "{\"code\": \"int broken = 1;\"}");
    sendParts(header, "{}", part, "{\"code\": \"int broken = 1;\"}");
    assertUnknown("broken");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "execute_request | { | no JSON",
        "execute_request | [] | no JSON object",
        "execute_request | {} | code is missing",
        "execute_request | {\"code\": 5} | code must be a string",
        "execute_request | {\"code\": \"\", \"silent\": \"yes\"} | silent must be true or false",
        "complete_request | {} | code is missing",
        "complete_request | {\"code\": \"\", \"cursor_pos\": \"end\"} | cursor_pos must be a number",
        "inspect_request | {\"cursor_pos\": 1} | code is missing",
        "is_complete_request | {\"code\": null} | code is missing",
        "history_request | {} | hist_access_type is missing",
        "history_request | {\"hist_access_type\": \"all\"} | must be range, tail or search",
        "history_request | {\"hist_access_type\": \"tail\", \"n\": \"many\"} | many",
        "shutdown_request | {\"restart\": 1} | restart must be true or false"
      })
  void contentThatCannotBeUsedIsAnsweredWithAnError(String type, String content, String why) {
    ObjectNode header = probe.codec().header(type);
    sendParts(header.toString(), "{}", "{}", content);
    String id = header.path("msg_id").asText();
    JsonNode reply = probe.reply(Channel.SHELL, id).content();
    assertEquals("error", reply.path("status").asText());
    assertTrue(reply.path("evalue").asText().contains(why), reply::toString);
    assertEquals(List.of("busy", "idle"), types(probe.published(id)));
  }

  @Test
  void deeplyNestedContentIsAnsweredWithAnError() {
    ObjectNode header = probe.codec().header("execute_request");
    sendParts(header.toString(), "{}", "{}", "{\"code\": " + "[".repeat(200_000) + "}");
    assertEquals(
        "error",
        probe
            .reply(Channel.SHELL, header.path("msg_id").asText())
            .content()
            .path("status")
            .asText());
  }

  @Test
  void unknownFieldsAreIgnored() {
    ObjectNode content = KernelClient.executeRequest("1").put("cell_id", "x").put("new", 1);
    String id = probe.send(Channel.SHELL, "execute_request", content);
    assertEquals("ok", probe.reply(Channel.SHELL, id).content().path("status").asText());
  }

  @Test
  void unknownRequestIsNoticedAndNotAnswered() {
    String id = probe.send(Channel.SHELL, "no_such_request", json());
    assertEquals(List.of("busy", "idle"), types(probe.published(id)));
    assertTrue(probe.isSilent(Channel.SHELL, id));
    assertLogged("no handler for no_such_request");
  }

  @Test
  void subshellsAreNotServed() {
    String id = probe.send(Channel.CONTROL, "create_subshell_request", json());
    assertEquals("error", probe.reply(Channel.CONTROL, id).content().path("status").asText());
  }

  @Test
  void cellOnTheControlChannelIsRefused() {
    String id =
        probe.send(
            Channel.CONTROL, "execute_request", KernelClient.executeRequest("int wrong = 1;"));
    JsonNode reply = probe.reply(Channel.CONTROL, id).content();
    assertEquals("error", reply.path("status").asText());
    assertTrue(reply.path("evalue").asText().contains("the control channel takes no"));
    assertUnknown("wrong");
  }

  @Test
  void replyThatNobodyAskedForIsIgnored() {
    probe.send(Channel.STDIN, "input_reply", json().put("value", "unasked"));
    String id = probe.send(Channel.SHELL, "input_reply", json().put("value", "unasked"));
    assertEquals(List.of("busy", "idle"), types(probe.published(id)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -2_000_000_000, 3, 2_000_000_000})
  void cursorOutsideTheCodeIsPutInside(int cursor) {
    ObjectNode content = json().put("code", "abc").put("cursor_pos", cursor);
    for (String type : List.of("complete_request", "inspect_request")) {
      String id = probe.send(Channel.SHELL, type, content);
      JsonNode reply = probe.reply(Channel.SHELL, id).content();
      assertEquals("ok", reply.path("status").asText(), type);
      assertTrue(reply.path("cursor_end").asInt() >= 0);
      assertTrue(reply.path("cursor_end").asInt() <= 3);
    }
  }

  @Test
  void thousandRapidRequestsAreAnsweredInOrder() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      ids.add(
          i % 10 == 0
              ? probe.execute("int rapid = " + i + ";")
              : probe.send(Channel.SHELL, "kernel_info_request", json()));
    }
    for (String id : ids) {
      assertEquals("ok", probe.reply(Channel.SHELL, id).content().path("status").asText());
    }
  }

  @Test
  void frameThatWouldNotFitIntoMemoryCostsItsSenderAlone() throws IOException {
    try (ProtocolProbe other = probe.another()) {
      other.send(Channel.SHELL, List.of(new byte[100 << 20]));
      assertEquals("2", probe.onePlusOne());
    }
  }

  @Test
  void largeCellIsCarriedOut() {
    String id = probe.execute("// " + "x".repeat(2 << 20) + "\n1");
    assertEquals("ok", probe.reply(Channel.SHELL, id).content().path("status").asText());
  }

  @Test
  void frontEndThatVanishesInTheMiddleOfACellIsNotMissed() throws IOException {
    ProtocolProbe other = probe.another();
    String id =
        other.execute(
            "for (int i = 0; i < 200; i++) { System.out.println(i); Thread.sleep(5); } 1");
    other.await(Channel.IOPUB, m -> m.answers(id) && m.type().equals("stream"));
    other.vanish();
    assertTrue(types(probe.published(id)).contains("execute_result"));
  }

  @Test
  void frontEndThatVanishesBeforeItAnswersLeavesAnInterruptibleCell() throws IOException {
    ProtocolProbe other = probe.another();
    ObjectNode asking =
        KernelClient.executeRequest("new Scanner(System.in).nextLine()").put("allow_stdin", true);
    String id = other.send(Channel.SHELL, "execute_request", asking);
    other.await(Channel.STDIN, m -> m.type().equals("input_request"));
    other.vanish();
    String interrupt = probe.send(Channel.CONTROL, "interrupt_request", json());
    assertEquals("ok", probe.reply(Channel.CONTROL, interrupt).content().path("status").asText());
    assertTrue(types(probe.published(id)).contains("error"));
  }

  @Test
  void handshakeThatIsNoneIsIgnored() throws IOException {
    for (int port : probe.connection().ports().values()) {
      try (java.net.Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write(bytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        socket.getOutputStream().flush();
      }
    }
    assertFalse(probe.process().output().contains("Exception in thread"));
  }
}
