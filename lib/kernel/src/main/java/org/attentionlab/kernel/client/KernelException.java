package org.attentionlab.kernel.client;

/** The kernel did not start, died, or did not answer in time. */
public final class KernelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure of the kernel, not of a cell.
   *
   * @param message what happened, with the end of what the kernel wrote
   */
  public KernelException(String message) {
    super(message);
  }

  /**
   * A failure with a cause.
   *
   * @param message what happened
   * @param cause why
   */
  public KernelException(String message, Throwable cause) {
    super(message, cause);
  }
}
