package org.attentionlab.kernel.session;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How long a statement may run.
 *
 * @param millis at least 1
 * @param setBy who says so, for the message
 */
public record StatementLimit(long millis, String setBy) {
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "Statement limit");
            thread.setDaemon(true);
            return thread;
          });

  /** Does something when the time is over; to be cancelled when the statement has ended. */
  Future<?> whenOver(Runnable task) {
    return CLOCK.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  String message() {
    return "the statement ran longer than " + millis + " ms, which " + setBy + " allows";
  }
}
