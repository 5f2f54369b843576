package org.attentionlab.solutions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;
import org.attentionlab.notebook.NotebookWriter;

/**
 * Answers in the two forms in which students hand them in.
 *
 * @param packageName where the contracts are
 * @param types from the name of an answer to its contract
 */
record HandedIn(String packageName, Map<String, String> types) {

  private static final String IMPORTS =
      """
      import java.io.*;
      import java.nio.file.*;
      import java.util.*;
      import %s.*;
      import org.attentionlab.grading.NotSolvedYet;
      import org.attentionlab.tensor.Tensor;
      """;

  String imports() {
    return IMPORTS.formatted(packageName);
  }

  /** A Java file; the remark is a comment of one line. */
  String java(Map<String, String> answers, List<String> helpers, String remark) {
    StringBuilder text = new StringBuilder(imports()).append("\npublic final class Answers {\n");
    text.append(fields(answers));
    helpers.forEach(helper -> text.append("\n  ").append(helper).append('\n'));
    return text.append("}\n").append(remark).append('\n').toString();
  }

  /** The answers as fields of a class. */
  String fields(Map<String, String> answers) {
    return answers.entrySet().stream()
        .map(entry -> "\n  public final " + field(entry.getKey(), entry.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /** A notebook with a cell for each helper, then one for each answer and its check. */
  String notebook(Map<String, String> answers, List<String> helpers, String remark) {
    List<Cell> cells = new ArrayList<>();
    add(cells, imports() + "import static org.attentionlab.grading.Check.check;\n" + remark);
    helpers.forEach(helper -> add(cells, helper));
    answers.forEach(
        (name, answer) -> {
          add(cells, field(name, answer), true);
          add(cells, "check(" + types.get(name) + ".class, " + name + ")", false);
        });
    return NotebookWriter.toJson(new Notebook(JsonNodeFactory.instance.objectNode(), cells));
  }

  private String field(String name, String answer) {
    return types.get(name) + " " + name + " =\n      " + answer + ";";
  }

  private static void add(List<Cell> cells, String text) {
    cells.add(Cell.code("c" + (cells.size() + 1), text));
  }

  /** An answer, or its check. */
  private static void add(List<Cell> cells, String text, boolean answer) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.putObject("nbgrader").put("solution", answer).put("grade", !answer);
    cells.add(Cell.code("c" + (cells.size() + 1), text).withMetadata(metadata));
  }
}
