package org.attentionlab.kernel.session;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.attentionlab.kernel.protocol.InputChannel;

/**
 * System.in: asks the front end for a line when a cell reads.
 *
 * <p>Where the front end answers no questions, a read is an error that says so; were it the end of
 * the input instead, a program would go on with nothing.
 */
public final class FrontendInput extends InputStream {
  /** What a front end sends where the user ends the input, with Ctrl-D in a console. */
  private static final String END = "\u0004";

  private final InputChannel channel;
  private byte[] line = new byte[0];
  private int at;

  /**
   * Input by way of a channel.
   *
   * @param channel to the front end
   */
  public FrontendInput(InputChannel channel) {
    this.channel = channel;
  }

  @Override
  public synchronized int read() {
    return fill() ? line[at++] & 0xFF : -1;
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int taken = Math.min(length, line.length - at);
    System.arraycopy(line, at, into, offset, taken);
    at += taken;
    return taken;
  }

  @Override
  public synchronized int available() {
    return line.length - at;
  }

  private boolean fill() {
    if (at == line.length) {
      line =
          ask(channel, "", false)
              .map(s -> (s + "\n").getBytes(StandardCharsets.UTF_8))
              .orElse(new byte[0]);
      at = 0;
    }
    return at < line.length;
  }

  /**
   * Asks on behalf of the cell that the current thread belongs to.
   *
   * @return the line without its end; empty where the user ended the input, and on a thread of no
   *     cell
   * @throws NoInputError if the front end answers no questions
   * @throws CellInterruptedError if the cell is interrupted meanwhile
   */
  public static Optional<String> ask(InputChannel channel, String prompt, boolean password) {
    Optional<Cell> cell = Cell.current();
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    if (!cell.get().stdinAllowed()) {
      throw new NoInputError(
          "the cell asks for input, but this front end answers no questions (allow_stdin is false,"
              + " as where notebooks are run unattended). Give the value in the code instead.");
    }
    try {
      return Optional.of(cell.get().ask(channel, prompt, password)).filter(s -> !s.equals(END));
    } catch (InterruptedException e) {
      throw new CellInterruptedError("the cell was interrupted while it waited for input");
    }
  }
}
