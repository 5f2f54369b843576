package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;
import org.attentionlab.notebook.NotebookWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a notebook has to be executed again. */
class InputsTest {

  private static final String OWN = "org/attentionlab/exercises/lesson05/A.class";
  private static final String OTHER = "org/attentionlab/exercises/lesson06/B.class";

  @TempDir Path folder;

  private Inputs inputs;
  private Path file;
  private Lesson lesson;

  @BeforeEach
  void executeOnce() throws IOException {
    Project project = new Project(folder);
    Files.createDirectories(project.jars());
    jar("attention-1.jar", Map.of("Tensor.class", "1"));
    jar("exercises-1.jar", Map.of(OWN, "1", OTHER, "1"));
    jar("lab-1.jar", Map.of("Lab.class", "1"));
    inputs = new Inputs(project);
    lesson = new Lesson("05", "05-try", "Try", source("1 + 1"));
    file = lesson.notebook(project);
    NotebookWriter.write(lesson.source(), file);
    assertFalse(inputs.unchanged(lesson.source(), file, lesson), "never executed");
    inputs.remember(lesson.source(), file, lesson);
    assertTrue(unchanged());
  }

  private boolean unchanged() {
    return inputs.unchanged(lesson.source(), file, lesson);
  }

  private void jar(String name, Map<String, String> entries) throws IOException {
    Path jar = new Project(folder).jars().resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private static Notebook source(String code) {
    Cell cell = Cell.code("tried", code);
    return new Notebook(cell.metadata(), List.of(cell));
  }

  @Test
  void changedSourceCounts() {
    assertFalse(inputs.unchanged(source("1 + 2"), file, lesson));
  }

  @Test
  void changedLibraryCounts() throws IOException {
    jar("attention-1.jar", Map.of("Tensor.class", "2"));
    assertFalse(unchanged());
  }

  @Test
  void jarBuiltAgainFromTheSameSourcesDoesNot() throws IOException {
    jar("attention-1.jar", Map.of("Tensor.class", "1"));
    assertTrue(unchanged());
  }

  @Test
  void exercisesOfThisLessonCountAndThoseOfOthersDoNot() throws IOException {
    jar("exercises-1.jar", Map.of(OWN, "1", OTHER, "2"));
    assertTrue(unchanged());
    jar("exercises-1.jar", Map.of(OWN, "2", OTHER, "2"));
    assertFalse(unchanged());
  }

  @Test
  void commandLineItselfDoesNotCount() throws IOException {
    jar("lab-1.jar", Map.of("Lab.class", "2"));
    assertTrue(unchanged());
  }

  @Test
  void notebookSavedFromJupyterCounts() throws IOException {
    Files.writeString(file, Files.readString(file) + "\n");
    assertFalse(unchanged());
  }

  @Test
  void missingNotebookCounts() throws IOException {
    Files.delete(file);
    assertFalse(unchanged());
  }
}
