package org.attentionlab.grading.assignment;

/**
 * Which of a student's attempts counts.
 *
 * @param limit attempts that are looked at, from the first on
 * @param counts the one that counts among them
 */
public record AttemptRule(int limit, Counts counts) {

  /** Which attempt counts. */
  public enum Counts {
    /** The one with the most points, after what lateness costs. */
    BEST,
    /** The last one. */
    LAST
  }

  /** Every attempt is looked at, the last one counts. */
  public static AttemptRule unlimited() {
    return new AttemptRule(Integer.MAX_VALUE, Counts.LAST);
  }
}
