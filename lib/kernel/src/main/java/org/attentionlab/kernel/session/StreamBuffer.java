package org.attentionlab.kernel.session;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/**
 * Gathers what a cell prints into few messages, and loses nothing.
 *
 * <p>Text is sent when much has gathered, when the other stream is written, when anything else is
 * shown, when the cell ends, and otherwise a moment after the first of it was printed.
 */
final class StreamBuffer {
  private static final int FULL = 64 * 1024;
  private static final long DELAY_MILLIS = 20;
  private static final BlockingQueue<StreamBuffer> WAITING = new LinkedBlockingQueue<>();

  private final Cell cell;
  private final Map<StreamType, Utf8> decoders = new EnumMap<>(StreamType.class);
  private final StringBuilder pending = new StringBuilder();
  private StreamType pendingStream = StreamType.OUT;

  StreamBuffer(Cell cell) {
    this.cell = cell;
  }

  /**
   * Starts the thread that sends what has waited; not from a cell, whose interrupt would end it.
   */
  static void startTimer() {
    Thread thread = new Thread(StreamBuffer::sendWaiting, "Streams");
    thread.setDaemon(true);
    thread.start();
  }

  private static void sendWaiting() {
    try {
      while (true) {
        StreamBuffer first = WAITING.take();
        Thread.sleep(DELAY_MILLIS);
        first.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void append(StreamType stream, byte[] utf8, int offset, int length) {
    if (add(stream, utf8, offset, length)) {
      cell.awaitRoom();
    }
  }

  private synchronized boolean add(StreamType stream, byte[] utf8, int offset, int length) {
    if (stream != pendingStream) {
      flush();
      pendingStream = stream;
    }
    boolean wasEmpty = pending.length() == 0;
    decoders.computeIfAbsent(stream, s -> new Utf8()).decode(utf8, offset, length, pending);
    boolean full = pending.length() >= FULL;
    if (full) {
      flush();
    } else if (wasEmpty && pending.length() > 0) {
      WAITING.add(this);
    }
    return full;
  }

  synchronized void flush() {
    if (pending.length() > 0) {
      cell.send(new PublishStream(pendingStream, pending.toString()));
      pending.setLength(0);
    }
  }

  /** Decodes UTF-8 that may be cut anywhere. */
  private static final class Utf8 {
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = new byte[0];

    void decode(byte[] bytes, int offset, int length, StringBuilder to) {
      ByteBuffer in = ByteBuffer.allocate(rest.length + length);
      in.put(rest).put(bytes, offset, length).flip();
      CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
      decoder.decode(in, out, false);
      rest = new byte[in.remaining()];
      in.get(rest);
      to.append(out.flip());
    }
  }
}
