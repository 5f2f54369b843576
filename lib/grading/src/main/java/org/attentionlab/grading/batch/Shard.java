package org.attentionlab.grading.batch;

import org.attentionlab.grading.GradingException;

/**
 * One of several equal parts of a batch, graded on a machine of its own.
 *
 * @param index which one, from 1
 * @param count how many there are
 */
public record Shard(int index, int count) {

  /** All of it. */
  public static final Shard ALL = new Shard(1, 1);

  /**
   * Reads {@code 2/8}.
   *
   * @throws GradingException when it is no such pair
   */
  public static Shard parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length == 2 && parts[0].matches("\\d{1,4}") && parts[1].matches("\\d{1,4}")) {
      int index = Integer.parseInt(parts[0]);
      int count = Integer.parseInt(parts[1]);
      if (index >= 1 && index <= count) {
        return new Shard(index, count);
      }
    }
    throw new GradingException(
        "grade: --shard is \"" + text + "\"; it takes a part such as 2/8, from 1/8 to 8/8");
  }

  /** Whether a student belongs to the part; the same on every machine, whoever else hands in. */
  boolean holds(String student) {
    String hash = new Fingerprint().add(student).hex();
    return Long.parseLong(hash.substring(0, 12), 16) % count == index - 1;
  }

  /** Whether it is not the whole. */
  public boolean isPart() {
    return count > 1;
  }
}
