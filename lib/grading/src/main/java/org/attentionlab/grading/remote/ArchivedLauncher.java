package org.attentionlab.grading.remote;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Starts workers as another launcher does, from an archive of classes.
 *
 * @param inner the other launcher
 * @param archive see {@link ClassArchive}
 */
record ArchivedLauncher(WorkerLauncher inner, Path archive) implements WorkerLauncher {

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public boolean isSandbox() {
    return inner.isSandbox();
  }

  @Override
  public Process launch(WorkerCommand command) throws IOException {
    return inner.launch(command.from(archive));
  }
}
