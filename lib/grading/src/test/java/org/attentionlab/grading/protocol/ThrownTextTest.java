package org.attentionlab.grading.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThrownTextTest {

  private static List<String> lines(StackTraceElement... frames) {
    IllegalStateException thrown = new IllegalStateException("no\nway");
    thrown.setStackTrace(frames);
    return ThrownText.of(thrown);
  }

  @Test
  void learnersFramesAreToldAndOthersAreNot() {
    assertEquals(
        List.of("The answer throws IllegalStateException: no way", "at line 12 of the file"),
        lines(
            new StackTraceElement("java.util.List", "of", "List.java", 1),
            new StackTraceElement("Lesson04", "attend", ThrownText.SUBMISSION, 12),
            new StackTraceElement("org.attentionlab.grading.engine.X", "run", "X.java", 3),
            new StackTraceElement("Lesson04", "main", ThrownText.SUBMISSION, 99)));
  }

  @Test
  void linesOfJShellsOwnFileSayNothingOfTheCell() {
    assertEquals(
        List.of("The answer throws IllegalStateException: no way", "at line 2 of the cell"),
        lines(
            new StackTraceElement("REPL.$JShell$15", "do_it$", "$JShell$15.java", 14),
            new StackTraceElement("REPL.$JShell$16", "do_it$", "#16", 2)));
  }
}
