package org.attentionlab.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes notebooks to the letter as Jupyter does: keys sorted, one space of indent, texts as lists
 * of lines. So opening and saving one in JupyterLab gives no difference.
 */
public final class NotebookWriter {

  /** Python escapes with small letters: {@code \\u001b}. */
  private static final ObjectWriter JSON =
      JsonMapper.builder()
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .build()
          .writer(new JupyterStyle());

  /** Types whose content Jupyter stores as lines. */
  private static final Set<String> TEXT_TYPES = Set.of("application/javascript", "image/svg+xml");

  /** Where Python's {@code splitlines} ends a line: a progress bar's return is one of them. */
  private static final Pattern LINE_END =
      Pattern.compile("\\r\\n|[\\n\\r\\x0B\\f\\x1C-\\x1E\\x85\\u2028\\u2029]");

  private NotebookWriter() {}

  /** The text of the file. */
  public static String toJson(Notebook notebook) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode cells = root.putArray("cells");
    notebook.cells().forEach(cell -> cells.add(toNode(cell)));
    root.set("metadata", notebook.metadata());
    root.put("nbformat", 4);
    root.put("nbformat_minor", 5);
    try {
      return JSON.writeValueAsString(sorted(root)) + "\n";
    } catch (JsonProcessingException e) {
      throw new NotebookException("the notebook cannot be written: " + e.getMessage(), e);
    }
  }

  /** Writes a file, or leaves what was there: never half of it. */
  public static void write(Notebook notebook, Path file) {
    String json = toJson(notebook);
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      // Not a temporary file of the JDK: those only their owner may read.
      Path draft = folder.resolve(".notebook-" + UUID.randomUUID() + ".tmp");
      try {
        Files.writeString(draft, json, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new NotebookException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static ObjectNode toNode(Cell cell) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("cell_type", cell.kind().fileName());
    node.put("id", cell.id());
    node.set("metadata", cell.metadata());
    node.set("source", lines(cell.source()));
    if (cell.isCode()) {
      if (cell.executionCount().isPresent()) {
        node.put("execution_count", cell.executionCount().getAsInt());
      } else {
        node.putNull("execution_count");
      }
      ArrayNode outputs = node.putArray("outputs");
      cell.outputs().forEach(output -> outputs.add(output(output)));
    }
    return node;
  }

  /** An output with its texts as lines. */
  private static JsonNode output(JsonNode output) {
    ObjectNode copy = output.deepCopy();
    if (copy.path("text").isTextual()) {
      copy.set("text", lines(copy.get("text").asText()));
    }
    if (copy.path("data") instanceof ObjectNode data) {
      data.properties().stream()
          .filter(entry -> entry.getValue().isTextual() && isText(entry.getKey()))
          .map(Map.Entry::getKey)
          .toList()
          .forEach(type -> data.set(type, lines(data.get(type).asText())));
    }
    return copy;
  }

  private static boolean isText(String type) {
    return type.startsWith("text/") || TEXT_TYPES.contains(type);
  }

  private static ArrayNode lines(String text) {
    ArrayNode lines = JsonNodeFactory.instance.arrayNode();
    Matcher end = LINE_END.matcher(text);
    int start = 0;
    while (end.find()) {
      lines.add(text.substring(start, end.end()));
      start = end.end();
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      TreeMap<String, JsonNode> keys = new TreeMap<>();
      object.properties().forEach(entry -> keys.put(entry.getKey(), sorted(entry.getValue())));
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      keys.forEach(result::set);
      return result;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode result = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> result.add(sorted(item)));
      return result;
    }
    return node;
  }

  /** Python's {@code json.dumps(indent=1)}. */
  private static final class JupyterStyle extends DefaultPrettyPrinter {

    private static final long serialVersionUID = 1L;

    JupyterStyle() {
      super(
          Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator(""));
      DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
      indentObjectsWith(indenter);
      indentArraysWith(indenter);
    }

    private JupyterStyle(JupyterStyle other) {
      super(other);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
      return new JupyterStyle(this);
    }
  }
}
