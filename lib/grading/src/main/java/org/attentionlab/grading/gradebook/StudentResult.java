package org.attentionlab.grading.gradebook;

import java.util.List;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.Outcome;

/**
 * What the tests said of one submission, before an assignment's rules.
 *
 * @param student name of the student
 * @param file the files that counted; empty when there was none to read
 * @param exercises reports in the assignment's order
 * @param status {@code ok}, or what stood in the way
 * @param notes what a reader should know and what costs no point
 * @param printed what the answers printed, cut
 */
public record StudentResult(
    String student,
    String file,
    List<ExerciseReport> exercises,
    String status,
    List<String> notes,
    String printed) {

  /** Copies the lists. */
  public StudentResult {
    exercises = List.copyOf(exercises);
    notes = List.copyOf(notes);
  }

  /** Points of the course that the answers get. */
  public int points() {
    return exercises.stream().mapToInt(ExerciseReport::points).sum();
  }

  /** Points of the course without fault. */
  public int possible() {
    return exercises.stream().mapToInt(ExerciseReport::possible).sum();
  }

  /** Whether every test says something about its answer, see {@link Outcome#isVerdict}. */
  public boolean isJudged() {
    return exercises.stream()
        .flatMap(report -> report.mechanisms().stream())
        .allMatch(mechanism -> mechanism.outcome().isVerdict());
  }
}
