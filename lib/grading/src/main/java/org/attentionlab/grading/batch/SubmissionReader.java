package org.attentionlab.grading.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

/** Reads a submission's file as data: its size, its encoding and its form are checked. */
final class SubmissionReader {

  private static final int LARGEST = 8 * 1024 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

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
    return SubmissionFolder.isNotebook(file) ? notebook(text) : new Source.JavaFile(text);
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

  private static Source notebook(String text) throws SubmissionProblem {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new SubmissionProblem(
          "broken notebook: line "
              + broken.getLocation().getLineNr()
              + " is no JSON; save it again in Jupyter");
    }
    if (!root.path("cells").isArray()) {
      throw new SubmissionProblem("broken notebook: it has no cells (nbformat 4 is read)");
    }
    List<CodeCell> cells = new ArrayList<>();
    int number = 0;
    for (JsonNode cell : root.path("cells")) {
      if (cell.path("cell_type").asText().equals("code")) {
        number++;
        JsonNode nbgrader = cell.path("metadata").path("nbgrader");
        boolean answer = nbgrader.path("solution").asBoolean();
        boolean check = nbgrader.path("grade").asBoolean() && !answer;
        if (!check) {
          cells.add(new CodeCell(number, answer, source(cell.path("source"))));
        }
      }
    }
    return new Source.Cells(cells);
  }

  private static String source(JsonNode source) {
    if (source.isArray()) {
      StringBuilder lines = new StringBuilder();
      source.forEach(line -> lines.append(line.asText()));
      return lines.toString();
    }
    return source.asText();
  }
}
