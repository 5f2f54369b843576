package org.attentionlab.kernel.session;

/** Ends a cell that was interrupted; an error, so that code that catches exceptions lets it by. */
public final class CellInterruptedError extends Error {
  private static final long serialVersionUID = 1L;

  /**
   * An interruption.
   *
   * @param message what became of the cell
   */
  public CellInterruptedError(String message) {
    super(message);
  }
}
