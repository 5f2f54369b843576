package org.attentionlab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.engine.AnswerFailure;
import org.attentionlab.grading.engine.AnswerGuard;
import org.attentionlab.grading.engine.CheckRunner;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.MechanismResult;
import org.attentionlab.grading.report.Outcome;
import org.attentionlab.grading.toy.BrokenChecks;
import org.attentionlab.grading.toy.Twice;
import org.attentionlab.grading.toy.TwiceChecks;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class CheckTest {

  private static final Twice RIGHT =
      (x, counts) -> {
        float[] data = x.toArray();
        for (int i = 0; i < data.length; i++) {
          data[i] *= 2;
        }
        return Tensor.of(data, x.shape());
      };

  private static CheckResult check(Twice answer) {
    return Check.check(Twice.class, answer);
  }

  private static MechanismResult first(CheckResult result) {
    return result.report().mechanisms().get(0);
  }

  @Test
  void rightAnswerGetsAllPoints() {
    assertEquals(
        """
        0.1 twice                                                                   5 / 5
        ✓ 0.1.1 every number is doubled                                             3 / 3
        ✓ 0.1.2 the counts are left as they were                                    2 / 2
        """,
        check(RIGHT).toString());
  }

  @Test
  void wrongAnswerIsShownWithItsMistakeAsTheStyleAsks() {
    assertEquals(
        """
        0.1 twice                                                                   2 / 5
        ✗ 0.1.1 every number is doubled                                             0 / 3
            x (1, 2, 3); result[0][0]: expected 2 4 6, got 1 2 3
            This equals the input. hint(2) says more.
        ✓ 0.1.2 the counts are left as they were                                    2 / 2
        """,
        check((x, counts) -> x).toString());
    assertEquals(Optional.of("unchanged"), first(check((x, counts) -> x)).mistake());
  }

  @Test
  void hintsComeOneAtATime() {
    CheckResult result = check((x, counts) -> x);
    assertEquals("0.1.1 every number is doubled\n    two", result.hint(2));
    IllegalArgumentException none =
        assertThrows(IllegalArgumentException.class, () -> result.hint(4));
    assertEquals(
        "hint: step 4 of 3 does not exist for 0.1.1 every number is doubled", none.getMessage());
    assertEquals("No hint is needed: every mechanism passed.", check(RIGHT).hint(1));
  }

  @Test
  void openExerciseIsNotAFault() {
    CheckResult result =
        check(
            (x, counts) -> {
              throw new NotSolvedYet("0.1 twice");
            });
    assertTrue(result.report().notSolved());
    assertEquals(
        """
        0.1 twice                                                                   0 / 5
            not solved yet
        """,
        result.toString());
    assertTrue(result.toHtml().contains("not solved yet"));
  }

  @Test
  void exceptionOfTheAnswerIsNamed() {
    List<String> details =
        first(
                check(
                    (x, counts) -> {
                      throw new IllegalStateException("too bad");
                    }))
            .details();
    assertEquals("The answer throws IllegalStateException: too bad", details.get(0));
  }

  @Test
  void deepRecursionIsNamed() {
    Twice[] itself = new Twice[1];
    itself[0] = (x, counts) -> itself[0].of(x, counts);
    Twice endless = itself[0];
    assertEquals("The answer throws StackOverflowError", first(check(endless)).details().get(0));
  }

  @Test
  void nullIsNamed() {
    assertEquals(List.of("The answer returns null."), first(check((x, counts) -> null)).details());
  }

  @Test
  void wrongShapeIsNamed() {
    Twice flat = (x, counts) -> Tensor.of(x.toArray(), x.toArray().length);
    assertEquals(
        "x (1, 2, 3); result: expected shape (1, 2, 3), got (6)",
        first(check(flat)).details().get(0));
  }

  @Test
  void notANumberIsNamed() {
    Twice nan =
        (x, counts) -> {
          float[] data = x.toArray();
          data[4] = Float.NaN;
          return Tensor.of(data, x.shape());
        };
    assertEquals(Optional.of("nan"), first(check(nan)).mistake());
  }

  @Test
  void changedInputIsNamed() {
    Twice changing =
        (x, counts) -> {
          if (counts.length > 0) {
            counts[0] = 9;
          }
          return RIGHT.of(x, counts);
        };
    MechanismResult result = check(changing).report().mechanisms().get(1);
    assertEquals(
        List.of("counts [1, 2], result (1); counts after the call: expected 1 2, got 9 2"),
        result.details());
  }

  @Test
  void busyMachineIsNotTheAnswersFault() {
    Contract contract = Contract.of(Twice.class);
    Twice starved =
        (x, counts) -> {
          throw new AnswerFailure(Outcome.NOT_JUDGED, List.of("Not judged: the machine was busy."));
        };
    for (MechanismResult result :
        CheckRunner.run(contract, TwiceChecks.class, starved).mechanisms()) {
      assertEquals(Outcome.NOT_JUDGED, result.outcome());
      assertFalse(result.outcome().isVerdict());
      assertEquals(List.of("Not judged: the machine was busy."), result.details());
      assertEquals(List.of(), result.hints(), "a hint would blame the answer");
    }
  }

  @Test
  void faultOfATestIsNotTheAnswers() {
    Contract contract = Contract.of(Twice.class);
    ExerciseReport report =
        CheckRunner.run(contract, BrokenChecks.class, AnswerGuard.around(contract, RIGHT));
    MechanismResult result = report.mechanisms().get(0);
    assertEquals(Outcome.CHECK_BROKEN, result.outcome());
    assertTrue(result.details().get(0).contains("tell your instructor"), result::toString);
  }

  @Test
  void classThatIsNoExerciseIsRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Check.check(Runnable.class, () -> {}));
    assertTrue(refused.getMessage().startsWith("check: Runnable is no exercise"));
  }

  @Test
  void htmlHasNoScriptAndEscapesTheAnswersText() {
    String html =
        check(
                (x, counts) -> {
                  throw new IllegalStateException("<script>alert(1)</script>");
                })
            .toHtml();
    assertFalse(html.contains("<script"), html);
    assertTrue(html.contains("&lt;script&gt;"), html);
    assertTrue(html.contains("<details>"), html);
  }

  @Test
  void checkIsSilentOnTheConsole() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    PrintStream ear = new PrintStream(heard, true, StandardCharsets.UTF_8);
    System.setOut(ear);
    System.setErr(ear);
    try {
      check((x, counts) -> x);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", heard.toString(StandardCharsets.UTF_8));
  }
}
