package org.attentionlab.data;

import java.util.List;

/**
 * A row of tokens and the row that a model has to make of it.
 *
 * @param source what the model reads
 * @param target what it has to write
 */
public record TokenPair(List<String> source, List<String> target) {
  /** Copies both rows. */
  public TokenPair {
    source = List.copyOf(source);
    target = List.copyOf(target);
  }

  /**
   * The pair for the opposite task.
   *
   * @return source and target exchanged
   */
  public TokenPair reversed() {
    return new TokenPair(target, source);
  }
}
