package org.attentionlab.grading.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.protocol.Source.CodeCell;
import org.attentionlab.grading.report.PlainText;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;
import org.attentionlab.notebook.NotebookException;
import org.attentionlab.notebook.NotebookReader;

/** Reads a submission's file as data: its encoding and its form are checked. */
final class SubmissionReader {

  /** A magic or a shell escape at the start of a line, and its name. */
  private static final Pattern MAGIC = Pattern.compile("(?m)^(%{1,2}\\w+|!\\s*[\\w./-]+)");

  /** Characters that let a text read otherwise than it runs. */
  private static final Pattern REORDERING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  private static final int MAGICS_NAMED = 4;

  /**
   * What a file holds.
   *
   * @param source the code
   * @param notes what a reader of the grade should know and what costs no point
   */
  record Read(Source source, List<String> notes) {

    Read {
      notes = List.copyOf(notes);
    }
  }

  private SubmissionReader() {}

  /**
   * Reads a notebook's code cells or a Java file.
   *
   * @param contracts the exercises, whose checks are known
   * @throws SubmissionProblem when the file cannot be graded
   */
  static Read read(LoadedFile file, Collection<Contract> contracts) throws SubmissionProblem {
    if (!file.problem().isEmpty()) {
      throw new SubmissionProblem(PlainText.line(file.problem()));
    }
    String text = text(file.bytes());
    if (text.isBlank()) {
      throw new SubmissionProblem("missing: the file is empty");
    }
    List<String> notes = new ArrayList<>();
    Source source =
        file.file().isNotebook()
            ? notebook(text, file.file().name(), contracts, notes)
            : new Source.JavaFile(text);
    if (REORDERING.matcher(text).find()) {
      notes.add(
          "holds characters that change the direction of text; it may read otherwise than it runs");
    }
    return new Read(source, notes);
  }

  /** The code of a file as one text, to compare it; empty when there is none to read. */
  static String code(LoadedFile file) {
    try {
      Source source = read(file, List.of()).source();
      return source instanceof Source.Cells notebook
          ? notebook.cells().stream().map(CodeCell::text).collect(Collectors.joining("\n"))
          : ((Source.JavaFile) source).text();
    } catch (SubmissionProblem unreadable) {
      return "";
    }
  }

  private static String text(byte[] bytes) throws SubmissionProblem {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw new SubmissionProblem("unreadable: the file is not UTF-8 text");
    }
  }

  private static Source notebook(
      String text, String name, Collection<Contract> contracts, List<String> notes)
      throws SubmissionProblem {
    Notebook notebook;
    try {
      notebook = NotebookReader.parse(text, name);
    } catch (NotebookException broken) {
      throw new SubmissionProblem(PlainText.line("broken notebook: " + broken.getMessage()));
    }
    List<CodeCell> cells = new ArrayList<>();
    Set<String> magics = new LinkedHashSet<>();
    boolean editedCheck = false;
    int number = 0;
    for (Cell cell : notebook.cells()) {
      if (!cell.isCode()) {
        continue;
      }
      number++;
      JsonNode nbgrader = cell.metadata().path("nbgrader");
      boolean answer = nbgrader.path("solution").asBoolean();
      boolean check = nbgrader.path("grade").asBoolean() && !answer;
      if (check) {
        editedCheck |= !isCheck(cell.source(), contracts);
      } else {
        cells.add(new CodeCell(number, answer, cell.source()));
        Matcher magic = MAGIC.matcher(cell.source());
        while (magic.find()) {
          magics.add(magic.group(1));
        }
      }
    }
    if (editedCheck) {
      notes.add("a check's cell was edited; checks of a submission are not run");
    }
    if (!magics.isEmpty()) {
      notes.add(
          PlainText.line(
              "not run: "
                  + String.join(", ", magics.stream().limit(MAGICS_NAMED).toList())
                  + " (magics and shell commands)"));
    }
    return new Source.Cells(cells);
  }

  /**
   * Whether a cell is the check that the exercise notebook has there; one of another lesson too.
   */
  private static boolean isCheck(String source, Collection<Contract> contracts) {
    String bare = source.strip().replaceFirst(";$", "");
    return contracts.stream()
            .anyMatch(
                contract ->
                    bare.equals(
                        "check("
                            + contract.type().getSimpleName()
                            + ".class, "
                            + contract.name()
                            + ")"))
        || contracts.stream().noneMatch(contract -> source.contains(contract.name()));
  }
}
