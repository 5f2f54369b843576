package org.attentionlab.grading.engine;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.CheckFailure;
import org.attentionlab.grading.expect.Mistake;
import org.attentionlab.grading.report.MechanismResult;
import org.attentionlab.grading.report.Outcome;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

/**
 * One test method of a check class and what its annotations say.
 *
 * @param method the test method
 * @param mechanism number and sentence
 * @param points points for a pass
 * @param hints steps of help
 */
record MechanismTest(Method method, String mechanism, int points, List<String> hints) {

  /**
   * The test methods in the order of their mechanisms.
   *
   * @throws IllegalArgumentException when there are none
   */
  static List<MechanismTest> allOf(Class<?> checks) {
    List<MechanismTest> tests =
        Arrays.stream(checks.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Mechanism.class))
            .map(MechanismTest::of)
            .sorted(Comparator.comparing(MechanismTest::mechanism))
            .toList();
    if (tests.isEmpty()) {
      throw new IllegalArgumentException(
          checks.getSimpleName() + " has no test method with @Mechanism and @Points");
    }
    return tests;
  }

  private static MechanismTest of(Method method) {
    int points =
        Optional.ofNullable(method.getAnnotation(Points.class))
            .orElseThrow(() -> new IllegalArgumentException(method.getName() + " has no @Points"))
            .value();
    List<String> hints =
        Optional.ofNullable(method.getAnnotation(Hint.class))
            .map(hint -> List.of(hint.value()))
            .orElse(List.of());
    return new MechanismTest(method, method.getAnnotation(Mechanism.class).value(), points, hints);
  }

  /** Judges how the test ended; a test that never ended counts as broken. */
  MechanismResult judge(Optional<TestExecutionResult> ended) {
    if (ended.isEmpty()) {
      return broken("it did not run");
    }
    if (ended.get().getStatus() == Status.SUCCESSFUL) {
      return result(Outcome.PASSED, List.of(), Optional.empty(), List.of());
    }
    return ended.get().getThrowable().map(this::failed).orElseGet(() -> broken("it was aborted"));
  }

  private MechanismResult failed(Throwable thrown) {
    if (thrown instanceof CheckFailure failure) {
      return wrong(failure);
    }
    if (thrown instanceof NotSolvedYet) {
      return result(Outcome.NOT_SOLVED, List.of("not solved yet"), Optional.empty(), List.of());
    }
    if (thrown instanceof AnswerFailure failure) {
      List<String> help = failure.outcome().isVerdict() ? hints : List.of();
      return result(failure.outcome(), failure.details(), Optional.empty(), help);
    }
    if (thrown instanceof GradingException machine) {
      return result(
          Outcome.NOT_JUDGED,
          List.of("Not judged (" + machine.getMessage() + "); run the grader again."),
          Optional.empty(),
          List.of());
    }
    if (thrown instanceof AssertionError) {
      return result(
          Outcome.FAILED,
          String.valueOf(thrown.getMessage()).lines().toList(),
          Optional.empty(),
          hints);
    }
    return broken(thrown.toString());
  }

  private MechanismResult wrong(CheckFailure failure) {
    List<String> details = new ArrayList<>(List.of(failure.where()));
    failure.mistake().map(Mistake::sentence).ifPresent(details::add);
    return result(Outcome.FAILED, details, failure.mistake().map(Mistake::id), hints);
  }

  private MechanismResult broken(String why) {
    return result(
        Outcome.CHECK_BROKEN,
        List.of("The test itself failed (" + why + "). Please tell your instructor."),
        Optional.empty(),
        List.of());
  }

  MechanismResult result(
      Outcome outcome, List<String> details, Optional<String> mistake, List<String> help) {
    return new MechanismResult(mechanism, points, outcome, details, mistake, help);
  }
}
