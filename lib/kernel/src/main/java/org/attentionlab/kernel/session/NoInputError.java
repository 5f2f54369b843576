package org.attentionlab.kernel.session;

/**
 * Thrown where a cell reads and nobody can answer.
 *
 * <p>An error, not an exception of input: a Scanner swallows those, and says only that no line was
 * found.
 */
public final class NoInputError extends Error {
  private static final long serialVersionUID = 1L;

  /**
   * An end of input where more was needed.
   *
   * @param message says who does not answer
   */
  public NoInputError(String message) {
    super(message);
  }
}
