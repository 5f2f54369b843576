package org.attentionlab.grading.batch;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.attentionlab.grading.remote.PlainWorkerLauncher;
import org.attentionlab.grading.remote.WorkerCommand;
import org.attentionlab.grading.remote.WorkerLauncher;

/** Starts plain workers and counts them: what was graded again. */
final class CountingLauncher implements WorkerLauncher {

  private final PlainWorkerLauncher plain = new PlainWorkerLauncher();
  private final AtomicInteger started = new AtomicInteger();

  int take() {
    return started.getAndSet(0);
  }

  @Override
  public String name() {
    return plain.name();
  }

  @Override
  public boolean isSandbox() {
    return plain.isSandbox();
  }

  @Override
  public Process launch(WorkerCommand command) throws IOException {
    started.incrementAndGet();
    return plain.launch(command);
  }
}
