package org.attentionlab.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.attentionlab.kernel.client.Codec.Incoming;
import org.attentionlab.kernel.client.ProtocolProbe.Channel;
import org.junit.jupiter.api.Test;

/**
 * What front ends ask before the user has run anything: VS Code asks on two channels, runs silent
 * cells of its own, and wants help with code, all without waiting for answers.
 */
class FirstRequestsTest {
  @Test
  void requestsSentAtOnceAreAnsweredInTheirOrder() throws IOException {
    try (ProtocolProbe probe = ProtocolProbe.start()) {
      List<String> sent = new ArrayList<>();
      String control = probe.send(Channel.CONTROL, "kernel_info_request", json());
      sent.add(probe.send(Channel.SHELL, "kernel_info_request", json()));
      sent.add(probe.send(Channel.SHELL, "comm_info_request", json()));
      sent.add(
          probe.send(
              Channel.SHELL,
              "execute_request",
              json()
                  .put("code", "int ofTheFrontEnd = 1;")
                  .put("silent", true)
                  .put("store_history", false)));
      sent.add(probe.send(Channel.SHELL, "is_complete_request", json().put("code", "foo(")));
      sent.add(
          probe.send(
              Channel.SHELL,
              "complete_request",
              json().put("code", "Math.ab").put("cursor_pos", 7)));
      sent.add(
          probe.send(
              Channel.SHELL,
              "inspect_request",
              json().put("code", "Math.abs(1)").put("cursor_pos", 8)));
      sent.add(probe.execute("ofTheFrontEnd + 1"));
      assertEquals("ok", probe.reply(Channel.CONTROL, control).content().path("status").asText());
      List<Incoming> replies = new ArrayList<>();
      for (int i = 0; i < sent.size(); i++) {
        replies.add(probe.await(Channel.SHELL, message -> true));
      }
      assertEquals(sent, parents(replies));
      for (Incoming reply : replies) {
        boolean isComplete = reply.header().path("msg_type").asText().equals("is_complete_reply");
        assertEquals(
            isComplete ? "incomplete" : "ok",
            reply.content().path("status").asText(),
            reply::toString);
      }
      // The silent cell is not counted.
      assertEquals(1, replies.get(sent.size() - 1).content().path("execution_count").asInt());
    }
  }

  /**
   * VS Code asks for completions at every key, also while a cell runs, and sends the interrupt on
   * the control channel: each request has its reply, and its own busy and idle with it as the
   * parent, one request after the other.
   */
  @Test
  void requestsBehindARunningCellKeepTheirOrderThroughAnInterrupt() throws IOException {
    try (ProtocolProbe probe = ProtocolProbe.start()) {
      List<String> sent = new ArrayList<>();
      sent.add(probe.execute("System.out.println(\"runs\");\nwhile (true) { }"));
      probe.await(Channel.IOPUB, m -> m.type().equals("stream"));
      for (int cursor = 4; cursor < 9; cursor++) {
        sent.add(
            probe.send(
                Channel.SHELL,
                "complete_request",
                json().put("code", "Math.sqr").put("cursor_pos", Math.min(cursor, 8))));
      }
      sent.add(probe.send(Channel.SHELL, "is_complete_request", json().put("code", "int a = 1;")));
      String interrupt = probe.send(Channel.CONTROL, "interrupt_request", json());
      assertEquals("ok", probe.reply(Channel.CONTROL, interrupt).content().path("status").asText());
      List<Incoming> replies = new ArrayList<>();
      List<Incoming> published = new ArrayList<>();
      for (String id : sent) {
        replies.add(probe.await(Channel.SHELL, message -> true));
        published.addAll(probe.published(id));
      }
      assertEquals(sent, parents(replies));
      assertEquals(
          "execute_reply complete_reply complete_reply complete_reply complete_reply complete_reply"
              + " is_complete_reply",
          String.join(" ", replies.stream().map(Incoming::type).toList()));
      assertEquals("Interrupted", replies.get(0).content().path("ename").asText());
      assertEquals(
          List.of("execute_input", "error", "idle"),
          ProtocolProbe.types(published).subList(1, 4),
          published::toString);
      assertEquals(
          "busy idle ".repeat(sent.size() - 1).strip(),
          String.join(" ", ProtocolProbe.types(published).subList(4, published.size())));
      probe.await(Channel.IOPUB, m -> m.answers(interrupt) && ProtocolProbe.isStatus(m, "idle"));
      assertEquals("2", probe.onePlusOne());
    }
  }

  private static List<String> parents(List<Incoming> messages) {
    return messages.stream().map(m -> m.parent().path("msg_id").asText()).toList();
  }

  private static ObjectNode json() {
    return Codec.JSON.createObjectNode();
  }
}
