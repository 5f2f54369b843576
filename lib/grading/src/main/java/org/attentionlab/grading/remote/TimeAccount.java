package org.attentionlab.grading.remote;

import java.time.Duration;

/** The time of one submission: what loading and all its calls had, and what passed meanwhile. */
final class TimeAccount {

  private final Duration limit;
  private final Duration patience;
  private Duration had = Duration.ZERO;
  private Duration passed = Duration.ZERO;

  /**
   * Opens the account.
   *
   * @param limit time that the submission may have
   * @param patience time on the wall after which it ends, however long it waited for a processor
   */
  TimeAccount(Duration limit, Duration patience) {
    this.limit = limit;
    this.patience = patience;
  }

  /** Books one request. */
  void charge(FairClock clock) {
    had = had.plus(clock.had());
    passed = passed.plus(clock.passed());
  }

  /** What it may still have. */
  Duration left() {
    return limit.minus(had);
  }

  /** Time on the wall until the grader gives up, with a request that is not booked yet. */
  Duration patience(FairClock clock) {
    return patience.minus(passed).minus(clock.passed());
  }

  /** Whether it had all that it may have. */
  boolean isUsedUp() {
    return isOver(left());
  }

  /** Whether the grader gives up: the machine did not give the submission what it may have. */
  boolean isStarved() {
    return !isUsedUp() && isOver(patience.minus(passed));
  }

  static boolean isOver(Duration left) {
    return left.isZero() || left.isNegative();
  }
}
