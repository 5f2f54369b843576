package org.attentionlab.lab;

/** The command cannot go on; the message says what is wrong and what to do, in a line or two. */
final class LabException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LabException(String message) {
    super(message);
  }

  LabException(String message, Throwable cause) {
    super(message, cause);
  }
}
