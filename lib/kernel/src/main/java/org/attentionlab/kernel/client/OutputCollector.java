package org.attentionlab.kernel.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns the messages of one cell into the outputs that a notebook keeps. */
final class OutputCollector {
  private final List<ObjectNode> outputs = new ArrayList<>();
  private final Map<String, List<ObjectNode>> displays;
  private boolean clearBeforeNext;

  /**
   * A collector for one cell.
   *
   * @param displays by display_id, of all cells so far
   */
  OutputCollector(Map<String, List<ObjectNode>> displays) {
    this.displays = displays;
  }

  List<ObjectNode> outputs() {
    return List.copyOf(outputs);
  }

  void accept(String type, ObjectNode content) {
    switch (type) {
      case "stream" -> stream(content.path("name").asText(), content.path("text").asText());
      case "display_data" -> display(content);
      case "execute_result" ->
          add(bundle(type, content).set("execution_count", content.path("execution_count")));
      case "error" -> {
        ObjectNode error = Codec.JSON.createObjectNode().put("output_type", "error");
        error.setAll(content);
        add(error);
      }
      case "update_display_data" -> update(content);
      case "clear_output" -> {
        if (content.path("wait").asBoolean()) {
          clearBeforeNext = true;
        } else {
          outputs.clear();
        }
      }
      default -> {
        // status, execute_input and comm messages leave no trace in a notebook
      }
    }
  }

  private void stream(String name, String text) {
    clearIfAsked();
    ObjectNode last = outputs.isEmpty() ? null : outputs.get(outputs.size() - 1);
    if (last != null && last.path("name").asText().equals(name)) {
      last.put("text", last.path("text").asText() + text);
    } else {
      add(
          Codec.JSON
              .createObjectNode()
              .put("output_type", "stream")
              .put("name", name)
              .put("text", text));
    }
  }

  private void display(ObjectNode content) {
    ObjectNode output = bundle("display_data", content);
    add(output);
    displayId(content, output);
  }

  private void displayId(ObjectNode content, ObjectNode output) {
    String id = content.path("transient").path("display_id").asText();
    if (!id.isEmpty()) {
      displays.computeIfAbsent(id, key -> new ArrayList<>()).add(output);
    }
  }

  private void update(ObjectNode content) {
    String id = content.path("transient").path("display_id").asText();
    for (ObjectNode shown : displays.getOrDefault(id, List.of())) {
      shown.set("data", content.path("data").deepCopy());
      shown.set("metadata", metadata(content));
    }
  }

  private void add(JsonNode output) {
    clearIfAsked();
    outputs.add((ObjectNode) output);
  }

  private void clearIfAsked() {
    if (clearBeforeNext) {
      outputs.clear();
      clearBeforeNext = false;
    }
  }

  private static ObjectNode bundle(String type, ObjectNode content) {
    ObjectNode output = Codec.JSON.createObjectNode().put("output_type", type);
    output.set("data", content.path("data"));
    output.set("metadata", metadata(content));
    return output;
  }

  private static JsonNode metadata(ObjectNode content) {
    JsonNode metadata = content.path("metadata");
    return metadata.isObject() ? metadata : Codec.JSON.createObjectNode();
  }
}
