package org.attentionlab.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.attentionlab.kernel.client.ProtocolProbe.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history as front ends ask for it, over restarts. */
class KeptHistoryTest {
  @TempDir private Path directory;

  private static JsonNode history(ProtocolProbe probe, ObjectNode query) {
    JsonNode reply =
        probe.reply(Channel.SHELL, probe.send(Channel.SHELL, "history_request", query)).content();
    assertEquals("ok", reply.path("status").asText());
    return reply.path("history");
  }

  private static ObjectNode query(String access) {
    return Codec.JSON.createObjectNode().put("hist_access_type", access);
  }

  private static void run(ProtocolProbe probe, ObjectNode request) {
    probe.published(probe.send(Channel.SHELL, "execute_request", request));
  }

  @Test
  void cellsAreFoundAfterARestart() throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of("ATTENTIONLAB_HISTORY", directory.resolve("h.jsonl").toString());
    try (ProtocolProbe first = ProtocolProbe.start(environment)) {
      run(first, KernelClient.executeRequest("\"typed\""));
      run(first, KernelClient.executeRequest("\"silent\"").put("silent", true));
      run(first, KernelClient.executeRequest("\"unstored\"").put("store_history", false));
      run(first, KernelClient.executeRequest("throw new Error();"));
      first.send(Channel.CONTROL, "shutdown_request", Codec.JSON.createObjectNode());
      first.process().process().waitFor();
    }
    try (ProtocolProbe second = ProtocolProbe.start(environment)) {
      run(second, KernelClient.executeRequest("1 + 2"));
      assertEquals(
          "[[1,1,\"\\\"typed\\\"\"],[1,2,\"throw new Error();\"],[2,1,\"1 + 2\"]]",
          history(second, query("tail").put("n", 10)).toString());
      assertEquals(
          "[[1,1,[\"\\\"typed\\\"\",\"typed\"]]]",
          history(second, query("search").put("pattern", "*typed*").put("output", true))
              .toString());
      assertEquals(
          "[[1,2,\"throw new Error();\"]]",
          history(second, query("range").put("session", -1).put("start", 2)).toString());
      assertEquals("[[2,1,\"1 + 2\"]]", history(second, query("range")).toString());
    }
  }

  @Test
  void variableSwitchesItOff() throws IOException {
    try (ProtocolProbe probe =
        ProtocolProbe.start(
            Map.of("ATTENTIONLAB_HISTORY", "off", "XDG_DATA_HOME", directory.toString()))) {
      run(probe, KernelClient.executeRequest("1 + 2"));
      assertEquals("[[1,1,\"1 + 2\"]]", history(probe, query("tail")).toString());
    }
    assertFalse(Files.exists(directory.resolve("attentionlab")));
  }
}
