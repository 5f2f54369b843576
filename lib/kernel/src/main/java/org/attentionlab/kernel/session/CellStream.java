package org.attentionlab.kernel.session;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.attentionlab.kernel.protocol.KernelLog;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/** System.out or System.err: leads what a thread prints to the cell that the thread belongs to. */
public final class CellStream extends OutputStream {
  private final StreamType stream;

  private CellStream(StreamType stream) {
    this.stream = stream;
  }

  /** Takes over System.out and System.err, for good. */
  public static void install() {
    StreamBuffer.startTimer();
    System.setOut(new PrintStream(new CellStream(StreamType.OUT), false, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new CellStream(StreamType.ERR), false, StandardCharsets.UTF_8));
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    Optional<Cell> cell = Cell.current();
    if (cell.isPresent()) {
      cell.get().print(stream, bytes, offset, length);
    } else {
      KernelLog.stream().write(bytes, offset, length);
      KernelLog.stream().flush();
    }
  }
}
