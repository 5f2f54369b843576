package org.attentionlab.kernel.session;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.attentionlab.kernel.protocol.InputChannel;

/**
 * System.in: asks the front end for a line when a cell reads.
 *
 * <p>Ends at once where there is nobody to ask, as an empty file does.
 */
public final class FrontendInput extends InputStream {
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
          ask(channel, "", false).map(s -> s.getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
      at = 0;
    }
    return at < line.length;
  }

  /**
   * Asks on behalf of the cell that the current thread belongs to.
   *
   * @return the line with its end; empty where there is nobody to ask
   * @throws CellInterruptedError if the cell is interrupted meanwhile
   */
  public static Optional<String> ask(InputChannel channel, String prompt, boolean password) {
    Optional<Cell> cell = Cell.current().filter(Cell::stdinAllowed);
    try {
      return cell.isPresent()
          ? Optional.of(cell.get().ask(channel, prompt, password) + "\n")
          : Optional.empty();
    } catch (InterruptedException e) {
      throw new CellInterruptedError("the cell was interrupted while it waited for input");
    }
  }
}
