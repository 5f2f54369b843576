package org.attentionlab.grading.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one student handed in at one time.
 *
 * @param student who
 * @param attempt number of the attempt, from 1
 * @param files notebooks and Java files, notebooks first
 * @param at when, where that is known
 * @param calledLate whether the learning platform calls it late
 * @param problem why there is nothing to grade; empty when there is
 */
public record Submission(
    Student student,
    int attempt,
    List<SubmittedFile> files,
    Optional<Instant> at,
    boolean calledLate,
    String problem) {

  /** Copies the list. */
  public Submission {
    files = List.copyOf(files);
  }

  /** The same, by the student that the roster names. */
  public Submission by(Student known) {
    return new Submission(known, attempt, files, at, calledLate, problem);
  }

  /** Two finds that turn out to be one student's. */
  public Submission togetherWith(Submission other) {
    List<SubmittedFile> both = new ArrayList<>(files);
    both.addAll(other.files);
    both.sort(Comparator.comparing(SubmittedFile::isJava).thenComparing(SubmittedFile::path));
    return new Submission(
        student,
        attempt,
        both,
        at.or(other::at),
        calledLate || other.calledLate,
        problem.isEmpty() ? other.problem : problem);
  }
}
