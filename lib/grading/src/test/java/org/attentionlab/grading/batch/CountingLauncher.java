package org.attentionlab.grading.batch;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.attentionlab.grading.remote.PlainWorkerLauncher;
import org.attentionlab.grading.remote.WorkerCommand;
import org.attentionlab.grading.remote.WorkerLauncher;

/** Starts plain workers and counts them: what was graded again. It may be told to stop at some. */
final class CountingLauncher implements WorkerLauncher {

  private final PlainWorkerLauncher plain = new PlainWorkerLauncher();
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

  /** Starts so many workers from now on, and then fails as a machine does that has no more. */
  void allow(int workers) {
    left.set(workers);
  }

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
    if (left.getAndDecrement() <= 0) {
      throw new IOException("no more processes");
    }
    started.incrementAndGet();
    return plain.launch(command);
  }
}
