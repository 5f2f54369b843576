package org.attentionlab.notebook;

/** A notebook cannot be read or written; the message names the file, the place and the repair. */
public final class NotebookException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A reason without a cause. */
  public NotebookException(String message) {
    super(message);
  }

  /** A reason with a cause. */
  public NotebookException(String message, Throwable cause) {
    super(message, cause);
  }
}
