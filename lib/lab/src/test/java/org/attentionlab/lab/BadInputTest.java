package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attentionlab.grading.remote.BubblewrapLauncher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done ends with one message that says why, and without a stack trace. */
class BadInputTest {

  @TempDir Path folder;

  private static void assertRefused(String message, CommandRun run) {
    String said = run.out() + run.err();
    assertEquals(1, run.exitCode(), said);
    assertTrue(said.contains(message), said);
    assertFalse(said.contains("\tat "), said);
  }

  @Test
  void gradingWithoutASandboxNeedsWordThatSubmissionsAreTrusted() {
    assumeTrue(BubblewrapLauncher.find().isEmpty(), "this machine has a sandbox");
    assertRefused("--trust-submissions", CommandRun.of("grade", folder));
  }

  @Test
  void callTimeoutBelowASecondIsRefused() {
    assertRefused(
        "--call-timeout is 0; it takes 1 second or more",
        CommandRun.of("grade", folder, "--trust-submissions", "--call-timeout", "0"));
  }

  @Test
  void missingNotebookIsNamed() {
    assertRefused(
        "lab run: there is no notebook at ", CommandRun.of("run", folder.resolve("gone.ipynb")));
  }

  @Test
  void brokenNotebookIsNamedByItsLine() throws IOException {
    Path file = folder.resolve("broken.ipynb");
    Files.writeString(file, "{\n\"cells\": [\n");
    LabException refused = assertThrows(LabException.class, () -> Notebooks.read(file));
    assertTrue(
        refused.getMessage().startsWith(file + ": broken JSON in line 3: "), refused.getMessage());
    assertFalse(refused.getMessage().contains("Source"), refused.getMessage());
  }

  @Test
  void unknownCommandShowsTheCommandsThereAre() {
    CommandRun run = CommandRun.of("gade");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("'gade'") && run.err().contains("grade"), run.err());
  }

  @Test
  void unknownLessonIsNamedWithThoseThereAre() {
    assertRefused("lab build: there is no lesson 99; there are ", CommandRun.of("build", "99"));
  }

  @Test
  void missingOperandShowsTheUsage() {
    CommandRun run = CommandRun.of("grade");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("SUBMISSIONS"), run.err());
  }

  @Test
  void lessonWhoseSlugIsNotItsNameIsRefused() throws IOException {
    Path source = Files.createDirectories(folder.resolve("notebooks/src")).resolve("05-other.md");
    Files.writeString(
        source,
        """
        ---
        jupyter:
          kernelspec:
            display_name: Java (Attention Lab)
            language: java
            name: attentionlab
          attentionlab:
            slug: 05-heads
            title: Heads
        ---

        Text.
        """);
    LabException refused = assertThrows(LabException.class, () -> new Project(folder).lessons());
    assertTrue(
        refused.getMessage().contains("its slug is \"05-heads\"; call it \"05-other\""),
        refused.getMessage());
  }
}
