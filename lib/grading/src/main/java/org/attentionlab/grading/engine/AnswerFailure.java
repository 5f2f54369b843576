package org.attentionlab.grading.engine;

import java.util.List;
import org.attentionlab.grading.report.Outcome;

/**
 * A call of an answer that brought no result: it threw, ran into its deadline, ended its process or
 * gave back something that is no value of the contract.
 */
public final class AnswerFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Outcome outcome;

  /** Lines are kept as one text, because an exception's fields must be serializable. */
  private final String details;

  /**
   * A call without a result.
   *
   * @param outcome what it counts as
   * @param details what the learner reads, line by line
   */
  public AnswerFailure(Outcome outcome, List<String> details) {
    super(String.join("\n", details));
    this.outcome = outcome;
    this.details = String.join("\n", details);
  }

  /** What the call counts as. */
  public Outcome outcome() {
    return outcome;
  }

  /** What the learner reads, line by line. */
  public List<String> details() {
    return details.lines().toList();
  }
}
