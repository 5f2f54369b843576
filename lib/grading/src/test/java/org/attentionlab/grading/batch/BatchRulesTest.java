package org.attentionlab.grading.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.assignment.Assignment;
import org.attentionlab.grading.assignment.AssignmentFile;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.remote.Limits;
import org.attentionlab.grading.toy.ToyHiddenChecks;
import org.attentionlab.grading.toy.ToySubmissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an assignment makes of results, on one folder of submissions that is graded once: the tests
 * after the first find the results kept, so they come in order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BatchRulesTest {

  static final Limits LIMITS =
      new Limits(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(3), 64);

  private static final String ASSIGNMENT =
      """
      name: toy
      title: Doubling
      exercises:
        0.1: 10
      due: 2026-11-20 20:00
      late:
        per-day: 10 %
        closes-after: 3 d
      attempts:
        limit: 2
        counts: best
      extensions:
        fay: 2026-11-23 20:00
      """;

  @TempDir static Path folder;

  private static final CountingLauncher LAUNCHER = new CountingLauncher();

  private static Path submissions;
  private static Path tests;

  @BeforeEach
  void handIn() throws IOException {
    if (submissions != null && Files.exists(submissions)) {
      return;
    }
    submissions = folder.resolve("submissions");
    tests = ToyHiddenChecks.in(folder.resolve("tests"));
    file("ann/Answer.java", ToySubmissions.right());
    file("ann/timestamp.txt", "2026-11-20 19:59");
    file("bob.ipynb", ToySubmissions.notebook());
    file("cleo/attempt-1/Answer.java", ToySubmissions.right());
    file("cleo/attempt-2/Answer.java", ToySubmissions.unchanged());
    file("cleo/attempt-3/Answer.java", ToySubmissions.right() + "// too many");
    file("dan/Answer.java", ToySubmissions.unchanged());
    file("dan/timestamp.txt", "2026-11-21 21:00");
    file("eve/Answer.java", ToySubmissions.right() + "// late");
    file("eve/timestamp.txt", "2026-11-24 20:00");
    file("fay/Answer.java", ToySubmissions.right());
    file("fay/Answer (1).java", ToySubmissions.right());
    file("fay/timestamp.txt", "2026-11-22 20:00");
    Files.writeString(
        folder.resolve("roster.csv"), "student,id\nann,1\nbob,2\ncleo,3\ndan,4\nfay,6\ngus,7\n");
  }

  private static void file(String name, String text) throws IOException {
    Path file = submissions.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static GradingRequest request(String assignment, String out) {
    Assignment parsed = AssignmentFile.parse(assignment, "toy.yaml");
    return GradingRequest.of(submissions, tests, folder.resolve(out), parsed)
        .startingBy(LAUNCHER)
        .trustingSubmissions()
        .within(LIMITS)
        .withRoster(folder.resolve("roster.csv"));
  }

  private static Map<String, StudentGrade> grade(GradingRequest request) {
    Gradebook gradebook = BatchGrader.grade(request, GradingProgress.silent());
    return gradebook.grades().stream()
        .collect(Collectors.toMap(grade -> grade.student().name(), Function.identity()));
  }

  private static void assertGrade(
      Map<String, StudentGrade> grades, String student, String total, String status) {
    assertEquals(
        total + " " + status,
        StudentGrade.shown(grades.get(student).total()) + " " + grades.get(student).status());
  }

  @Test
  @Order(1)
  void assignmentsRulesMakeTheGrade() throws IOException {
    Map<String, StudentGrade> grades = grade(request(ASSIGNMENT, "grades"));
    assertGrade(grades, "ann", "10", "ok");
    assertGrade(grades, "bob", "10", "time of submission unknown");
    assertGrade(grades, "cleo", "10", "time of submission unknown; attempt 1 of 2 counts");
    assertGrade(grades, "dan", "3.2", "late by 1 d 1 h: -20 %");
    assertGrade(grades, "eve", "0", "late by 4 d 0 h: -100 %; not in the roster");
    assertGrade(grades, "fay", "10", "ok");
    assertGrade(grades, "gus", "0", "missing: nothing was handed in");
    assertEquals(7, LAUNCHER.take(), "a worker for each attempt; cleo's third is not looked at");
    assertEquals(
        List.of(
            "a check's cell was edited; checks of a submission are not run",
            "not run: %maven (magics and shell commands)"),
        grades.get("bob").result().notes());
    String csv = Files.readString(folder.resolve("grades/gradebook.csv"));
    assertTrue(
        csv.contains("\ndan,4,toy,4,20,0,3.2,10,2026-11-21T21:00:00Z,1,late by 1 d 1 h: -20 %,\n"),
        csv);
    assertTrue(Files.readString(folder.resolve("grades/manual.csv")).startsWith("student,"));
  }

  @Test
  @Order(2)
  void rulesChangeWithoutGradingAgain() {
    Map<String, StudentGrade> grades =
        grade(
            request(
                ASSIGNMENT.replace("per-day: 10 %", "per-day: 25 %").replace("best", "last"),
                "grades"));
    assertGrade(grades, "dan", "2", "late by 1 d 1 h: -50 %");
    assertGrade(grades, "cleo", "4", "time of submission unknown; attempt 2 of 2 counts");
    assertEquals(0, LAUNCHER.take());
  }

  @Test
  @Order(2)
  void latenessWithinTheGraceCostsNothing() {
    String gentle = ASSIGNMENT.replace("per-day: 10 %", "per-day: 10 %\n  grace: 2 d");
    assertGrade(grade(request(gentle, "grades")), "dan", "4", "late by 1 d 1 h, at no cost");
    assertEquals(0, LAUNCHER.take());
  }

  @Test
  @Order(3)
  void pointsByHandAreMergedAndKept() throws IOException {
    Path file = folder.resolve("grades/manual.csv");
    String text =
        """
        student,exercise,points,comment
        dan,0.1,9,The idea counts.
        dan,,+0.5,Handed in <b>on paper</b>.
        ann,0.1,-2,
        """;
    Files.writeString(file, text);
    Map<String, StudentGrade> grades = grade(request(ASSIGNMENT, "grades"));
    assertGrade(grades, "dan", "9.5", "late by 1 d 1 h: -20 %");
    assertGrade(grades, "ann", "8", "ok");
    assertEquals(text, Files.readString(file));
    String page = Files.readString(folder.resolve("grades/feedback/dan.html"));
    assertTrue(page.contains("0.1: The idea counts."), page);
    assertTrue(page.contains("Handed in &lt;b&gt;on paper"), page);
    String moved = Files.readString(folder.resolve("grades/moved.csv"));
    assertTrue(moved.contains("\nann,total,10,8,ok\n"), moved);
    assertFalse(moved.contains("\nbob,"), moved);
  }

  @Test
  @Order(4)
  void slipsOfThePenByHandAreNamed() throws IOException {
    Path file = folder.resolve("other.csv");
    String head = "student,exercise,points,comment\nann,0.1,3,\n";
    for (Map.Entry<String, String> wrong :
        Map.of(
                "anm,0.1,3,", "there is no student \"anm\" in the gradebook",
                "ann,0.2,3,", "there is no exercise \"0.2\" in the assignment",
                "ann,0.1,three,", "points is \"three\"; it takes a number, +2 or -3",
                "ann,,3,", "points is \"3\" without an exercise; write +3 or name one")
            .entrySet()) {
      Files.writeString(file, head + wrong.getKey() + "\n");
      GradingException refused =
          assertThrows(
              GradingException.class, () -> grade(request(ASSIGNMENT, "grades").withManual(file)));
      assertEquals("grade: other.csv, row 3: " + wrong.getValue(), refused.getMessage());
    }
  }

  @Test
  @Order(5)
  void changedSubmissionAloneIsGradedAgain() throws IOException {
    file("dan/Answer.java", ToySubmissions.right() + "// again");
    Files.writeString(folder.resolve("grades/manual.csv"), "student,exercise,points,comment\n");
    assertGrade(grade(request(ASSIGNMENT, "grades")), "dan", "8", "late by 1 d 1 h: -20 %");
    assertEquals(1, LAUNCHER.take());
  }

  @Test
  @Order(6)
  void shardsMergedAreTheWhole() throws IOException {
    List<Path> shards = new ArrayList<>();
    int graded = 0;
    for (int index = 1; index <= 3; index++) {
      String out = "shard-" + index;
      graded += grade(request(ASSIGNMENT, out).only(new Shard(index, 3))).size();
      shards.add(folder.resolve(out));
      assertFalse(Files.exists(folder.resolve(out).resolve("gradebook.csv")));
    }
    assertEquals(6, graded);
    assertEquals(7, LAUNCHER.take());
    Map<String, StudentGrade> merged = grade(request(ASSIGNMENT, "merged").withResultsOf(shards));
    assertEquals(7, merged.size());
    assertEquals(0, LAUNCHER.take());
    assertEquals(
        Files.readString(folder.resolve("grades/gradebook.csv")),
        Files.readString(folder.resolve("merged/gradebook.csv")));
  }

  @Test
  @Order(7)
  void changedTestsGradeEverybodyAgain() throws IOException {
    Files.writeString(tests.resolve("another-test"), "x");
    grade(request(ASSIGNMENT, "grades"));
    assertEquals(7, LAUNCHER.take());
  }

  @Test
  @Order(8)
  void exerciseThatIsNotThereIsNamed() {
    GradingException refused =
        assertThrows(GradingException.class, () -> grade(request("exercises: [0.9]\n", "grades")));
    assertEquals("grade: lesson 00 has no exercise 0.9; it has 0.1", refused.getMessage());
  }

  @Test
  @Order(9)
  void oneGraderAtATime() {
    try (GradesFolder held = GradesFolder.open(folder.resolve("grades"))) {
      GradingException refused =
          assertThrows(GradingException.class, () -> grade(request(ASSIGNMENT, "grades")));
      assertEquals(
          "grade: another grader is at work in " + folder.resolve("grades"), refused.getMessage());
      assertTrue(Files.isDirectory(held.results()));
    }
  }
}
