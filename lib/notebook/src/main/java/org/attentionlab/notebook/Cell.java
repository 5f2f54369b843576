package org.attentionlab.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A cell of a notebook.
 *
 * @param kind code, Markdown or raw
 * @param id stable name of the cell, unique in its notebook
 * @param metadata tags and what tools add
 * @param source text, lines separated by a line feed, none at the end
 * @param outputs what executing it gave, as Jupyter stores it; empty for other kinds than code
 * @param executionCount number of the execution; empty where it was not executed
 */
public record Cell(
    Kind kind,
    String id,
    ObjectNode metadata,
    String source,
    ArrayNode outputs,
    OptionalInt executionCount) {

  /** What a cell holds. */
  public enum Kind {
    /** Code of the notebook's kernel. */
    CODE,
    /** Text. */
    MARKDOWN,
    /** Text that nothing interprets. */
    RAW;

    /** The name in the file. */
    public String fileName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A code cell that was not executed. */
  public static Cell code(String id, String source) {
    return plain(Kind.CODE, id, source);
  }

  /** A Markdown cell. */
  public static Cell markdown(String id, String source) {
    return plain(Kind.MARKDOWN, id, source);
  }

  private static Cell plain(Kind kind, String id, String source) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return new Cell(kind, id, nodes.objectNode(), source, nodes.arrayNode(), OptionalInt.empty());
  }

  /** The same with other metadata. */
  public Cell withMetadata(ObjectNode other) {
    return new Cell(kind, id, other, source, outputs, executionCount);
  }

  /** The same, executed. */
  public Cell executed(int count, ArrayNode results) {
    return new Cell(kind, id, metadata, source, results, OptionalInt.of(count));
  }

  /** Whether it holds code. */
  public boolean isCode() {
    return kind == Kind.CODE;
  }
}
