package org.attentionlab.grading.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.assignment.Assignment;
import org.attentionlab.grading.remote.Launchers;
import org.attentionlab.grading.remote.Limits;
import org.attentionlab.grading.remote.WorkerLauncher;

/**
 * What to grade and how.
 *
 * @param submissions folder or zip file with the submissions
 * @param solutions jar with the hidden tests
 * @param out folder for gradebook and feedback; it is created where it is missing
 * @param assignment what the submissions answer
 * @param roster file that names everybody who should have handed in
 * @param manual file with points by hand; {@code manual.csv} in the folder where there is none
 * @param results folders with results of other runs, which are taken where they fit
 * @param starters code that everybody was given, which makes no submission similar
 * @param shard the part of the submissions that is graded
 * @param launcher starts the workers
 * @param trustSubmissions whether submissions may run without a sandbox
 * @param limits what one submission may take
 * @param parallel submissions graded at the same time
 */
public record GradingRequest(
    Path submissions,
    Path solutions,
    Path out,
    Assignment assignment,
    Optional<Path> roster,
    Optional<Path> manual,
    List<Path> results,
    List<Path> starters,
    Shard shard,
    WorkerLauncher launcher,
    boolean trustSubmissions,
    Limits limits,
    int parallel) {

  /** Copies the lists. */
  public GradingRequest {
    results = List.copyOf(results);
    starters = List.copyOf(starters);
  }

  /**
   * A request with the standard limits; submissions are not trusted, and run in this machine's
   * sandbox.
   */
  public static GradingRequest of(
      Path submissions, Path solutions, Path out, Assignment assignment) {
    return new GradingRequest(
        submissions,
        solutions,
        out,
        assignment,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Shard.ALL,
        Launchers.best(),
        false,
        Limits.standard(),
        Runtime.getRuntime().availableProcessors());
  }

  /** A request for all exercises of a lesson. */
  public static GradingRequest of(Path submissions, Path solutions, Path out, String lesson) {
    return of(submissions, solutions, out, Assignment.ofLesson(lesson));
  }

  /** The same, with submissions trusted: without a sandbox they run as the grader's own user. */
  public GradingRequest trustingSubmissions() {
    return with(roster, manual, results, starters, shard, launcher, true, limits, parallel);
  }

  /** The same with other limits. */
  public GradingRequest within(Limits other) {
    return with(
        roster, manual, results, starters, shard, launcher, trustSubmissions, other, parallel);
  }

  /** The same with workers started in another way. */
  public GradingRequest startingBy(WorkerLauncher other) {
    return with(
        roster, manual, results, starters, shard, other, trustSubmissions, limits, parallel);
  }

  /** The same with everybody known who should have handed in. */
  public GradingRequest withRoster(Path file) {
    return with(
        Optional.of(file),
        manual,
        results,
        starters,
        shard,
        launcher,
        trustSubmissions,
        limits,
        parallel);
  }

  /** The same with points by hand from another file. */
  public GradingRequest withManual(Path file) {
    return with(
        roster,
        Optional.of(file),
        results,
        starters,
        shard,
        launcher,
        trustSubmissions,
        limits,
        parallel);
  }

  /** The same with results of other runs at hand. */
  public GradingRequest withResultsOf(List<Path> others) {
    return with(
        roster, manual, others, starters, shard, launcher, trustSubmissions, limits, parallel);
  }

  /** The same with code known that everybody was given. */
  public GradingRequest withStarters(List<Path> files) {
    return with(
        roster, manual, results, files, shard, launcher, trustSubmissions, limits, parallel);
  }

  /** The same for a part of the submissions. */
  public GradingRequest only(Shard part) {
    return with(
        roster, manual, results, starters, part, launcher, trustSubmissions, limits, parallel);
  }

  /** The same with so many submissions at a time. */
  public GradingRequest atATime(int submissionsAtATime) {
    return with(
        roster,
        manual,
        results,
        starters,
        shard,
        launcher,
        trustSubmissions,
        limits,
        submissionsAtATime);
  }

  private GradingRequest with(
      Optional<Path> newRoster,
      Optional<Path> newManual,
      List<Path> newResults,
      List<Path> newStarters,
      Shard newShard,
      WorkerLauncher newLauncher,
      boolean trust,
      Limits newLimits,
      int newParallel) {
    return new GradingRequest(
        submissions,
        solutions,
        out,
        assignment,
        newRoster,
        newManual,
        newResults,
        newStarters,
        newShard,
        newLauncher,
        trust,
        newLimits,
        newParallel);
  }
}
