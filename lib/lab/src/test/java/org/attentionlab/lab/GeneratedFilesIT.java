package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that the course hands out, handed in as they are and graded by {@code ./lab grade}. */
class GeneratedFilesIT {

  private static final Project PROJECT = CommandRun.thisClone();

  @TempDir Path folder;

  static Stream<Lesson> lessons() {
    return PROJECT.lessons().stream().filter(lesson -> lesson.hasExercises(PROJECT));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void startersScoreNothingAndSolutionsAll(Lesson lesson) throws IOException {
    Path handedIn = Files.createDirectory(folder.resolve("submissions"));
    Files.copy(lesson.exercises(PROJECT), handedIn.resolve("starter-notebook.ipynb"));
    Files.copy(lesson.skeleton(PROJECT), handedIn.resolve("starter-skeleton.java"));
    Files.copy(lesson.solutions(PROJECT), handedIn.resolve("solved-notebook.ipynb"));
    Files.copy(lesson.answers(PROJECT), handedIn.resolve("solved-source.java"));
    Path out = folder.resolve("grades");

    CommandRun run =
        CommandRun.of(
            "grade", handedIn, "--lesson", lesson.number(), "--out", out, "--trust-submissions");

    assertEquals(0, run.exitCode(), run.err());
    List<String> lines = Files.readAllLines(out.resolve("gradebook.csv"));
    List<String> header = List.of(lines.get(0).split(","));
    int total = header.indexOf("total");
    assertEquals(5, lines.size());
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = List.of(line.split(","));
      String possible = fields.get(total + 1);
      String expected = fields.get(0).startsWith("solved") ? possible : "0";
      assertEquals(expected, fields.get(total), line);
    }
  }
}
