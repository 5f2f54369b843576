package org.attentionlab.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.attentionlab.exercises.lesson04.PermutationProbe;
import org.attentionlab.exercises.lesson04.SelfAttention;
import org.attentionlab.exercises.lesson04.SoftmaxBackward;
import org.attentionlab.grading.Check;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.grading.engine.AnswerGuard;
import org.attentionlab.grading.engine.CheckRunner;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.MechanismResult;
import org.attentionlab.grading.report.Outcome;
import org.attentionlab.solutions.hidden.lesson04.PermutationProbeHiddenChecks;
import org.attentionlab.solutions.hidden.lesson04.SelfAttentionHiddenChecks;
import org.attentionlab.solutions.hidden.lesson04.SoftmaxBackwardHiddenChecks;
import org.attentionlab.solutions.mutants.lesson04.Lesson04Mutants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference passes, and every typical mistake is caught by its test and named. */
class Lesson04Test {

  private final Lesson04 reference = new Lesson04();

  private static ExerciseReport hidden(Class<?> type, Object answer) {
    Contract contract = Contract.of(type);
    Class<?> tests =
        List.of(
                SelfAttentionHiddenChecks.class,
                PermutationProbeHiddenChecks.class,
                SoftmaxBackwardHiddenChecks.class)
            .stream()
            .filter(checks -> checks.getSimpleName().startsWith(type.getSimpleName()))
            .findFirst()
            .orElseThrow();
    return CheckRunner.run(contract, tests, AnswerGuard.around(contract, answer));
  }

  @Test
  void referencePassesTheHiddenTests() {
    assertFull(hidden(SelfAttention.class, reference.selfAttention));
    assertFull(hidden(PermutationProbe.class, reference.permutationProbe));
    assertFull(hidden(SoftmaxBackward.class, reference.softmaxBackward));
  }

  @Test
  void referencePassesThePublicChecks() {
    assertFull(Check.check(SelfAttention.class, reference.selfAttention).report());
    assertFull(Check.check(PermutationProbe.class, reference.permutationProbe).report());
    assertFull(Check.check(SoftmaxBackward.class, reference.softmaxBackward).report());
  }

  private static void assertFull(ExerciseReport report) {
    int possible =
        switch (report.name()) {
          case "permutationProbe" -> 10;
          default -> 15;
        };
    assertEquals(possible, report.possible());
    assertEquals(List.of(), report.mechanisms().stream().filter(part -> !part.passed()).toList());
  }

  static List<Mutant<?>> mutants() {
    return Lesson04Mutants.all();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void hiddenTestKillsTheMutantAndNamesTheMistake(Mutant<?> mutant) {
    assertKilled(mutant, hidden(mutant.contract(), mutant.answer()));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void publicCheckKillsTheMutantAndNamesTheMistake(Mutant<?> mutant) {
    assertKilled(mutant, publicReport(mutant));
  }

  private static <T> ExerciseReport publicReport(Mutant<T> mutant) {
    return Check.check(mutant.contract(), mutant.answer()).report();
  }

  private static void assertKilled(Mutant<?> mutant, ExerciseReport report) {
    MechanismResult result = mechanism(report, mutant.killedBy());
    assertEquals(Outcome.FAILED, result.outcome(), () -> mutant + ": " + report);
    assertEquals(Optional.of(mutant.mistake()), result.mistake(), () -> mutant + ": " + result);
  }

  private static MechanismResult mechanism(ExerciseReport report, String number) {
    return report.mechanisms().stream()
        .filter(result -> result.mechanism().startsWith(number + " "))
        .findFirst()
        .orElseThrow();
  }
}
