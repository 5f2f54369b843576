package org.attentionlab.grading.remote;

import java.util.Optional;

/** Chooses how workers are started. */
public final class Launchers {

  private Launchers() {}

  /** The sandbox of this machine, a plain process where it has none. */
  public static WorkerLauncher best() {
    Optional<BubblewrapLauncher> sandbox = BubblewrapLauncher.find();
    return sandbox.isPresent() ? sandbox.get() : new PlainWorkerLauncher();
  }
}
