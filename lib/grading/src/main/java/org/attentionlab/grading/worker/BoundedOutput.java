package org.attentionlab.grading.worker;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the first bytes that an answer prints and drops the flood after them. */
final class BoundedOutput extends OutputStream {

  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  BoundedOutput(int limit) {
    this.limit = limit;
  }

  @Override
  public synchronized void write(int value) {
    if (kept.size() < limit) {
      kept.write(value);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) {
    int room = Math.min(count, limit - kept.size());
    if (room > 0) {
      kept.write(bytes, from, room);
    }
  }

  /** What was printed since the last call. */
  synchronized String take() {
    String text = kept.toString(StandardCharsets.UTF_8);
    kept.reset();
    return text;
  }
}
