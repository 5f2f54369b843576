package org.attentionlab.grading.gradebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.intake.Roster;
import org.attentionlab.grading.intake.Student;

/**
 * One student's line of the gradebook.
 *
 * @param student who
 * @param row the student's row of the roster
 * @param result what the tests said of the attempt that counts
 * @param attempt its number, 0 when nothing was handed in
 * @param attempts attempts that were handed in
 * @param points points of the assignment for each exercise, manual ones included
 * @param possible points of each exercise
 * @param at when the attempt was handed in
 * @param lateness percent that lateness costs
 * @param manual points that the instructor adds to the whole
 * @param comments what the instructor says
 * @param total points after all rules
 * @param status {@code ok}, or what the reader should know
 */
public record StudentGrade(
    Student student,
    Optional<Roster.Entry> row,
    StudentResult result,
    int attempt,
    int attempts,
    List<BigDecimal> points,
    List<BigDecimal> possible,
    Optional<Instant> at,
    BigDecimal lateness,
    BigDecimal manual,
    List<String> comments,
    BigDecimal total,
    String status) {

  /** Copies the lists. */
  public StudentGrade {
    points = List.copyOf(points);
    possible = List.copyOf(possible);
    comments = List.copyOf(comments);
  }

  /** Points without fault. */
  public BigDecimal outOf() {
    return possible.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What the feedback says first: {@code Lesson04.java: ok}. */
  public String fileAndStatus() {
    return result.file().isEmpty() ? status : result.file() + ": " + status;
  }

  /** A number of points without trailing zeros: {@code 7.5}, {@code 40}. */
  public static String shown(BigDecimal points) {
    return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
  }
}
