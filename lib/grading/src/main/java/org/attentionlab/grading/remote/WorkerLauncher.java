package org.attentionlab.grading.remote;

import java.io.IOException;

/** Starts workers, in a sandbox or without one. */
public interface WorkerLauncher {

  /** What the user reads: {@code plain process}. */
  String name();

  /** Whether it keeps code that nobody trusts from the machine's files and from the network. */
  boolean isSandbox();

  /**
   * Starts a worker; its standard input and output are the caller's.
   *
   * @throws IOException when the process cannot be started
   */
  Process launch(WorkerCommand command) throws IOException;
}
