package org.attentionlab.grading.batch;

import java.nio.file.Path;
import org.attentionlab.grading.remote.PlainWorkerLauncher;

/** A batch that a test can kill. */
final class GradeInAProcess {

  private GradeInAProcess() {}

  public static void main(String[] arguments) {
    GradingRequest request =
        GradingRequest.of(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), "00")
            .startingBy(new PlainWorkerLauncher())
            .trustingSubmissions()
            .within(BatchRulesTest.LIMITS)
            .atATime(2);
    System.out.println(
        BatchGrader.grade(request, GradingProgress.silent()).grades().size() + " graded");
  }
}
