package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole course as web pages. */
class HtmlTest {
  private static final Pattern LINK = Pattern.compile("<a href=\"([^\"#:]+)[\"#]");

  /** What a browser fetches by itself. */
  private static final Pattern LOADED =
      Pattern.compile("<(?:script|img|link|iframe)\\b[^>]*\\b(?:src|href)=\"(?!data:)([^\"]+)\"");

  @TempDir private static Path folder;

  @BeforeAll
  static void export() {
    assertEquals(0, CommandRun.of("html", "--out", folder).exitCode());
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }

  private static List<String> missing(Pattern reference) throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path page : pages()) {
      Matcher found = reference.matcher(Files.readString(page));
      while (found.find()) {
        if (found.group(1).contains(":") || !Files.exists(page.resolveSibling(found.group(1)))) {
          missing.add(folder.relativize(page) + ": " + found.group(1));
        }
      }
    }
    return missing;
  }

  @Test
  void everyLessonAndExerciseIsAPage() throws IOException {
    Project project = CommandRun.thisClone();
    for (Lesson lesson : project.lessons()) {
      Path page = folder.resolve("notebooks").resolve(lesson.slug() + ".html");
      assertTrue(Files.readString(page).contains("<h1"), lesson.slug());
      assertEquals(
          lesson.hasExercises(project),
          Files.exists(folder.resolve("exercises").resolve(lesson.slug() + ".html")));
    }
  }

  @Test
  void linksBetweenPagesLeadSomewhere() throws IOException {
    assertEquals(List.of(), missing(LINK));
  }

  @Test
  void nothingIsLoadedFromElsewhere() throws IOException {
    assertEquals(List.of(), missing(LOADED));
  }

  @Test
  void noSolutionIsPublished() throws IOException {
    assertTrue(pages().stream().noneMatch(page -> page.toString().contains("solutions")));
  }
}
