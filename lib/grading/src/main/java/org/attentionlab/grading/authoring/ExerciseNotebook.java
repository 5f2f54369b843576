package org.attentionlab.grading.authoring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.attentionlab.grading.authoring.LessonSource.Kind;
import org.attentionlab.grading.authoring.LessonSource.Member;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;

/**
 * Lays a lesson's exercises out as a notebook: introduction, imports, and for each exercise the
 * task, the answer and the check, marked up for nbgrader.
 */
final class ExerciseNotebook {

  private static final int NBGRADER_SCHEMA = 3;

  private final LessonSource source;
  private final Map<String, ContractSource> contracts;
  private final List<Cell> cells = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private ExerciseNotebook(LessonSource source, Map<String, ContractSource> contracts) {
    this.source = source;
    this.contracts = contracts;
  }

  /**
   * Makes the notebook.
   *
   * @param source the answers, solved or blanked
   * @param contracts from a field's name to its contract
   */
  static Notebook of(
      LessonSource source, Map<String, ContractSource> contracts, NotebookTitle title) {
    ExerciseNotebook notebook = new ExerciseNotebook(source, contracts);
    notebook.cells.add(
        Cell.markdown(
            notebook.id("title"), title.markdown(source.introduction(), contracts.values())));
    notebook.cells.add(Cell.code(notebook.id("imports"), notebook.imports()));
    source.members().forEach(notebook::add);
    return new Notebook(title.metadata(), notebook.cells);
  }

  private void add(Member member) {
    if (member.kind() == Kind.HELPER) {
      cells.add(Cell.code(id(hyphenated(member.name())), member.code()));
      return;
    }
    ContractSource contract = contracts.get(member.name());
    String name = hyphenated(member.name());
    String task =
        "## Exercise %s (%s)\n\n%s"
            .formatted(contract.label(), NotebookTitle.points(contract.points()), contract.task());
    String check = "check(%s.class, %s)".formatted(contract.type(), contract.name());
    Cell taskCell = Cell.markdown(id(name + "-task"), task);
    Cell answerCell = Cell.code(id(name), member.code());
    Cell checkCell = Cell.code(id(name + "-check"), check);
    cells.add(graded(taskCell, nbgrader(taskCell).put("locked", true)));
    cells.add(graded(answerCell, nbgrader(answerCell).put("solution", true)));
    cells.add(
        graded(
            checkCell,
            nbgrader(checkCell)
                .put("locked", true)
                .put("grade", true)
                .put("points", contract.points())));
  }

  /** What the answers import; the contracts come with their whole package. */
  private String imports() {
    Set<String> plain = new TreeSet<>();
    Set<String> fixed = new TreeSet<>();
    fixed.add("import static org.attentionlab.grading.Check.check;");
    Set<String> packages = new TreeSet<>();
    contracts.values().forEach(contract -> packages.add(contract.packageName()));
    packages.forEach(name -> plain.add("import " + name + ".*;"));
    for (String imported : source.imports()) {
      String statement = "import " + imported + ";";
      if (imported.startsWith("static ")) {
        fixed.add(statement);
      } else if (!packages.contains(imported.replaceFirst("\\.[^.]*$", ""))) {
        plain.add(statement);
      }
    }
    return String.join("\n", fixed) + "\n\n" + String.join("\n", plain);
  }

  /** A helper may be overloaded; its second cell has a number. */
  private String id(String wanted) {
    String id = wanted;
    for (int number = 2; !ids.add(id); number++) {
      id = wanted + "-" + number;
    }
    return id;
  }

  private static String hyphenated(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static ObjectNode nbgrader(Cell cell) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("schema_version", NBGRADER_SCHEMA)
        .put("grade_id", cell.id())
        .put("grade", false)
        .put("locked", false)
        .put("solution", false)
        .put("task", false);
  }

  private static Cell graded(Cell cell, ObjectNode nbgrader) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.set("nbgrader", nbgrader);
    return cell.withMetadata(metadata);
  }
}
