package org.attentionlab.kernel.magic.maven;

/** Something is nowhere to be found, or is malformed; the message is for the user. */
public final class MavenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * With a message that tells all.
   *
   * @param message may have several lines
   */
  MavenException(String message) {
    super(message);
  }

  /**
   * With what was thrown.
   *
   * @param message may have several lines
   * @param cause for the curious
   */
  MavenException(String message, Throwable cause) {
    super(message, cause);
  }
}
