package org.attentionlab.grading.remote;

import java.time.Duration;

/**
 * What one submission may take.
 *
 * @param call time for one call of an answer
 * @param load time for a worker to start and to compile or evaluate the submission
 * @param submission time for all of it; what is not tested by then counts as timed out
 * @param heapMegabytes heap of a worker
 */
public record Limits(Duration call, Duration load, Duration submission, int heapMegabytes) {

  /** 5 s for a call, 30 s to load, 2 min for all, 256 MB. */
  public static Limits standard() {
    return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), 256);
  }
}
