package org.attentionlab.solutions;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
    List<String> cells = new ArrayList<>();
    cells.add(imports() + "import static org.attentionlab.grading.Check.check;\n" + remark);
    cells.addAll(helpers);
    ObjectNode notebook = JsonMapper.builder().build().createObjectNode();
    ArrayNode array = notebook.putArray("cells");
    cells.forEach(cell -> add(array, false, false, cell));
    answers.forEach(
        (name, answer) -> {
          add(array, true, false, field(name, answer));
          add(array, false, true, "check(" + types.get(name) + ".class, " + name + ")");
        });
    notebook.putObject("metadata");
    return notebook.put("nbformat", 4).put("nbformat_minor", 5).toPrettyString();
  }

  private String field(String name, String answer) {
    return types.get(name) + " " + name + " =\n      " + answer + ";";
  }

  private static void add(ArrayNode cells, boolean answer, boolean check, String text) {
    ObjectNode cell = cells.addObject().put("cell_type", "code").put("id", "c" + cells.size());
    ObjectNode metadata = cell.putObject("metadata");
    if (answer || check) {
      metadata.putObject("nbgrader").put("solution", answer).put("grade", check);
    }
    cell.putNull("execution_count").putArray("outputs");
    cell.put("source", text);
  }
}
