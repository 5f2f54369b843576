package org.attentionlab.grading.assignment;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What lateness costs.
 *
 * @param grace lateness that costs nothing
 * @param perDay percent of the points for every day that has begun, from the due date on
 * @param atMost percent that lateness costs at most
 * @param closesAfter lateness after which nothing counts
 */
public record LateRule(
    Duration grace, BigDecimal perDay, BigDecimal atMost, Optional<Duration> closesAfter) {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Lateness is named and costs nothing. */
  public static LateRule forgiving() {
    return new LateRule(Duration.ZERO, BigDecimal.ZERO, ALL, Optional.empty());
  }

  /**
   * The percent that a submission loses.
   *
   * @param late how much later than due it came
   */
  public BigDecimal percent(Duration late) {
    if (late.isNegative() || late.isZero() || late.compareTo(grace) <= 0) {
      return BigDecimal.ZERO;
    }
    if (closesAfter.isPresent() && late.compareTo(closesAfter.get()) > 0) {
      return ALL;
    }
    return perDay.multiply(BigDecimal.valueOf(days(late))).min(atMost).min(ALL);
  }

  /** Days that have begun. */
  static long days(Duration late) {
    return late.toDays() + (late.equals(Duration.ofDays(late.toDays())) ? 0 : 1);
  }
}
