package org.attentionlab.grading;

import org.attentionlab.grading.engine.AnswerGuard;
import org.attentionlab.grading.engine.CheckRunner;
import org.attentionlab.grading.engine.Contract;

/**
 * Checks an answer in the notebook.
 *
 * <pre>
 *   import static org.attentionlab.grading.Check.check;
 *
 *   check(SelfAttention.class, selfAttention)
 * </pre>
 *
 * <p>It runs the public tests. The grader runs others beside them, with other shapes and numbers.
 */
public final class Check {

  private Check() {}

  /**
   * Runs the public tests of an exercise.
   *
   * @param contract the exercise's contract
   * @param answer the answer: a lambda, a method reference or an object
   * @throws IllegalArgumentException when the class is no exercise's contract
   */
  public static <T> CheckResult check(Class<T> contract, T answer) {
    Contract exercise = Contract.of(contract);
    if (answer == null) {
      throw new IllegalArgumentException(
          "check: " + exercise.name() + " is null; run the cell that defines it first");
    }
    Object guarded = AnswerGuard.around(exercise, answer);
    return new CheckResult(CheckRunner.run(exercise, exercise.tests(), guarded));
  }
}
