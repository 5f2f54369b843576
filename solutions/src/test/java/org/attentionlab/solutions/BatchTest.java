package org.attentionlab.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.batch.BatchGrader;
import org.attentionlab.grading.batch.GradingProgress;
import org.attentionlab.grading.batch.GradingRequest;
import org.attentionlab.grading.batch.HiddenTests;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentResult;
import org.attentionlab.grading.remote.BubblewrapLauncher;
import org.attentionlab.grading.remote.Limits;
import org.attentionlab.grading.remote.PlainWorkerLauncher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One real batch, of lesson 04, in which nearly everything goes wrong. */
class BatchTest {

  private static final Path SOLUTIONS = Path.of("target/classes");

  @TempDir static Path folder;

  private static Path out;
  private static Map<String, StudentResult> students;
  private static Gradebook gradebook;
  private static final List<String> HEARD = new ArrayList<>();

  @BeforeAll
  static void gradeTheBatch() throws IOException {
    out = folder.resolve("out");
    Path handedIn = Files.createDirectory(folder.resolve("submissions"));
    handIn(handedIn);
    Limits limits =
        new Limits(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(60), 256);
    GradingRequest request =
        GradingRequest.of(handedIn, SOLUTIONS, out, "04").trustingSubmissions().within(limits);
    gradebook =
        BatchGrader.grade(
            request,
            new GradingProgress() {
              @Override
              public void started(int submissions) {
                HEARD.add("started " + submissions);
              }

              @Override
              public void graded(StudentResult result) {
                HEARD.add(result.student());
              }
            });
    students =
        gradebook.students().stream()
            .collect(Collectors.toMap(StudentResult::student, Function.identity()));
  }

  private static void handIn(Path folder) throws IOException {
    write(folder, "ann.java", Submissions.solved());
    write(folder, "ben.ipynb", Submissions.notebook(Submissions.cells(Submissions.solved())));
    write(folder, "cleo.java", Submissions.starter());
    write(folder, "dan.java", Submissions.solvedBut("softmaxBackward", "while (true) {}"));
    write(
        folder,
        "eve.java",
        Submissions.solvedBut("permutationProbe", "System.exit(0);\nreturn weights;"));
    write(
        folder, "fay.java", Submissions.solvedBut("selfAttention", "return nothing.at(q, k, v);"));
    List<String> cells = Submissions.cells(Submissions.solved());
    write(folder, "gus.ipynb", Submissions.notebook(cells.subList(0, 2)));
    write(folder, "hal.ipynb", "{\"cells\": [\n{\"cell_type\": }");
    write(folder, "ivy/04-self-attention.ipynb", Submissions.notebook(starterCells()));
    write(folder, "ivy/Lesson04.java", Submissions.solved());
    write(folder, "jon.txt", "I did it on paper.");
    write(folder, "=kim.ipynb", Submissions.notebook(brokenCell()));
    write(folder, "lea.ipynb", Submissions.notebook(starterCells()));
    write(
        folder,
        "<b>max.java",
        Submissions.solvedBut(
            "selfAttention",
            "System.out.println(\"<script>alert(1)</script>\");\n"
                + "throw new IllegalStateException(\"<img src=x onerror=alert(1)> \\u001b[31m\");"));
    Files.write(folder.resolve("ned.java"), new byte[] {(byte) 0xC3, (byte) 0x28});
    Files.createSymbolicLink(folder.resolve("oda.java"), folder.resolve("ann.java"));
  }

  private static List<String> starterCells() {
    return Submissions.cells(Submissions.starter());
  }

  private static List<String> brokenCell() {
    List<String> cells = new ArrayList<>(Submissions.cells(Submissions.solved()));
    cells.set(2, "PermutationProbe permutationProbe =\n  (weights, p) -> unknown(weights);");
    return cells;
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void assertLine(String student, int points, String status) {
    StudentResult result = students.get(student);
    assertEquals(status, result.status());
    assertEquals(points, result.points(), () -> student + ": " + result);
    assertEquals(40, result.possible());
  }

  @Test
  void javaFileGetsAllPoints() {
    assertLine("ann", 40, "ok");
  }

  @Test
  void notebookGetsAllPoints() {
    assertLine("ben", 40, "ok");
  }

  @Test
  void starterCompilesAndScoresNothing() {
    String open = "not solved: 4.1 selfAttention, 4.2 permutationProbe, 4.3 softmaxBackward";
    assertLine("cleo", 0, open);
    assertLine("lea", 0, open);
  }

  @Test
  void endlessLoopCostsItsExerciseAlone() {
    assertLine(
        "dan", 25, "The answer timed out after 2 s, the limit for one call (4.3 softmaxBackward)");
  }

  @Test
  void systemExitCostsItsExerciseAlone() {
    assertLine("eve", 30, "The answer ended the JVM (exit code 0) (4.2 permutationProbe)");
  }

  @Test
  void compileErrorIsNamedByItsLine() {
    int line =
        lineOf("nothing.at", Submissions.solvedBut("selfAttention", "return nothing.at(q);"));
    assertLine(
        "fay", 0, "compile error: line " + line + ": cannot find symbol; symbol: variable nothing");
  }

  private static int lineOf(String text, String source) {
    return source.lines().toList().stream().map(line -> line.contains(text)).toList().indexOf(true)
        + 1;
  }

  @Test
  void missingAnswersAreNamed() {
    assertLine("gus", 15, "missing answer: 4.2 permutationProbe, 4.3 softmaxBackward");
  }

  @Test
  void brokenNotebookIsNamedByItsLine() {
    String status = students.get("hal").status();
    assertTrue(status.startsWith("broken notebook: hal.ipynb: broken JSON in line 2: "), status);
    assertEquals(0, students.get("hal").points());
  }

  @Test
  void bestOfBothFormsCounts() {
    assertLine("ivy", 40, "both files graded, Lesson04.java counts");
  }

  @Test
  void otherFilesGetALine() {
    assertLine("jon.txt", 0, "unreadable: neither a notebook nor a Java file");
  }

  @Test
  void textThatIsNotUtf8GetsALine() {
    assertLine("ned", 0, "unreadable: the file is not UTF-8 text");
  }

  @Test
  void linksAreNotFollowed() {
    assertLine("oda", 0, "unreadable: a symbolic link is not followed");
  }

  @Test
  void brokenCellCostsItsExerciseAlone() {
    assertLine(
        "=kim",
        30,
        "compile error: code cell 4, line 2: cannot find symbol; symbol: method"
            + " unknown(org.attentionlab.tensor.Tensor) (4.2 permutationProbe)");
  }

  @Test
  void gradebookHasALineForEveryStudentAndNoFormula() throws IOException {
    List<String> lines = Files.readAllLines(out.resolve("gradebook.csv"));
    assertEquals(
        "student,id,assignment,4.1 selfAttention,4.2 permutationProbe,4.3 softmaxBackward,"
            + "late %,manual,total,possible,submitted,attempt,status,notes",
        lines.get(0));
    assertEquals(gradebook.students().size() + 1, lines.size());
    assertTrue(lines.contains("ann,,04,15,10,15,0,0,40,40,,1,ok,"), () -> lines.toString());
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("'=kim,,04,15,0,15,0,0,30,40,,1,")));
  }

  @Test
  void feedbackShowsHostileTextAsText() throws IOException {
    Path page = out.resolve("feedback/_b_max.html");
    String html = Files.readString(page, StandardCharsets.UTF_8);
    assertFalse(html.contains("<script>alert"), html);
    assertFalse(html.contains("<img"), html);
    assertFalse(html.contains("\u001b"), html);
    assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt; \uFFFD[31m"), html);
    assertTrue(html.contains("&lt;script&gt;alert(1)"), html);
    String text = Files.readString(out.resolve("feedback/_b_max.md"));
    assertTrue(text.contains("\\<img src=x"), text);
  }

  @Test
  void everyStudentHasFeedback() throws IOException {
    try (var pages = Files.list(out.resolve("feedback"))) {
      assertEquals(2L * gradebook.students().size(), pages.count());
    }
  }

  @Test
  void progressHearsOfEveryStudent() {
    assertEquals("started " + gradebook.students().size(), HEARD.get(0));
    assertEquals(gradebook.students().size() + 1, HEARD.size());
  }

  @Test
  void untrustedSubmissionsAreRefusedWithoutASandbox() {
    GradingRequest request =
        GradingRequest.of(folder, SOLUTIONS, out, "04").startingBy(new PlainWorkerLauncher());
    assertMessage(
        request,
        "grade: there is no sandbox for code that nobody trusts: "
            + BubblewrapLauncher.missing()
            + ". Give --trust-submissions to run the students' code as your own user.");
  }

  @Test
  void missingFolderIsOneClearMessage() {
    Path nowhere = Path.of("nowhere");
    GradingRequest request = GradingRequest.of(nowhere, SOLUTIONS, out, "04").trustingSubmissions();
    assertMessage(request, "grade: no folder of submissions at nowhere");
  }

  @Test
  void unknownLessonIsOneClearMessage() {
    Path handedIn = folder.resolve("submissions");
    GradingRequest request =
        GradingRequest.of(handedIn, SOLUTIONS, out, "99").trustingSubmissions();
    String there;
    try (HiddenTests tests = HiddenTests.open(SOLUTIONS)) {
      there = String.join(", ", tests.lessons());
    }
    assertMessage(request, "grade: classes has no tests for lesson 99; it has " + there);
  }

  private static void assertMessage(GradingRequest request, String message) {
    GradingException refused =
        assertThrows(
            GradingException.class, () -> BatchGrader.grade(request, GradingProgress.silent()));
    assertEquals(message, refused.getMessage());
  }
}
