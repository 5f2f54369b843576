package org.attentionlab.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attentionlab.grading.authoring.ExerciseGenerator;
import org.attentionlab.grading.authoring.GeneratedExercise;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nbgrader and a learner who sees only the notebook ask of every lesson's notebooks. */
class NotebookRulesTest {

  private static final String STUB = "// YOUR CODE HERE";

  /** What the course's first lessons explain. */
  private static final Set<String> KNOWN = Set.of("Tensor", "String", "List");

  private static final Map<String, GeneratedExercise> GENERATED = new ConcurrentHashMap<>();

  static Stream<GradedLesson> lessons() {
    return GradedLesson.all().stream();
  }

  private static GeneratedExercise generated(GradedLesson lesson) {
    return GENERATED.computeIfAbsent(
        lesson.number(),
        number ->
            ExerciseGenerator.generate(
                lesson.solutionSource(), lesson.contractsFolder(), number + "-lesson", "Lesson"));
  }

  /** The rules of nbgrader's validator for schema 3. */
  @ParameterizedTest
  @MethodSource("lessons")
  void metadataIsWhatNbgradersValidatorAsksFor(GradedLesson lesson) {
    GeneratedExercise exercise = generated(lesson);
    for (Notebook notebook : List.of(exercise.student(), exercise.solution())) {
      Set<String> ids = new HashSet<>();
      for (Cell cell : notebook.cells()) {
        JsonNode marks = cell.metadata().path("nbgrader");
        if (marks.isObject()) {
          assertMarks(cell, marks);
          assertTrue(ids.add(marks.path("grade_id").asText()), () -> cell.id() + " is there twice");
        }
      }
      assertEquals(3 * lesson.exercises().size(), ids.size());
    }
  }

  private static void assertMarks(Cell cell, JsonNode marks) {
    assertEquals(3, marks.path("schema_version").asInt(), cell.id());
    assertTrue(marks.path("grade_id").asText().matches("[A-Za-z0-9_-]+"), cell.id());
    for (String flag : List.of("grade", "solution", "locked", "task")) {
      assertTrue(marks.path(flag).isBoolean(), () -> cell.id() + " has no " + flag);
    }
    boolean grade = marks.path("grade").asBoolean();
    boolean solution = marks.path("solution").asBoolean();
    assertEquals(grade, marks.path("points").isNumber(), cell.id());
    assertTrue(grade || solution || marks.path("locked").asBoolean(), cell.id());
    if (marks.path("task").asBoolean()) {
      assertTrue(!cell.isCode(), cell.id());
    } else if (!cell.isCode()) {
      assertEquals(grade, solution, cell.id());
    }
  }

  /** nbgrader replaces what stands between the markers, in cells of solutions alone. */
  @ParameterizedTest
  @MethodSource("lessons")
  void nbgraderMakesTheStudentsNotebookFromTheSolved(GradedLesson lesson) {
    GeneratedExercise exercise = generated(lesson);
    List<Cell> student = exercise.student().cells();
    List<Cell> solved = exercise.solution().cells();
    assertEquals(student.stream().map(Cell::id).toList(), solved.stream().map(Cell::id).toList());
    for (int i = 0; i < student.size(); i++) {
      Cell cell = solved.get(i);
      boolean answer = cell.metadata().at("/nbgrader/solution").asBoolean();
      assertEquals(answer ? 2 : 1, cell.source().split("BEGIN SOLUTION", -1).length, cell.id());
      if (answer) {
        assertEquals(withoutThrow(student.get(i).source()), cleared(cell.source()), cell.id());
      } else if (!cell.id().equals("imports")) {
        assertEquals(student.get(i).source(), cell.source(), cell.id());
      }
    }
  }

  private static String cleared(String solved) {
    return solved.replaceAll("(?s)// BEGIN SOLUTION.*// END SOLUTION", STUB);
  }

  private static String withoutThrow(String open) {
    return open.replaceAll("\n *throw new NotSolvedYet\\(.*\\);", "");
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void taskExplainsEveryTypeOfTheFunction(GradedLesson lesson) {
    int functions = 0;
    for (Cell cell : generated(lesson).student().cells()) {
      Matcher function =
          Pattern.compile("\\*\\*Your function:\\*\\* `(.*)`").matcher(cell.source());
      if (function.find()) {
        functions++;
        Matcher type = Pattern.compile("\\b[A-Z]\\w*").matcher(function.group(1));
        while (type.find()) {
          String name = type.group();
          assertTrue(
              KNOWN.contains(name) || cell.source().matches("(?s).*\\b" + name + "\\(\\w.*"),
              () -> cell.id() + " does not say what is in " + name);
        }
      }
    }
    assertEquals(lesson.exercises().size(), functions);
  }
}
