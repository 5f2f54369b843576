package org.attentionlab.grading.remote;

import java.io.IOException;

/** Starts workers in a way that a test needs. */
record StartedBy(Start start) implements WorkerLauncher {

  /** Starts a process. */
  @FunctionalInterface
  interface Start {
    Process of(WorkerCommand command) throws IOException;
  }

  @Override
  public String name() {
    return "process of a test";
  }

  @Override
  public boolean isSandbox() {
    return false;
  }

  @Override
  public Process launch(WorkerCommand command) throws IOException {
    return start.of(command);
  }
}
