package org.attentionlab.grading.batch;

import java.nio.file.Path;
import org.attentionlab.grading.remote.Launchers;
import org.attentionlab.grading.remote.Limits;
import org.attentionlab.grading.remote.WorkerLauncher;

/**
 * What to grade and how.
 *
 * @param submissions folder with one child for each student
 * @param solutions jar with the hidden tests
 * @param out folder for gradebook and feedback; it is created where it is missing
 * @param lesson number of the lesson in two digits
 * @param launcher starts the workers
 * @param trustSubmissions whether submissions may run without a sandbox
 * @param limits what one submission may take
 * @param parallel submissions graded at the same time
 */
public record GradingRequest(
    Path submissions,
    Path solutions,
    Path out,
    String lesson,
    WorkerLauncher launcher,
    boolean trustSubmissions,
    Limits limits,
    int parallel) {

  /**
   * A request with the standard limits; submissions are not trusted, and run in this machine's
   * sandbox.
   */
  public static GradingRequest of(Path submissions, Path solutions, Path out, String lesson) {
    int parallel = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new GradingRequest(
        submissions, solutions, out, lesson, Launchers.best(), false, Limits.standard(), parallel);
  }

  /** The same, with submissions trusted: without a sandbox they run as the grader's own user. */
  public GradingRequest trustingSubmissions() {
    return new GradingRequest(
        submissions, solutions, out, lesson, launcher, true, limits, parallel);
  }

  /** The same with other limits. */
  public GradingRequest within(Limits other) {
    return new GradingRequest(
        submissions, solutions, out, lesson, launcher, trustSubmissions, other, parallel);
  }

  /** The same with workers started in another way. */
  public GradingRequest startingBy(WorkerLauncher other) {
    return new GradingRequest(
        submissions, solutions, out, lesson, other, trustSubmissions, limits, parallel);
  }
}
