package org.attentionlab.grading.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.protocol.Source.CodeCell;
import org.attentionlab.grading.report.PlainText;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;
import org.attentionlab.notebook.NotebookException;
import org.attentionlab.notebook.NotebookReader;

/** Reads a submission's file as data: its size, its encoding and its form are checked. */
final class SubmissionReader {

  private static final int LARGEST = 8 * 1024 * 1024;

  private SubmissionReader() {}

  /**
   * Reads a notebook's code cells or a Java file.
   *
   * @throws SubmissionProblem when the file cannot be graded
   */
  static Source read(Path file) throws SubmissionProblem {
    String text = text(file);
    if (text.isBlank()) {
      throw new SubmissionProblem("missing: the file is empty");
    }
    return SubmissionFolder.isNotebook(file)
        ? notebook(text, file.getFileName().toString())
        : new Source.JavaFile(text);
  }

  private static String text(Path file) throws SubmissionProblem {
    byte[] bytes = bytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw new SubmissionProblem("unreadable: the file is not UTF-8 text");
    }
  }

  private static byte[] bytes(Path file) throws SubmissionProblem {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new SubmissionProblem("unreadable: not a regular file");
    }
    try (InputStream in =
        Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new SubmissionProblem(
            "unreadable: larger than " + LARGEST / 1024 / 1024 + " MB; clear the outputs");
      }
      return bytes;
    } catch (IOException unreadable) {
      throw new SubmissionProblem("unreadable: the file cannot be opened");
    }
  }

  private static Source notebook(String text, String name) throws SubmissionProblem {
    Notebook notebook;
    try {
      notebook = NotebookReader.parse(text, name);
    } catch (NotebookException broken) {
      throw new SubmissionProblem(PlainText.line("broken notebook: " + broken.getMessage()));
    }
    List<CodeCell> cells = new ArrayList<>();
    int number = 0;
    for (Cell cell : notebook.cells()) {
      if (cell.isCode()) {
        number++;
        JsonNode nbgrader = cell.metadata().path("nbgrader");
        boolean answer = nbgrader.path("solution").asBoolean();
        boolean check = nbgrader.path("grade").asBoolean() && !answer;
        if (!check) {
          cells.add(new CodeCell(number, answer, cell.source()));
        }
      }
    }
    return new Source.Cells(cells);
  }
}
