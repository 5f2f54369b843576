package org.attentionlab.grading.report;

import java.util.List;
import java.util.Optional;

/**
 * Result of one mechanism's test.
 *
 * @param mechanism number and sentence
 * @param possible points for a pass
 * @param outcome how the test ended
 * @param details lines that say what is wrong; empty after a pass
 * @param mistake short name of the recognised mistake
 * @param hints steps of help; empty after a pass
 */
public record MechanismResult(
    String mechanism,
    int possible,
    Outcome outcome,
    List<String> details,
    Optional<String> mistake,
    List<String> hints) {

  /** Copies the lists. */
  public MechanismResult {
    details = List.copyOf(details);
    hints = List.copyOf(hints);
  }

  /** Whether the answer passed. */
  public boolean passed() {
    return outcome == Outcome.PASSED;
  }

  /** The points that the answer gets: all or none. */
  public int points() {
    return passed() ? possible : 0;
  }
}
