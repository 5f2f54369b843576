package org.attentionlab.grading.report;

/** How the test of one mechanism ended. */
public enum Outcome {
  /** The answer does what the test asks. */
  PASSED,
  /** The answer gives another result, or throws. */
  FAILED,
  /** The answer is still the starter's. */
  NOT_SOLVED,
  /** There is no answer of the exercise's name. */
  MISSING,
  /** The answer does not compile. */
  COMPILE_ERROR,
  /**
   * The answer compiles but cannot be called: its class or cell throws, or it is of another type.
   */
  UNUSABLE,
  /** The answer did not come back in the time that it may have. */
  TIMED_OUT,
  /** The machine is to blame: it was too busy to give the answer that time, or has no process. */
  NOT_JUDGED,
  /** The answer took its process with it. */
  PROCESS_ENDED,
  /** The test itself is at fault, not the answer. */
  CHECK_BROKEN;

  /** Whether it says something about the answer; what does not is tried again by the next run. */
  public boolean isVerdict() {
    return this != NOT_JUDGED && this != CHECK_BROKEN;
  }
}
