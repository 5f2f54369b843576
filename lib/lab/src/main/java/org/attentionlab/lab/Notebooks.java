package org.attentionlab.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.MarkdownSource;
import org.attentionlab.notebook.Notebook;
import org.attentionlab.notebook.NotebookException;
import org.attentionlab.notebook.NotebookReader;
import org.attentionlab.notebook.NotebookWriter;
import org.attentionlab.notebook.OutputComparison;

/** Notebooks as the commands see them: files with cells that failed or not. */
final class Notebooks {

  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[\\d;]*m");

  private Notebooks() {}

  static Notebook read(Path file) {
    try {
      return NotebookReader.read(file);
    } catch (NotebookException e) {
      throw new LabException(e.getMessage(), e);
    }
  }

  static Notebook readSource(Path file) {
    try {
      return MarkdownSource.read(file);
    } catch (NotebookException e) {
      throw new LabException(e.getMessage(), e);
    }
  }

  static void write(Notebook notebook, Path file) {
    try {
      NotebookWriter.write(notebook, file);
    } catch (NotebookException e) {
      throw new LabException(e.getMessage(), e);
    }
  }

  /** One text for each cell that failed: its id and what the kernel wrote below it. */
  static List<String> errors(Notebook executed) {
    List<String> errors = new ArrayList<>();
    for (Cell cell : executed.cells()) {
      for (JsonNode output : cell.outputs()) {
        if ("error".equals(output.path("output_type").asText())) {
          errors.add("cell " + cell.id() + ": " + message(output));
        }
      }
    }
    return errors;
  }

  /** What the kernel wrote below the cell, without its colours. */
  private static String message(JsonNode error) {
    List<String> lines = new ArrayList<>();
    error.path("traceback").forEach(line -> lines.add(line.asText()));
    if (lines.isEmpty()) {
      return error.path("ename").asText() + ": " + error.path("evalue").asText();
    }
    return COLOUR.matcher(String.join("\n", lines)).replaceAll("");
  }

  /** Where the outputs of a fresh run are not those that the notebook shows. */
  static List<String> differences(Notebook stored, Notebook fresh) {
    boolean executed = stored.cells().stream().anyMatch(cell -> cell.executionCount().isPresent());
    return executed ? OutputComparison.differences(stored, fresh) : List.of();
  }

  /** Whether two notebooks have the same cells, whatever they gave when executed. */
  static boolean sameSources(Notebook one, Notebook other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(Notebook notebook) {
    return NotebookWriter.toJson(
        notebook.withCells(
            notebook.cells().stream()
                .map(
                    cell ->
                        new Cell(
                            cell.kind(),
                            cell.id(),
                            cell.metadata(),
                            cell.source(),
                            JsonNodeFactory.instance.arrayNode(),
                            OptionalInt.empty()))
                .toList()));
  }
}
