package org.attentionlab.grading.remote;

import java.time.Duration;

/**
 * What one submission may take.
 *
 * <p>The three times are those that a worker had, see {@link FairClock}: while it waits for a
 * processor that others hold, its time stands still. Where the system does not tell of the waiting
 * (only Linux does, and not of Docker's containers), they are times on the wall.
 *
 * @param call time for one call of an answer
 * @param load time for a worker to start and to compile or evaluate the submission
 * @param submission time for loading and all calls; what is not tested by then counts as timed out
 * @param heapMegabytes heap of a worker
 */
public record Limits(Duration call, Duration load, Duration submission, int heapMegabytes) {

  private static final int PATIENCE = 4;

  /** 5 s for a call, 30 s to load, 2 min for all, 256 MB. */
  public static Limits standard() {
    return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), 256);
  }

  /**
   * Time on the wall after which a submission ends, however long it waited: four times {@code
   * submission}. What is not tested by then is not judged, and graded again by the next run.
   */
  public Duration patience() {
    return submission.multipliedBy(PATIENCE);
  }
}
