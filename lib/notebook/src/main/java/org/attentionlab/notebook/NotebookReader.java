package org.attentionlab.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads notebooks of format 4; cells without an id, as older files have them, are numbered. */
public final class NotebookReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private NotebookReader() {}

  /**
   * Reads a file.
   *
   * @throws NotebookException when there is none, or when it holds no notebook of format 4
   */
  public static Notebook read(Path file) {
    return parse(TextFile.read(file), file.toString());
  }

  /**
   * Reads the text of a file.
   *
   * @param name what a message calls it
   */
  public static Notebook parse(String text, String name) {
    JsonNode root = json(text, name);
    int format = root.path("nbformat").asInt(-1);
    if (format < 0 || (format >= 4 && !root.path("cells").isArray())) {
      throw new NotebookException(
          name + ": JSON, but no notebook: it has no \"nbformat\" and \"cells\"");
    }
    if (format != 4) {
      throw new NotebookException(
          name
              + ": a notebook of format "
              + format
              + "; format 4 is read here. Convert it with: jupyter nbconvert --to notebook "
              + name);
    }
    List<Cell> cells = new ArrayList<>();
    for (JsonNode cell : root.get("cells")) {
      cells.add(cell(cell, cells.size() + 1, name));
    }
    return new Notebook(object(root.path("metadata")), cells);
  }

  private static JsonNode json(String text, String name) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root.isObject()) {
        return root;
      }
      throw new NotebookException(name + ": no notebook: the file is empty or no JSON object");
    } catch (JsonProcessingException e) {
      throw new NotebookException(
          name
              + ": broken JSON in line "
              + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
              + ": "
              + complaint(e)
              + ". Save the notebook again from Jupyter, or take an earlier copy",
          e);
    }
  }

  /** The parser's words without its note on the source, which it does not show. */
  private static String complaint(JsonProcessingException e) {
    return e.getOriginalMessage().replaceAll("\\[Source: [^;]*; ([^]]*)]", "$1");
  }

  private static Cell cell(JsonNode node, int number, String name) {
    String type = node.path("cell_type").asText();
    Optional<Cell.Kind> kind =
        Stream.of(Cell.Kind.values()).filter(known -> known.fileName().equals(type)).findFirst();
    if (kind.isEmpty()) {
      throw new NotebookException(
          name
              + ": cell "
              + number
              + " is of type \""
              + type
              + "\"; there are code, markdown and raw");
    }
    String id = node.path("id").asText();
    JsonNode count = node.path("execution_count");
    return new Cell(
        kind.get(),
        id.isEmpty() ? "cell-" + number : id,
        object(node.path("metadata")),
        text(node.path("source")),
        node.path("outputs") instanceof ArrayNode outputs
            ? outputs
            : JsonNodeFactory.instance.arrayNode(),
        count.isInt() ? OptionalInt.of(count.asInt()) : OptionalInt.empty());
  }

  private static ObjectNode object(JsonNode node) {
    return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }

  /** A text in a notebook is a string or a list of its lines. */
  static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.asText();
    }
    StringBuilder text = new StringBuilder();
    node.forEach(line -> text.append(line.asText()));
    return text.toString();
  }
}
