package org.attentionlab.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attentionlab.notebook.Cell;

/**
 * The page that leads from every claim to the cells that show it, the exercises that exercise it
 * and their tests.
 */
final class ClaimsPage {

  private static final String NOT_YET = "not yet covered";

  /** A lesson with its cells by claim, and its exercises. */
  private record Coverage(
      Lesson lesson, Map<String, List<String>> cells, List<ClaimedExercise> exercises) {}

  private final List<Claim> claims = Claim.all();
  private final List<Coverage> lessons;
  private final Project project;

  ClaimsPage(List<Lesson> lessons, Project project) {
    this.project = project;
    this.lessons =
        lessons.stream()
            .map(lesson -> new Coverage(lesson, cells(lesson), ClaimedExercise.of(lesson, project)))
            .toList();
  }

  static Path file(Project project) {
    return project.root().resolve("docs/claims.md");
  }

  private static Map<String, List<String>> cells(Lesson lesson) {
    Map<String, List<String>> cells = new LinkedHashMap<>();
    for (Cell cell : lesson.source().cells()) {
      JsonNode about = cell.metadata().path("attentionlab");
      List<String> ids = new ArrayList<>(texts(about.path("claims")));
      ids.addAll(texts(about.path("corrects")));
      ids.forEach(id -> cells.computeIfAbsent(id, none -> new ArrayList<>()).add(cell.id()));
    }
    return cells;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** Claims that a lesson promises and does not show, or shows without a promise, or invents. */
  List<String> problems() {
    Set<String> known = claims.stream().map(Claim::id).collect(Collectors.toSet());
    List<String> problems = new ArrayList<>();
    for (Coverage coverage : lessons) {
      String name = "notebooks/src/" + coverage.lesson().slug() + ".md";
      Set<String> promised = new TreeSet<>();
      JsonNode about = coverage.lesson().source().metadata().path("attentionlab");
      promised.addAll(texts(about.path("claims")));
      for (String claim : promised) {
        if (!coverage.cells().containsKey(claim)) {
          problems.add(name + ": no cell shows claim " + claim + " of its front matter");
        }
      }
      for (Map.Entry<String, List<String>> shown : coverage.cells().entrySet()) {
        String where = name + ": cell " + shown.getValue().get(0);
        if (!known.contains(shown.getKey())) {
          problems.add(where + " names claim " + shown.getKey() + ", which there is not");
        } else if (shown.getKey().matches("\\d+") && !promised.contains(shown.getKey())) {
          problems.add(
              where + " shows claim " + shown.getKey() + ", which its front matter does not list");
        }
      }
      for (ClaimedExercise exercise : coverage.exercises()) {
        exercise.claims().stream()
            .filter(claim -> !known.contains(claim))
            .forEach(
                claim ->
                    problems.add(
                        exercise.label() + " names claim " + claim + ", which there is not"));
      }
    }
    return problems;
  }

  String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # What the course shows, and where

            Made by `./lab build` from the lessons and the exercises; do not edit it. Each claim
            leads to the cells that show it, to the exercises that exercise it, and to their tests.
            """);
    long covered = claims.stream().filter(claim -> !shownIn(claim).equals(NOT_YET)).count();
    page.append("\nCovered: ").append(covered).append(" of ").append(claims.size()).append(".\n");
    String section = "";
    for (Claim claim : claims) {
      if (!claim.section().equals(section)) {
        section = claim.section();
        page.append("\n## ").append(section).append("\n\n");
        page.append("| claim | cells | exercises | tests |\n|---|---|---|---|\n");
      }
      page.append(
          "| %s. %s | %s | %s | %s |\n"
              .formatted(
                  claim.id(), claim.title(), shownIn(claim), exercises(claim), tests(claim)));
    }
    return page.toString();
  }

  private String shownIn(Claim claim) {
    String text =
        lessons.stream()
            .filter(coverage -> coverage.cells().containsKey(claim.id()))
            .map(
                coverage ->
                    "[lesson %s](%s): %s"
                        .formatted(
                            coverage.lesson().number(),
                            link(coverage.lesson().notebook(project)),
                            quoted(coverage.cells().get(claim.id()))))
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? NOT_YET : text;
  }

  private static String quoted(List<String> cells) {
    return cells.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
  }

  private String exercises(Claim claim) {
    return lessons.stream()
        .flatMap(
            coverage ->
                coverage.exercises().stream()
                    .filter(exercise -> exercise.claims().contains(claim.id()))
                    .map(
                        exercise ->
                            "[%s](%s)".formatted(exercise.label(), link(place(coverage.lesson())))))
        .collect(Collectors.joining(", "));
  }

  /** The warm-up of a lesson without graded exercises is in the lesson itself. */
  private Path place(Lesson lesson) {
    return lesson.hasExercises(project) ? lesson.exercises(project) : lesson.notebook(project);
  }

  private String tests(Claim claim) {
    return lessons.stream()
        .flatMap(
            coverage ->
                coverage.exercises().stream()
                    .filter(exercise -> exercise.claims().contains(claim.id()))
                    .map(exercise -> tests(exercise, coverage.lesson())))
        .collect(Collectors.joining(", "));
  }

  private String tests(ClaimedExercise exercise, Lesson lesson) {
    List<String> numbers = exercise.mechanisms();
    Path source = lesson.contracts(project).resolve(exercise.checks() + ".java");
    return "[%s to %s](%s)"
        .formatted(numbers.get(0), numbers.get(numbers.size() - 1), link(source));
  }

  private String link(Path file) {
    return "../" + project.shown(file);
  }
}
