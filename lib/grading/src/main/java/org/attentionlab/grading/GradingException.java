package org.attentionlab.grading;

/** Grading cannot go on; the message is one line that says what is missing and the repair. */
public final class GradingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A reason without a cause. */
  public GradingException(String message) {
    super(message);
  }

  /** A reason with a cause. */
  public GradingException(String message, Throwable cause) {
    super(message, cause);
  }
}
