package org.attentionlab.grading.batch;

/** A submission's file that cannot be graded; the message is its line in the gradebook. */
final class SubmissionProblem extends Exception {

  private static final long serialVersionUID = 1L;

  SubmissionProblem(String message) {
    super(message);
  }
}
