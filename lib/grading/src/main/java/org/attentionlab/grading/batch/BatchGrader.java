package org.attentionlab.grading.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.remote.BubblewrapLauncher;

/**
 * Grades a folder of submissions with the hidden tests of a lesson.
 *
 * <p>The tests run here, in the trusted process. Every submission runs in workers of its own; what
 * goes wrong with one costs its student alone.
 */
public final class BatchGrader {

  private BatchGrader() {}

  /**
   * Grades and writes gradebook and feedback.
   *
   * @throws GradingException when folder, tests or target cannot be used, or when the submissions
   *     are not trusted and the launcher is no sandbox
   */
  public static Gradebook grade(GradingRequest request, GradingProgress progress) {
    if (!request.launcher().isSandbox() && !request.trustSubmissions()) {
      throw new GradingException(
          "grade: there is no sandbox for code that nobody trusts: "
              + BubblewrapLauncher.missing()
              + ". Give --trust-submissions to run the students' code as your own user.");
    }
    List<Submission> submissions =
        SubmissionFolder.list(request.submissions(), request.out(), request.lesson());
    try (HiddenTests tests = HiddenTests.open(request.solutions())) {
      Map<Contract, Class<?>> exercises = tests.of(request.lesson());
      progress.started(submissions.size());
      List<StudentResult> results =
          gradeAll(new SubmissionGrader(request, exercises), submissions, request, progress);
      Gradebook gradebook =
          new Gradebook(
              request.lesson(), exercises.keySet().stream().map(Contract::label).toList(), results);
      GradebookFiles.write(gradebook, request.out());
      return gradebook;
    }
  }

  private static List<StudentResult> gradeAll(
      SubmissionGrader grader,
      List<Submission> submissions,
      GradingRequest request,
      GradingProgress progress) {
    ExecutorService pool = Executors.newFixedThreadPool(request.parallel());
    Object oneAtATime = new Object();
    try {
      List<Future<StudentResult>> pending = new ArrayList<>();
      for (Submission submission : submissions) {
        pending.add(
            pool.submit(
                () -> {
                  StudentResult result = gradeOne(grader, submission);
                  synchronized (oneAtATime) {
                    progress.graded(result);
                  }
                  return result;
                }));
      }
      List<StudentResult> results = new ArrayList<>();
      for (Future<StudentResult> result : pending) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof GradingException reason) {
        throw reason;
      }
      throw new GradingException("grade: " + failed.getCause(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new GradingException("grade: interrupted; no gradebook was written", interrupted);
    } finally {
      pool.shutdownNow();
    }
  }

  private static StudentResult gradeOne(SubmissionGrader grader, Submission submission) {
    try {
      return grader.grade(submission);
    } catch (GradingException noWorker) {
      throw noWorker;
    } catch (RuntimeException fault) {
      return grader.failed(submission, fault);
    }
  }
}
