package org.attentionlab.grading.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.Plan;
import org.attentionlab.grading.gradebook.StudentResult;
import org.attentionlab.grading.intake.Intake;
import org.attentionlab.grading.intake.Roster;
import org.attentionlab.grading.intake.Submission;
import org.attentionlab.grading.intake.SubmittedFile;
import org.attentionlab.grading.output.GradebookFiles;
import org.attentionlab.grading.remote.BubblewrapLauncher;
import org.attentionlab.grading.remote.ClassArchive;
import org.attentionlab.grading.remote.Leftovers;
import org.attentionlab.grading.similarity.Similarities;

/**
 * Grades submissions with the hidden tests of an assignment.
 *
 * <p>The tests run here, in the trusted process. Every submission runs in workers of its own; what
 * goes wrong with one costs its student alone. Results are kept as they come (see {@link
 * ResultStore}), so that a batch that was killed at any moment goes on where it was and ends with
 * the same gradebook.
 */
public final class BatchGrader {

  /** Share of common fingerprints from which two submissions are reported. */
  private static final double ALIKE = 0.5;

  /** From so many submissions on, an archive of classes saves more time than it takes. */
  private static final int WORTH_AN_ARCHIVE = 12;

  private BatchGrader() {}

  /**
   * Grades and writes gradebook, feedback and reports; of a shard it writes results alone.
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
    Optional<Roster> roster =
        request.roster().map(file -> Roster.read(file, request.assignment().zone()));
    List<Submission> submissions =
        known(
            Intake.list(request.submissions(), request.out(), request.assignment().name()), roster);
    try (HiddenTests tests = HiddenTests.open(request.solutions())) {
      Plan plan = tests.plan(request.assignment());
      Path manualFile = request.manual().orElse(request.out().resolve("manual.csv"));
      ManualPoints manual = ManualPoints.read(manualFile, plan);
      List<Submission> mine =
          submissions.stream()
              .filter(submission -> request.shard().holds(submission.student().name()))
              .filter(submission -> submission.attempt() <= plan.assignment().attempts().limit())
              .toList();
      List<Path> classPath =
          WorkerClassPath.of(plan.contracts().stream().map(Contract::type).toList());
      Leftovers.sweep();
      try (GradesFolder folder = GradesFolder.open(request.out());
          ClassArchive archive = archive(mine.size(), classPath)) {
        SubmissionGrader grader =
            new SubmissionGrader(
                request.startingBy(archive.launcher(request.launcher())), plan, classPath);
        ResultStore store =
            new ResultStore(
                folder.results(),
                request.results().stream()
                    .map(other -> other.resolve(GradesFolder.RESULTS))
                    .toList(),
                basis(request, plan, classPath));
        Similarities alike = similarities(request);
        progress.started(mine.size());
        List<GradeRules.Tested> tested = gradeAll(grader, store, mine, alike, request, progress);
        if (request.shard().isPart()) {
          return new Gradebook(
              plan,
              new GradeRules(plan, Optional.empty(), ManualPoints.none(), grader).grades(tested));
        }
        Gradebook gradebook =
            new Gradebook(plan, new GradeRules(plan, roster, manual, grader).grades(tested));
        ManualPoints.prepare(manualFile);
        GradebookFiles.write(gradebook, roster, alike.pairs(ALIKE), request.out());
        return gradebook;
      }
    }
  }

  private static ClassArchive archive(int submissions, List<Path> classPath) {
    return submissions < WORTH_AN_ARCHIVE
        ? ClassArchive.none()
        : ClassArchive.make(SubmissionGrader.javaProgram(), classPath);
  }

  /** The students under the names of the roster, each attempt once. */
  private static List<Submission> known(List<Submission> found, Optional<Roster> roster) {
    if (roster.isEmpty()) {
      return found;
    }
    Map<String, Submission> merged = new LinkedHashMap<>();
    for (Submission submission : found) {
      Submission named =
          roster
              .get()
              .find(submission.student())
              .map(entry -> submission.by(entry.student()))
              .orElse(submission);
      merged.merge(
          named.student().name() + "\0" + named.attempt(), named, Submission::togetherWith);
    }
    return List.copyOf(merged.values());
  }

  /** All that a result hangs on beside the submission. */
  private static String basis(GradingRequest request, Plan plan, List<Path> classPath) {
    Fingerprint fingerprint = new Fingerprint().add("attention-lab results 1");
    fingerprint.add(request.solutions());
    classPath.forEach(fingerprint::add);
    plan.contracts().forEach(contract -> fingerprint.add(contract.type().getName()));
    fingerprint.add(request.limits().toString()).add(request.launcher().name());
    return fingerprint.add(Integer.toString(Runtime.version().feature())).hex();
  }

  private static List<GradeRules.Tested> gradeAll(
      SubmissionGrader grader,
      ResultStore store,
      List<Submission> submissions,
      Similarities alike,
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
                  List<LoadedFile> files = load(submission);
                  StudentResult result = gradeOne(grader, store, submission, files);
                  synchronized (oneAtATime) {
                    alike.add(
                        result.student(), files.stream().map(SubmissionReader::code).toList());
                    progress.graded(result);
                  }
                  return result;
                }));
      }
      List<GradeRules.Tested> results = new ArrayList<>();
      for (int i = 0; i < submissions.size(); i++) {
        results.add(new GradeRules.Tested(submissions.get(i), pending.get(i).get()));
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

  private static StudentResult gradeOne(
      SubmissionGrader grader, ResultStore store, Submission submission, List<LoadedFile> files) {
    String key = store.key(submission, files);
    Optional<StudentResult> kept = store.load(submission, key);
    if (kept.isPresent()) {
      return kept.get();
    }
    try {
      StudentResult result = grader.grade(submission, files);
      // What is not judged is not kept either: the next run tries again.
      if (result.isJudged()) {
        store.save(submission, key, result);
      }
      return result;
    } catch (GradingException noWorker) {
      throw noWorker;
    } catch (RuntimeException fault) {
      // Not kept: the next run tries again.
      return grader.failed(submission, "grader's fault: " + fault);
    }
  }

  private static List<LoadedFile> load(Submission submission) {
    return submission.files().stream()
        .filter(file -> file.isNotebook() || file.isJava())
        .map(LoadedFile::of)
        .toList();
  }

  private static Similarities similarities(GradingRequest request) {
    Similarities alike = new Similarities();
    for (Path starter : request.starters()) {
      SubmittedFile file =
          new SubmittedFile(starter.getFileName().toString(), limit -> Files.readAllBytes(starter));
      alike.given(SubmissionReader.code(LoadedFile.of(file)));
    }
    return alike;
  }
}
