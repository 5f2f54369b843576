package org.attentionlab.grading.report;

import java.util.List;
import java.util.Optional;

/**
 * What the tests of one exercise said of one answer.
 *
 * @param id number of the exercise, such as {@code 4.1}
 * @param name name of the exercise, such as {@code selfAttention}
 * @param mechanisms results in the order of their numbers
 */
public record ExerciseReport(String id, String name, List<MechanismResult> mechanisms) {

  /** Copies the list. */
  public ExerciseReport {
    mechanisms = List.copyOf(mechanisms);
  }

  /** Number and name. */
  public String label() {
    return id + " " + name;
  }

  /** Points that the answer gets. */
  public int points() {
    return mechanisms.stream().mapToInt(MechanismResult::points).sum();
  }

  /** Points of an answer without fault. */
  public int possible() {
    return mechanisms.stream().mapToInt(MechanismResult::possible).sum();
  }

  /** Whether the answer is still the starter's. */
  public boolean notSolved() {
    return points() == 0 && has(Outcome.NOT_SOLVED);
  }

  /** Whether any mechanism ended so. */
  public boolean has(Outcome outcome) {
    return mechanisms.stream().anyMatch(result -> result.outcome() == outcome);
  }

  /** The first mechanism that the answer did not pass. */
  public Optional<MechanismResult> firstFailed() {
    return mechanisms.stream().filter(result -> !result.passed()).findFirst();
  }
}
