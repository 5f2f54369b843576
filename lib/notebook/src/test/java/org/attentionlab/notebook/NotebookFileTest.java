package org.attentionlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notebook survives its file. */
class NotebookFileTest {

  @TempDir Path folder;

  @Test
  void readingAndWritingGivesTheBytesThatNbformatWrote() throws IOException {
    String written = resource("written-by-nbformat.ipynb");
    assertEquals(written, NotebookWriter.toJson(NotebookReader.parse(written, "n.ipynb")));
  }

  @Test
  void theCellsOfAnNbformatFileAreRead() throws IOException {
    Notebook notebook = NotebookReader.parse(resource("written-by-nbformat.ipynb"), "n.ipynb");
    assertEquals(
        List.of("title", "plain", "wrong", "empty", "raw"),
        notebook.cells().stream().map(Cell::id).toList());
    assertEquals("System.out.println(\"é\");\nint x = 1;", notebook.cells().get(1).source());
    assertEquals(OptionalInt.of(1), notebook.cells().get(1).executionCount());
    assertEquals(3, notebook.cells().get(1).outputs().size());
    assertEquals(OptionalInt.empty(), notebook.cells().get(3).executionCount());
    assertEquals(Cell.Kind.RAW, notebook.cells().get(4).kind());
    assertEquals("04", notebook.metadata().path("attentionlab").path("lesson").asText());
  }

  @Test
  void aWrittenFileIsReadAsTheSameNotebook() {
    Cell code = Cell.code("sum", "1 + 1").executed(3, JsonNodeFactory.instance.arrayNode());
    Notebook notebook =
        new Notebook(
            JsonNodeFactory.instance.objectNode(),
            List.of(Cell.markdown("text", "两\n\nZürich 🐭"), code));
    Path file = folder.resolve("new").resolve("n.ipynb");
    NotebookWriter.write(notebook, file);
    assertEquals(notebook, NotebookReader.read(file));
  }

  @Test
  void nonAsciiTextIsWrittenAsItself() {
    Notebook notebook =
        new Notebook(
            JsonNodeFactory.instance.objectNode(), List.of(Cell.markdown("text", "注意力 é 🐭")));
    assertTrue(NotebookWriter.toJson(notebook).contains("\"注意力 é 🐭\""));
  }

  @Test
  void brokenJsonNamesItsLine() {
    String message = refusal("{\n \"cells\": [],\n \"metadata\" {}\n}");
    assertTrue(message.startsWith("n.ipynb: broken JSON in line 3: "), message);
  }

  @Test
  void anEarlierFormatIsRefusedWithTheConversion() {
    String message = refusal("{\"nbformat\": 3, \"worksheets\": []}");
    assertTrue(message.contains("format 3"), message);
    assertTrue(message.contains("jupyter nbconvert --to notebook n.ipynb"), message);
  }

  @Test
  void jsonThatIsNoNotebookIsRefused() {
    assertTrue(refusal("{\"name\": \"x\"}").contains("no notebook"));
    assertTrue(refusal("{\"nbformat\": 4}").contains("no notebook"));
    assertTrue(refusal("[]").contains("no notebook"));
    assertTrue(refusal("").contains("no notebook"));
  }

  @Test
  void anUnknownTypeOfCellIsNamedWithItsNumber() {
    String message = refusal("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"heading\"}]}");
    assertTrue(message.contains("cell 1 is of type \"heading\""), message);
  }

  @Test
  void cellsWithoutIdAreNumbered() {
    Notebook old =
        NotebookReader.parse(
            """
            {"nbformat": 4, "nbformat_minor": 4, "cells": [
              {"cell_type": "markdown", "source": ["a\\n", "b"]},
              {"cell_type": "code", "source": "c"}]}
            """,
            "n.ipynb");
    assertEquals(List.of("cell-1", "cell-2"), old.cells().stream().map(Cell::id).toList());
    assertEquals("a\nb", old.cells().get(0).source());
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none.ipynb");
    NotebookException refused =
        assertThrows(NotebookException.class, () -> NotebookReader.read(file));
    assertEquals(file + ": there is no such file", refused.getMessage());
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Path file = Files.write(folder.resolve("latin.ipynb"), new byte[] {'"', (byte) 0xe9, '"'});
    NotebookException refused =
        assertThrows(NotebookException.class, () -> NotebookReader.read(file));
    assertTrue(refused.getMessage().contains("not UTF-8"), refused.getMessage());
  }

  @Test
  void aFailedWriteLeavesWhatWasThereAndNoDraft() throws IOException {
    // A folder that is not empty cannot be replaced by a file, whoever runs this.
    Path taken = Files.createDirectory(folder.resolve("taken.ipynb"));
    Path inside = Files.writeString(taken.resolve("old"), "old");
    Notebook notebook = new Notebook(JsonNodeFactory.instance.objectNode(), List.of());
    NotebookException refused =
        assertThrows(NotebookException.class, () -> NotebookWriter.write(notebook, taken));
    assertTrue(refused.getMessage().contains("taken.ipynb: cannot be written"));
    assertEquals("old", Files.readString(inside));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(taken), left.toList());
    }
  }

  @Test
  void aTextThatUtf8CannotHoldLeavesTheOldFile() throws IOException {
    Path file = Files.writeString(folder.resolve("n.ipynb"), "old");
    Notebook half =
        new Notebook(
            JsonNodeFactory.instance.objectNode(), List.of(Cell.markdown("half", "\ud83d")));
    assertThrows(NotebookException.class, () -> NotebookWriter.write(half, file));
    assertEquals("old", Files.readString(file));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void othersMayReadAWrittenFileAsAnyNewFile() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path any = Files.writeString(folder.resolve("any"), "x");
    Path file = folder.resolve("n.ipynb");
    NotebookWriter.write(new Notebook(JsonNodeFactory.instance.objectNode(), List.of()), file);
    assertEquals(Files.getPosixFilePermissions(any), Files.getPosixFilePermissions(file));
  }

  private static String refusal(String text) {
    return assertThrows(NotebookException.class, () -> NotebookReader.parse(text, "n.ipynb"))
        .getMessage();
  }

  static String resource(String name) throws IOException {
    try (InputStream stream = NotebookFileTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
