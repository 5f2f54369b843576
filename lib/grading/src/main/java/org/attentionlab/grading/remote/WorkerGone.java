package org.attentionlab.grading.remote;

/** A worker that gave no reply; it has been ended. */
final class WorkerGone extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why there is no reply. */
  enum Reason {
    /** Its time is over. */
    TIMED_OUT,
    /** The process ended by itself. */
    ENDED,
    /** It wrote something that is no reply. */
    GARBLED
  }

  private final Reason reason;

  WorkerGone(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
