package org.attentionlab.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputCollectorTest {
  private final OutputCollector collector = new OutputCollector(new HashMap<>());

  private void stream(String name, String text) {
    collector.accept("stream", Codec.JSON.createObjectNode().put("name", name).put("text", text));
  }

  private void clear(boolean wait) {
    collector.accept("clear_output", Codec.JSON.createObjectNode().put("wait", wait));
  }

  private List<String> texts() {
    return collector.outputs().stream().map(o -> o.path("text").asText()).toList();
  }

  @Test
  void neighbouringPiecesOfAStreamAreOneOutput() {
    stream("stdout", "a");
    stream("stdout", "b");
    stream("stderr", "c");
    stream("stdout", "d");
    assertEquals(List.of("ab", "c", "d"), texts());
  }

  @Test
  void clearTakesEffectAtOnce() {
    stream("stdout", "a");
    clear(false);
    assertEquals(List.of(), texts());
  }

  @Test
  void clearThatWaitsTakesEffectWithTheNextOutput() {
    stream("stdout", "a");
    clear(true);
    assertEquals(List.of("a"), texts());
    stream("stdout", "b");
    assertEquals(List.of("b"), texts());
  }

  @Test
  void updateChangesEveryDisplayOfItsId() {
    ObjectNode shown = Codec.JSON.createObjectNode();
    shown.putObject("data").put("text/plain", "old");
    shown.putObject("transient").put("display_id", "7");
    collector.accept("display_data", shown);
    collector.accept("display_data", shown.deepCopy());
    ObjectNode update = shown.deepCopy();
    update.putObject("data").put("text/plain", "new");
    collector.accept("update_display_data", update);
    assertEquals(
        List.of("new", "new"),
        collector.outputs().stream().map(o -> o.path("data").path("text/plain").asText()).toList());
  }
}
