package org.attentionlab.kernel.protocol;

/** A message that the protocol does not allow, or that the kernel does not know. */
final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedMessageException(String message) {
    super(message);
  }

  MalformedMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
