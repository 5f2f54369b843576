package org.attentionlab.grading.batch;

import java.util.List;
import org.attentionlab.grading.report.ExerciseReport;

/**
 * One student's line of the gradebook.
 *
 * @param student name of the submission
 * @param file the file that counted; empty when there was none to read
 * @param exercises reports in the course's order
 * @param status {@code ok}, or what stood in the way
 * @param printed what the answers printed, cut
 */
public record StudentResult(
    String student, String file, List<ExerciseReport> exercises, String status, String printed) {

  /** Copies the list. */
  public StudentResult {
    exercises = List.copyOf(exercises);
  }

  /** Points that the student gets. */
  public int points() {
    return exercises.stream().mapToInt(ExerciseReport::points).sum();
  }

  /** Points without fault. */
  public int possible() {
    return exercises.stream().mapToInt(ExerciseReport::possible).sum();
  }

  /** What the feedback says first: {@code Lesson04.java: ok}. */
  String fileAndStatus() {
    return file.isEmpty() ? status : file + ": " + status;
  }
}
