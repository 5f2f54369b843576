package org.attentionlab.grading.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.toy.ToyHiddenChecks;
import org.attentionlab.grading.toy.ToySubmissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the machine is to blame for is not kept: the next run grades it again, and only that. */
class UnjudgedBatchTest {

  @TempDir Path folder;

  @Test
  void faultOfTheMachineIsTriedAgainAndTheRestIsKept() throws IOException {
    Path submissions = Files.createDirectory(folder.resolve("submissions"));
    Files.writeString(submissions.resolve("ann.java"), ToySubmissions.right());
    // Every call ends its worker, so every test needs a new one.
    Files.writeString(
        submissions.resolve("bob.java"),
        ToySubmissions.java("Runtime.getRuntime().halt(7); return x;"));
    CountingLauncher launcher = new CountingLauncher();
    GradingRequest request =
        GradingRequest.of(
                submissions,
                ToyHiddenChecks.in(folder.resolve("tests")),
                folder.resolve("grades"),
                "00")
            .startingBy(launcher)
            .trustingSubmissions()
            .within(BatchRulesTest.LIMITS)
            .atATime(1);

    launcher.allow(2);
    Gradebook first = BatchGrader.grade(request, GradingProgress.silent());
    assertEquals(1, first.unjudged());
    StudentGrade unjudged = bob(first);
    assertTrue(
        unjudged
            .status()
            .startsWith(
                "Not judged (grade: cannot start a worker: no more processes); run the grader"
                    + " again"),
        unjudged.status());

    launcher.take();
    launcher.allow(100);
    Gradebook second = BatchGrader.grade(request, GradingProgress.silent());
    assertEquals(0, second.unjudged());
    assertEquals("The answer ended the JVM (exit code 7)", bob(second).status());
    int bobs = launcher.take();
    assertTrue(bobs > 1, bobs + " workers");

    assertEquals(second, BatchGrader.grade(request, GradingProgress.silent()));
    assertEquals(0, launcher.take(), "a third run finds everything kept");
  }

  private static StudentGrade bob(Gradebook gradebook) {
    return gradebook.grades().stream()
        .filter(grade -> grade.student().name().equals("bob"))
        .findFirst()
        .orElseThrow();
  }
}
