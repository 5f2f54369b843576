package org.attentionlab.grading.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.attentionlab.grading.engine.AnswerFailure;
import org.attentionlab.grading.engine.CheckRunner;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.protocol.Reply.Found;
import org.attentionlab.grading.protocol.Reply.State;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.remote.RemoteSubmission;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.Outcome;
import org.attentionlab.grading.report.PlainText;

/** Grades one submission: its files are read here, its code runs in a worker. */
final class SubmissionGrader {

  /** More files than the forms of one answer are an accident; the first ones are looked at. */
  private static final int MOST_FILES = 4;

  private final GradingRequest request;
  private final Map<Contract, Class<?>> exercises;
  private final List<Path> classPath;

  SubmissionGrader(GradingRequest request, Map<Contract, Class<?>> exercises) {
    this.request = request;
    this.exercises = exercises;
    classPath = WorkerClassPath.of(exercises.keySet().stream().map(Contract::type).toList());
  }

  /** Grades what a student handed in; of several files the best counts. */
  StudentResult grade(Submission submission) {
    if (!submission.problem().isEmpty() && submission.files().isEmpty()) {
      return without(submission, "", submission.problem());
    }
    List<StudentResult> results = new ArrayList<>();
    for (Path file : submission.files().stream().limit(MOST_FILES).toList()) {
      results.add(grade(submission, file));
    }
    StudentResult best =
        results.stream()
            .sorted(Comparator.comparing(StudentResult::points).reversed())
            .findFirst()
            .orElseThrow();
    return results.size() == 1 ? best : several(best, results.size());
  }

  private static StudentResult several(StudentResult best, int files) {
    String which = (files == 2 ? "both files" : files + " files") + " graded, " + best.file();
    String status = which + " counts" + (best.status().equals("ok") ? "" : "; " + best.status());
    return new StudentResult(best.student(), best.file(), best.exercises(), status, best.printed());
  }

  private StudentResult grade(Submission submission, Path file) {
    String name = PlainText.line(file.getFileName().toString());
    try {
      return grade(submission, name, SubmissionReader.read(file));
    } catch (SubmissionProblem problem) {
      return without(submission, name, problem.getMessage());
    }
  }

  private StudentResult grade(Submission submission, String file, Source source) {
    List<Contract> contracts = List.copyOf(exercises.keySet());
    List<ExerciseReport> reports = new ArrayList<>();
    try (RemoteSubmission remote =
        new RemoteSubmission(
            request.launcher(), javaProgram(), classPath, request.limits(), source, contracts)) {
      try {
        List<Found> found = remote.load();
        for (int i = 0; i < contracts.size(); i++) {
          reports.add(report(contracts.get(i), found.get(i), remote));
        }
      } catch (AnswerFailure failure) {
        reports.clear();
        reports.addAll(all(failure.outcome(), failure.details()));
      }
      return new StudentResult(
          PlainText.line(submission.student()),
          file,
          reports,
          StatusLine.of(reports),
          PlainText.block(remote.printed()));
    }
  }

  private ExerciseReport report(Contract contract, Found found, RemoteSubmission remote) {
    Class<?> tests = exercises.get(contract);
    if (found.state() == State.FOUND) {
      return CheckRunner.run(contract, tests, remote.answer(contract));
    }
    Outcome outcome =
        switch (found.state()) {
          case MISSING -> Outcome.MISSING;
          case COMPILE_ERROR -> Outcome.COMPILE_ERROR;
          default -> Outcome.UNUSABLE;
        };
    return CheckRunner.withoutAnswer(contract, tests, outcome, found.details());
  }

  private List<ExerciseReport> all(Outcome outcome, List<String> details) {
    return exercises.entrySet().stream()
        .map(entry -> CheckRunner.withoutAnswer(entry.getKey(), entry.getValue(), outcome, details))
        .toList();
  }

  private StudentResult without(Submission submission, String file, String problem) {
    return new StudentResult(
        PlainText.line(submission.student()),
        file,
        all(Outcome.MISSING, List.of(problem)),
        problem,
        "");
  }

  /** A result for a submission at which the grader itself failed. */
  StudentResult failed(Submission submission, RuntimeException fault) {
    return without(submission, "", "grader's fault: " + PlainText.line(fault.toString()));
  }

  private static Path javaProgram() {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    Path windows = bin.resolve("java.exe");
    return Files.exists(windows) ? windows : bin.resolve("java");
  }
}
