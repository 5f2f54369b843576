package org.attentionlab.kernel.protocol;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The kernel's own log: lines on the process's standard error, never in a notebook. */
public final class KernelLog {
  private static final PrintStream ERR =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

  private KernelLog() {}

  /**
   * Logs a line.
   *
   * @param message what happened
   */
  public static void warn(String message) {
    ERR.println("[attentionlab kernel] " + message);
  }

  /** The process's own standard error. */
  public static PrintStream stream() {
    return ERR;
  }
}
