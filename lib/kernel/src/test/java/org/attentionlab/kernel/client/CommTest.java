package org.attentionlab.kernel.client;

import static org.attentionlab.kernel.client.ProtocolProbe.types;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.attentionlab.kernel.client.Codec.Incoming;
import org.attentionlab.kernel.client.ProtocolProbe.Channel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommTest {
  /** A target that sends back what it gets, prints it, and fails on demand. */
  private static final String ECHO =
      """
      import org.dflib.jjava.jupyter.kernel.*;
      import org.dflib.jjava.jupyter.kernel.comm.*;
      import org.dflib.jjava.jupyter.messages.*;
      import org.dflib.jjava.jupyter.messages.comm.*;
      class Echo extends Comm {
        Echo(CommManager manager, String id, String target) { super(manager, id, target); }
        protected void onMessage(Message<CommMsgCommand> message) {
          var data = message.getContent().getData();
          if (data.has("fail")) throw new IllegalStateException("told to fail");
          System.out.println("got " + data);
          send(data);
        }
        protected void onClose(Message<CommCloseCommand> message, boolean sending) {
          System.out.println("closed");
        }
      }
      BaseKernel.notebookKernel().getCommManager().registerTarget("echo",
          (manager, id, target, message) -> {
            if (message.getContent().getData().has("fail")) throw new IllegalStateException("no");
            return new Echo(manager, id, target);
          });
      """;

  private static ProtocolProbe probe;

  @BeforeAll
  static void start() throws IOException {
    probe = ProtocolProbe.start();
    String id = probe.execute(ECHO);
    assertEquals("ok", probe.reply(Channel.SHELL, id).content().path("status").asText());
    probe.published(id);
  }

  @AfterAll
  static void stop() throws IOException {
    probe.close();
  }

  private static List<Incoming> send(String type, String comm, ObjectNode data) {
    ObjectNode content =
        Codec.JSON.createObjectNode().put("comm_id", comm).put("target_name", "echo");
    content.set("data", data);
    return probe.published(probe.send(Channel.SHELL, type, content));
  }

  private static ObjectNode data() {
    return Codec.JSON.createObjectNode();
  }

  private static JsonNode comms(String target) {
    ObjectNode content = Codec.JSON.createObjectNode().put("target_name", target);
    String id = probe.send(Channel.SHELL, "comm_info_request", content);
    probe.published(id);
    JsonNode reply = probe.reply(Channel.SHELL, id).content();
    assertEquals("ok", reply.path("status").asText());
    return reply.path("comms");
  }

  @Test
  void commIsOpenedUsedAndClosed() {
    String comm = UUID.randomUUID().toString();
    assertEquals(List.of("busy", "idle"), types(send("comm_open", comm, data())));
    assertEquals("echo", comms("echo").path(comm).path("target_name").asText());
    assertTrue(comms("another").isEmpty());
    List<Incoming> answer = send("comm_msg", comm, data().put("x", 3));
    assertTrue(types(answer).contains("comm_msg"), () -> types(answer).toString());
    Incoming echo = answer.stream().filter(m -> m.type().equals("comm_msg")).findFirst().get();
    assertEquals(comm, echo.content().path("comm_id").asText());
    assertEquals(3, echo.content().path("data").path("x").asInt());
    assertTrue(types(answer).contains("stream"), "what a handler prints belongs to the message");
    assertTrue(types(send("comm_close", comm, data())).contains("stream"));
    assertTrue(comms("echo").path(comm).isMissingNode());
  }

  @Test
  void unknownTargetIsClosedAtOnce() {
    ObjectNode content =
        Codec.JSON.createObjectNode().put("comm_id", "lost").put("target_name", "nobody");
    List<Incoming> all = probe.published(probe.send(Channel.SHELL, "comm_open", content));
    assertEquals(List.of("busy", "comm_close", "idle"), types(all));
    assertEquals("lost", all.get(1).content().path("comm_id").asText());
  }

  @Test
  void targetThatFailsIsClosedAndTold() {
    List<Incoming> all = send("comm_open", "failing", data().put("fail", true));
    assertEquals(List.of("busy", "stream", "comm_close", "idle"), types(all));
    assertTrue(all.get(1).content().path("text").asText().contains("IllegalStateException"));
    assertTrue(comms("echo").path("failing").isMissingNode());
  }

  @Test
  void handlerThatFailsIsToldAndTheCommLivesOn() {
    String comm = UUID.randomUUID().toString();
    send("comm_open", comm, data());
    List<Incoming> all = send("comm_msg", comm, data().put("fail", true));
    assertEquals(List.of("busy", "stream", "idle"), types(all));
    assertTrue(types(send("comm_msg", comm, data())).contains("comm_msg"));
  }

  @Test
  void messageToAnUnknownCommIsIgnored() {
    assertEquals(List.of("busy", "idle"), types(send("comm_msg", "unknown", data())));
    assertEquals(List.of("busy", "idle"), types(send("comm_close", "unknown", data())));
  }

  @Test
  void cellOpensACommOfItsOwn() {
    String id =
        probe.execute(
            "BaseKernel.notebookKernel().getCommManager().openComm(\"front\","
                + " (m, i, t, open) -> new Echo(m, i, t)); 1");
    List<Incoming> all = probe.published(id);
    Incoming open = all.stream().filter(m -> m.type().equals("comm_open")).findFirst().get();
    assertEquals("front", open.content().path("target_name").asText());
    assertEquals(id, open.parent().path("msg_id").asText());
  }
}
