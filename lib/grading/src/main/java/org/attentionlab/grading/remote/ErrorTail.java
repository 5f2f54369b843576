package org.attentionlab.grading.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Drains a worker's error stream and keeps its first bytes: the JVM's own complaints. */
final class ErrorTail {

  private static final int KEPT = 2000;

  private final StringBuilder text = new StringBuilder();
  private final Thread thread;

  ErrorTail(InputStream errors) {
    thread = new Thread(() -> drain(errors), "worker-errors");
    thread.setDaemon(true);
    thread.start();
  }

  private void drain(InputStream errors) {
    byte[] buffer = new byte[1024];
    try (errors) {
      int count = errors.read(buffer);
      while (count >= 0) {
        keep(new String(buffer, 0, count, StandardCharsets.UTF_8));
        count = errors.read(buffer);
      }
    } catch (IOException closed) {
      // The process is gone, and what it said until then is kept.
      keep("");
    }
  }

  private void keep(String part) {
    synchronized (text) {
      if (text.length() < KEPT) {
        text.append(part);
      }
    }
  }

  /** The first line, empty when the process was silent. */
  String firstLine() {
    try {
      thread.join(500);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    synchronized (text) {
      return text.toString().lines().findFirst().orElse("");
    }
  }
}
