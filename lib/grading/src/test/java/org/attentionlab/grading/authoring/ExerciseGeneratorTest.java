package org.attentionlab.grading.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.attentionlab.grading.GradingException;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;
import org.attentionlab.notebook.NotebookReader;
import org.attentionlab.notebook.NotebookWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseGeneratorTest {

  private static final String CONTRACT =
      """
      package org.attentionlab.exercises.lesson99;

      /** Doubles a number. */
      @Exercise(id = "99.1", name = "twice", points = 1, claims = {}, tests = TwiceChecks.class)
      public interface Twice {
        /**
         * Doubles it.
         *
         * @param x any number
         * @return twice the number
         */
        int of(int x);
      }
      """;

  private static final String WITH_RECORD =
      CONTRACT.replace(
          "  int of(int x);",
          """
            Doubled of(int x);

            /**
             * What comes out.
             *
             * @param value twice the number
             * @param steps on the way
             */
            record Doubled(int value, List<int[]> steps) {}
          """);

  private static final String SOLUTION =
      """
      package org.attentionlab.solutions;

      import org.attentionlab.exercises.lesson99.Twice;

      /** Exercises on doubling. */
      public final class Lesson99 {

        /** Adds. */
        private static int plus(int a, int b) {
          return a + b; // of two
        }

        /** Exercise 99.1. */
        public final Twice twice =
            x -> {
              int same = x; // given
              // BEGIN SOLUTION
              return plus(same, same);
              // END SOLUTION
            };
      }
      """;

  @TempDir Path folder;

  @Test
  void lesson04HasATaskAnAnswerAndACheckForEachExercise() {
    List<String> ids = Lesson04Sources.generate().student().cells().stream().map(Cell::id).toList();
    assertEquals(
        List.of(
            "title",
            "imports",
            "self-attention-task",
            "self-attention",
            "self-attention-check",
            "permutation-probe-task",
            "permutation-probe",
            "permutation-probe-check",
            "softmax-backward-task",
            "softmax-backward",
            "softmax-backward-check"),
        ids);
  }

  @Test
  void answerCellOfTheStudentIsTheBlankedDeclaration() {
    assertEquals(
        """
        SelfAttention selfAttention =
            (q, k, v) -> {
              // YOUR CODE HERE
              throw new NotSolvedYet("4.1 selfAttention");
            };""",
        source(Lesson04Sources.generate().student(), "self-attention"));
  }

  @Test
  void answerCellOfTheSolutionKeepsTheMarkersAndTheComments() throws IOException {
    String answer = source(Lesson04Sources.generate().solution(), "self-attention");
    assertTrue(answer.startsWith("SelfAttention selfAttention =\n    (q, k, v) -> {\n"), answer);
    assertTrue(answer.endsWith("\n      // END SOLUTION\n    };"), answer);
    String original = Files.readString(Lesson04Sources.SOLUTION);
    assertTrue(original.contains("SelfAttention " + indented(answer).substring(14)), answer);
  }

  @Test
  void markersAreBalancedInTheSolutionAndAbsentForTheStudent() {
    GeneratedExercise lesson = Lesson04Sources.generate();
    String solution = code(lesson.solution());
    assertEquals(3, solution.split("// BEGIN SOLUTION", -1).length - 1);
    assertEquals(3, solution.split("// END SOLUTION", -1).length - 1);
    assertFalse((code(lesson.student()) + lesson.skeleton()).contains("SOLUTION"));
  }

  @Test
  void studentsGetNoLineOfASolution() throws IOException {
    GeneratedExercise lesson = Lesson04Sources.generate();
    LeakCheck leaks = LeakCheck.of(Files.readString(Lesson04Sources.SOLUTION));
    assertEquals(List.of(), leaks.leaksIn(lesson.skeleton()));
    assertEquals(List.of(), leaks.leaksIn(lesson.student()));
    assertTrue(leaks.leaksIn(lesson.solution()).size() > 10);
  }

  @Test
  void checksCarryTheFortyPointsAndAreLocked() {
    int points = 0;
    for (Cell cell : Lesson04Sources.generate().student().cells()) {
      JsonNode nbgrader = cell.metadata().path("nbgrader");
      boolean check = cell.id().endsWith("-check");
      boolean task = cell.id().endsWith("-task");
      boolean marked = !List.of("title", "imports").contains(cell.id());
      assertEquals(marked, nbgrader.isObject(), cell.id());
      if (marked) {
        assertEquals(3, nbgrader.get("schema_version").asInt());
        assertEquals(cell.id(), nbgrader.get("grade_id").asText());
        assertEquals(check, nbgrader.get("grade").asBoolean(), cell.id());
        assertEquals(check || task, nbgrader.get("locked").asBoolean(), cell.id());
        assertEquals(!check && !task, nbgrader.get("solution").asBoolean(), cell.id());
        assertFalse(nbgrader.get("task").asBoolean());
        assertEquals(check, nbgrader.has("points"), cell.id());
        points += nbgrader.path("points").asInt();
      }
    }
    assertEquals(40, points);
  }

  @Test
  void metadataNamesTheKernelAndTheLesson() {
    GeneratedExercise lesson = Lesson04Sources.generate();
    JsonNode metadata = lesson.student().metadata();
    assertEquals("attentionlab", metadata.at("/kernelspec/name").asText());
    assertEquals("java", metadata.at("/language_info/name").asText());
    assertEquals("04", metadata.at("/attentionlab/lesson").asText());
    assertEquals("exercises", metadata.at("/attentionlab/kind").asText());
    assertEquals("solutions", lesson.solution().metadata().at("/attentionlab/kind").asText());
  }

  @Test
  void notebooksAreReadBackAsTheyWereWritten() {
    GeneratedExercise lesson = Lesson04Sources.generate();
    for (Notebook notebook : List.of(lesson.student(), lesson.solution())) {
      Path file = folder.resolve("lesson.ipynb");
      NotebookWriter.write(notebook, file);
      assertEquals(notebook, NotebookReader.read(file));
    }
  }

  @Test
  void sameSourcesGiveTheSameMaterial() {
    assertEquals(Lesson04Sources.generate(), Lesson04Sources.generate());
  }

  @Test
  void skeletonCompilesWithTheContracts() throws IOException {
    String skeleton = Lesson04Sources.generate().skeleton();
    assertTrue(skeleton.startsWith("import "), skeleton);
    Path file = Files.writeString(folder.resolve("Lesson04.java"), skeleton);
    List<Path> files = new ArrayList<>(List.of(file));
    try (Stream<Path> contracts = Files.list(Lesson04Sources.CONTRACTS)) {
      contracts.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-nowarn",
              "-d",
              folder.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertTrue(compiled, messages.toString());
    }
  }

  @Test
  void privateHelperIsACellBeforeTheFieldThatFollowsIt() throws IOException {
    Notebook student = generate(SOLUTION, CONTRACT).student();
    assertEquals("plus", student.cells().get(2).id());
    assertEquals(
        """
        /** Adds. */
        int plus(int a, int b) {
          return a + b; // of two
        }""",
        source(student, "plus"));
  }

  @Test
  void givenLinesOfAnAnswerStay() throws IOException {
    assertEquals(
        """
        Twice twice =
            x -> {
              int same = x; // given
              // YOUR CODE HERE
              throw new NotSolvedYet("99.1 twice");
            };""",
        source(generate(SOLUTION, CONTRACT).student(), "twice"));
  }

  @Test
  void importsBringTheContractsPackageAndCheck() throws IOException {
    assertEquals(
        """
        import static org.attentionlab.grading.Check.check;

        import org.attentionlab.exercises.lesson99.*;
        import org.attentionlab.grading.NotSolvedYet;""",
        source(generate(SOLUTION, CONTRACT).student(), "imports"));
  }

  @Test
  void taskIsTheContractsJavadoc() throws IOException {
    assertEquals(
        """
        ## Exercise 99.1 twice (1 point)

        Doubles a number.

        **Your function:** `int of(int x)`

        Doubles it.

        - `x`: any number
        - result: twice the number""",
        source(generate(SOLUTION, CONTRACT).student(), "twice-task"));
  }

  @Test
  void recordsOfTheContractAreToldInTheTask() throws IOException {
    assertEquals(
        """
        ## Exercise 99.1 twice (1 point)

        Doubles a number.

        **Your function:** `Doubled of(int x)`

        Doubles it.

        - `x`: any number
        - result: twice the number

        **Record:** `Twice.Doubled(int value, List<int[]> steps)`

        What comes out.

        - `value`: twice the number
        - `steps`: on the way""",
        source(generate(SOLUTION, WITH_RECORD).student(), "twice-task"));
  }

  @Test
  void skeletonTellsTheFunctionAndTheRecords() throws IOException {
    String skeleton = generate(SOLUTION, WITH_RECORD).skeleton();
    String told =
        """
          /**
           * Exercise 99.1.
           *
           * <p>The task is in {@code exercises/99-doubling.ipynb}. What you write:
           *
           * <pre>{@code
           *   Doubled of(int x)
           *   record Twice.Doubled(int value, List<int[]> steps)
           * }</pre>
           */
          public final Twice twice =
        """;
    assertTrue(skeleton.contains(told), skeleton);
  }

  @Test
  void javadocOfSeveralLinesIsExtendedAtItsEnd() throws IOException {
    String longer = SOLUTION.replace("/** Exercise 99.1. */", "/**\n   * One.\n   * Two.\n   */");
    String skeleton = generate(longer, CONTRACT).skeleton();
    assertTrue(skeleton.contains("   * Two.\n   *\n   * <p>The task is in"), skeleton);
    assertTrue(skeleton.contains("   * }</pre>\n   */\n  public final Twice"), skeleton);
  }

  @Test
  void recordWithoutJavadocIsRefused() {
    String undocumented = WITH_RECORD.replaceAll("(?s)/\\*\\*\\s+\\* What comes out.*?\\*/", "");
    assertRefused(SOLUTION, undocumented, "the record has no Javadoc");
  }

  @Test
  void fieldWithoutContractIsRefused() {
    assertRefused(
        SOLUTION.replace("Twice twice", "Thrice twice"),
        CONTRACT,
        "line 14: twice has no contract: there is no");
  }

  @Test
  void fieldOfAnotherNameThanItsContractIsRefused() {
    assertRefused(
        SOLUTION.replace("Twice twice", "Twice doubled"),
        CONTRACT,
        "line 14: the field is called doubled, its contract says name = \"twice\"");
  }

  @Test
  void fieldWithoutARegionIsRefused() {
    assertRefused(
        SOLUTION.replaceAll("// (BEGIN|END) SOLUTION", ""),
        CONTRACT,
        "line 14: twice has no // BEGIN SOLUTION");
  }

  @Test
  void regionOutsideOfAFieldIsRefused() {
    String helper = "};\n  // BEGIN SOLUTION\n  int two() { return 2; }\n  // END SOLUTION\n";
    assertRefused(
        SOLUTION.replace("};", helper),
        CONTRACT,
        "line 21: BEGIN SOLUTION outside of an exercise's field");
  }

  @Test
  void unbalancedMarkersAreRefused() {
    assertRefused(
        SOLUTION.replace("// END SOLUTION", ""),
        CONTRACT,
        "line 17: BEGIN SOLUTION without an END SOLUTION after it");
  }

  @Test
  void brokenJavaIsRefusedWithItsLine() {
    assertRefused(SOLUTION.replace("x -> {", "x -> }"), CONTRACT, "Lesson99.java, line 15: ");
  }

  @Test
  void contractWithoutTheAnnotationIsRefused() {
    assertRefused(
        SOLUTION, CONTRACT.replaceAll("@Exercise.*", ""), "Twice is not annotated @Exercise");
  }

  @Test
  void taskThatTellsTheSolutionIsRefused() {
    assertRefused(
        SOLUTION,
        CONTRACT.replace("Doubles it.", "Write {@code return plus(same, same);} in it."),
        "the student notebook would show this line of a solution: return plus(same, same);");
  }

  @Test
  void missingSourceIsRefused() {
    Path missing = folder.resolve("None.java");
    GradingException refused =
        assertThrows(
            GradingException.class,
            () -> ExerciseGenerator.generate(missing, folder, "99-doubling", "Doubling"));
    assertTrue(refused.getMessage().contains("None.java: cannot be read"), refused.getMessage());
  }

  @Test
  void slugWithoutANumberIsRefused() {
    assertThrows(
        GradingException.class,
        () ->
            ExerciseGenerator.generate(
                Lesson04Sources.SOLUTION, Lesson04Sources.CONTRACTS, "self", "Self-attention"));
  }

  private GeneratedExercise generate(String solution, String contract) throws IOException {
    Path source = Files.writeString(folder.resolve("Lesson99.java"), solution);
    Files.writeString(folder.resolve("Twice.java"), contract);
    return ExerciseGenerator.generate(source, folder, "99-doubling", "Doubling");
  }

  private void assertRefused(String solution, String contract, String message) {
    String said =
        assertThrows(GradingException.class, () -> generate(solution, contract)).getMessage();
    assertTrue(said.contains(message), said);
  }

  private static String source(Notebook notebook, String id) {
    return notebook.cells().stream()
        .filter(cell -> cell.id().equals(id))
        .findFirst()
        .orElseThrow()
        .source();
  }

  private static String code(Notebook notebook) {
    return String.join("\n", notebook.cells().stream().map(Cell::source).toList());
  }

  private static String indented(String code) {
    return code.replace("\n", "\n  ");
  }
}
