package org.attentionlab.grading.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.attentionlab.grading.engine.AnswerFailure;
import org.attentionlab.grading.engine.CheckRunner;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.gradebook.Plan;
import org.attentionlab.grading.gradebook.StudentResult;
import org.attentionlab.grading.intake.Submission;
import org.attentionlab.grading.protocol.Reply.Found;
import org.attentionlab.grading.protocol.Reply.State;
import org.attentionlab.grading.remote.RemoteSubmission;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.Outcome;
import org.attentionlab.grading.report.PlainText;

/** Grades one submission: its files are read here, its code runs in workers. */
final class SubmissionGrader {

  private static final int NOTES_KEPT = 6;

  private final GradingRequest request;
  private final Plan plan;
  private final List<Path> classPath;

  SubmissionGrader(GradingRequest request, Plan plan, List<Path> classPath) {
    this.request = request;
    this.plan = plan;
    this.classPath = List.copyOf(classPath);
  }

  /**
   * What came of one file, or of the lack of one.
   *
   * @param file its name, empty where there is none
   * @param lead what the status says of the choice among several files
   * @param problem why it could not be graded; empty when it could
   */
  private record Graded(
      String file,
      List<ExerciseReport> reports,
      String lead,
      String problem,
      List<String> notes,
      String printed) {

    int points() {
      return reports.stream().mapToInt(ExerciseReport::points).sum();
    }

    Graded among(String choice, List<String> more) {
      return new Graded(file, reports, choice, problem, more, printed);
    }
  }

  /** Grades what a student handed in; of several files with the same exercises the best counts. */
  StudentResult grade(Submission submission, List<LoadedFile> files) {
    if (!submission.problem().isEmpty() && files.isEmpty()) {
      return failed(submission, submission.problem());
    }
    List<Graded> parts =
        plan.parts().stream().map(part -> best(part, FileChoice.of(plan, part, files))).toList();
    Set<String> notes = new LinkedHashSet<>();
    if (!submission.problem().isEmpty()) {
      notes.add(PlainText.line(submission.problem()));
    }
    parts.forEach(part -> notes.addAll(part.notes()));
    return new StudentResult(
        PlainText.line(submission.student().name()),
        parts.stream()
            .map(Graded::file)
            .filter(file -> !file.isEmpty())
            .collect(Collectors.joining(", ")),
        parts.stream().flatMap(part -> part.reports().stream()).toList(),
        status(parts),
        notes.stream().limit(NOTES_KEPT).toList(),
        parts.stream().map(Graded::printed).collect(Collectors.joining()));
  }

  private String status(List<Graded> parts) {
    List<String> lines = new ArrayList<>();
    parts.stream().map(Graded::lead).filter(lead -> !lead.isEmpty()).forEach(lines::add);
    List<ExerciseReport> graded = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String problem = parts.get(i).problem();
      if (problem.isEmpty()) {
        graded.addAll(parts.get(i).reports());
      } else {
        lines.add(
            parts.size() == 1
                ? problem
                : "lesson " + plan.parts().get(i).lesson() + ": " + problem);
      }
    }
    String line = StatusLine.of(graded);
    if (!line.equals("ok")) {
      lines.add(line);
    }
    return lines.isEmpty() ? "ok" : String.join("; ", lines);
  }

  private Graded best(Plan.Part part, List<LoadedFile> files) {
    if (files.isEmpty()) {
      return without(part, "", "missing: no file for lesson " + part.lesson());
    }
    List<Graded> results =
        files.stream().limit(FileChoice.MOST_FILES).map(file -> grade(part, file)).toList();
    Graded best = results.stream().max(Comparator.comparing(Graded::points)).orElseThrow();
    // Of equals the first, and not the last as a maximum would have it.
    for (Graded result : results) {
      if (result.points() == best.points()) {
        best = result;
        break;
      }
    }
    if (files.size() == 1) {
      return best;
    }
    List<String> notes = new ArrayList<>(best.notes());
    if (files.size() > FileChoice.MOST_FILES) {
      notes.add(files.size() + " files; the first " + FileChoice.MOST_FILES + " were looked at");
    }
    String which = results.size() == 2 ? "both files" : results.size() + " files";
    return best.among(which + " graded, " + best.file() + " counts", notes);
  }

  private Graded grade(Plan.Part part, LoadedFile file) {
    String name = PlainText.line(file.file().name());
    try {
      return grade(part, name, SubmissionReader.read(file, part.exercises().keySet()));
    } catch (SubmissionProblem problem) {
      return without(part, name, problem.getMessage());
    }
  }

  private Graded grade(Plan.Part part, String file, SubmissionReader.Read read) {
    List<Contract> contracts = List.copyOf(part.exercises().keySet());
    List<ExerciseReport> reports = new ArrayList<>();
    try (RemoteSubmission remote =
        new RemoteSubmission(
            request.launcher(),
            javaProgram(),
            classPath,
            request.limits(),
            read.source(),
            contracts)) {
      try {
        List<Found> found = remote.load();
        for (int i = 0; i < contracts.size(); i++) {
          reports.add(report(part, contracts.get(i), found.get(i), remote));
        }
      } catch (AnswerFailure failure) {
        reports.clear();
        reports.addAll(all(part, failure.outcome(), failure.details()));
      }
      return new Graded(file, reports, "", "", read.notes(), PlainText.block(remote.printed()));
    }
  }

  private static ExerciseReport report(
      Plan.Part part, Contract contract, Found found, RemoteSubmission remote) {
    Class<?> tests = part.exercises().get(contract);
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

  private static List<ExerciseReport> all(Plan.Part part, Outcome outcome, List<String> details) {
    List<ExerciseReport> reports = new ArrayList<>();
    for (Map.Entry<Contract, Class<?>> entry : part.exercises().entrySet()) {
      reports.add(CheckRunner.withoutAnswer(entry.getKey(), entry.getValue(), outcome, details));
    }
    return reports;
  }

  private static Graded without(Plan.Part part, String file, String problem) {
    return new Graded(
        file, all(part, Outcome.MISSING, List.of(problem)), "", problem, List.of(), "");
  }

  /** A result for a submission that cannot be graded at all. */
  StudentResult failed(Submission submission, String problem) {
    String line = PlainText.line(problem);
    return new StudentResult(
        PlainText.line(submission.student().name()),
        "",
        plan.parts().stream()
            .flatMap(part -> all(part, Outcome.MISSING, List.of(line)).stream())
            .toList(),
        line,
        List.of(),
        "");
  }

  static Path javaProgram() {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    Path windows = bin.resolve("java.exe");
    return Files.exists(windows) ? windows : bin.resolve("java");
  }
}
