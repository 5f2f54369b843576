package org.attentionlab.kernel.session;

import java.util.List;

/** A cell that did not succeed, told in the user's terms. */
public final class CellFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;

  @SuppressWarnings("serial") // an immutable list of strings
  private final List<String> traceback;

  /**
   * A failure.
   *
   * @param name its kind, as in ArithmeticException
   * @param message one line
   * @param traceback the lines shown below the cell
   * @param cause what was thrown
   */
  public CellFailure(String name, String message, List<String> traceback, Throwable cause) {
    super(message, cause);
    this.name = name;
    this.traceback = List.copyOf(traceback);
  }

  /**
   * A failure that its message tells in full.
   *
   * @param name its kind
   * @param message may have several lines; the first is the summary
   */
  public CellFailure(String name, String message) {
    super(message.lines().findFirst().orElse(""));
    this.name = name;
    this.traceback = Style.message(name, message);
  }

  /** Its kind, as in ArithmeticException. */
  public String name() {
    return name;
  }

  /** The lines shown below the cell. */
  public List<String> traceback() {
    return traceback;
  }
}
