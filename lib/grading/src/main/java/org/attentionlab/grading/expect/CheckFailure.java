package org.attentionlab.grading.expect;

import java.util.Optional;

/**
 * A failed expectation, as values: where, what was expected and got, and which mistake it looks
 * like.
 */
public final class CheckFailure extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final String where;
  private final String mistakeId;
  private final String sentence;

  CheckFailure(String where, Optional<Mistake> mistake) {
    super(where + mistake.map(known -> "\n" + known.sentence()).orElse(""));
    this.where = where;
    this.mistakeId = mistake.map(Mistake::id).orElse("");
    this.sentence = mistake.map(Mistake::sentence).orElse("");
  }

  /** One line: the input, the place, the expected and the given numbers. */
  public String where() {
    return where;
  }

  /** The mistake that explains the result, when one is recognised. */
  public Optional<Mistake> mistake() {
    return sentence.isEmpty() ? Optional.empty() : Optional.of(new Mistake(mistakeId, sentence));
  }
}
