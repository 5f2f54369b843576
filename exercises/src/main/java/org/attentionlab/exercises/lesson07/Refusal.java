package org.attentionlab.exercises.lesson07;

import java.util.Optional;
import java.util.function.Supplier;
import org.attentionlab.grading.engine.AnswerFailure;
import org.attentionlab.grading.report.Outcome;

/** Whether an answer threw, for checks of an answer that has to throw. */
public final class Refusal {

  private static final String THROWS = "The answer throws ";

  private Refusal() {}

  /**
   * What the answer threw.
   *
   * @param call of the answer
   * @return name and message of the exception; empty where the call gave a result
   * @throws AnswerFailure where it gave neither, because it ran out of time or ended its process
   */
  public static Optional<String> of(Supplier<?> call) {
    try {
      Object unused = call.get();
      return Optional.empty();
    } catch (AnswerFailure failure) {
      String first = failure.details().get(0);
      if (failure.outcome() != Outcome.FAILED || !first.startsWith(THROWS)) {
        throw failure;
      }
      return Optional.of(first.substring(THROWS.length()));
    }
  }
}
