package org.attentionlab.solutions.hidden.lesson11;

import java.util.List;
import org.attentionlab.exercises.lesson11.FineTuneHead;
import org.attentionlab.exercises.lesson11.FineTuneHead.Parameters;
import org.attentionlab.exercises.lesson11.Lesson11Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 11.3. */
@ChecksOf(FineTuneHead.class)
public final class FineTuneHeadHiddenChecks {

  private static final List<TuningCase> CASES =
      List.of(
          TuningCase.of(11310, 5, 3, 4, 2, .5),
          TuningCase.of(11320, 7, 16, 3, 4, .1),
          TuningCase.of(11330, 2, 1, 1, 3, .25));

  private final FineTuneHead answer;

  FineTuneHeadHiddenChecks(FineTuneHead answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("11.3.1 the body learns too")
  @Points(4)
  @Hint({Lesson11Hints.BODY_1, Lesson11Hints.BODY_2, Lesson11Hints.BODY_3})
  void bodyLearns() {
    for (TuningCase given : CASES) {
      Expect.that("W after the step", given.ask(answer).body())
          .given(given.given())
          .mistake(
              "body-frozen",
              "The body has not moved: only the head got an update. Fine-tuning updates both.",
              () -> Grid.of(given.before().body()))
          .mistake(
              "no-tanh-slope",
              "The slope of tanh is missing: 1 - pooled^2.",
              given::bodyWithoutSlope)
          .mistake(
              "through-new-head",
              "The head was updated first, and the body's gradient went through the new head.",
              given::bodyThroughNewHead)
          .equalTo(given.body());
    }
  }

  @Test
  @Mechanism("11.3.2 the head learns")
  @Points(2)
  @Hint({Lesson11Hints.HEAD_1, Lesson11Hints.HEAD_2, Lesson11Hints.HEAD_3})
  void headLearns() {
    for (TuningCase given : CASES) {
      Expect.that("U after the step", given.ask(answer).head())
          .given(given.given())
          .mistake(
              "head-frozen",
              "The head has not moved. It is new, it has the most to learn.",
              () -> Grid.of(given.before().head()))
          .mistake(
              "from-new-body",
              "The body was updated first, and the head's gradient comes from the new body.",
              given::headFromNewBody)
          .mistake(
              "sum-for-mean",
              "The step is as many times too long as there are inputs: the loss is their mean.",
              () -> given.headAtRate(given.x().length * given.rate()))
          .equalTo(given.head());
    }
  }

  @Test
  @Mechanism("11.3.3 the bias learns")
  @Points(1)
  @Hint({Lesson11Hints.BIAS_1, Lesson11Hints.BIAS_2, Lesson11Hints.BIAS_3})
  void biasLearns() {
    for (TuningCase given : CASES) {
      Expect.that("c after the step", given.ask(answer).bias())
          .given(given.given())
          .mistake("bias-frozen", "The bias has not moved.", () -> Grid.of(given.before().bias()))
          .equalTo(given.bias());
    }
  }

  @Test
  @Mechanism("11.3.4 the step goes downhill, rate times the gradient")
  @Points(2)
  @Hint({Lesson11Hints.STEP_1, Lesson11Hints.STEP_2, Lesson11Hints.STEP_3})
  void downhill() {
    for (TuningCase given : CASES) {
      Expect.that("U after the step", given.ask(answer).head())
          .given(given.given())
          .mistake(
              "uphill",
              "The gradient has been added: the loss grows. Take it off.",
              () -> given.headAtRate(-given.rate()))
          .mistake(
              "rate-ignored",
              "The whole gradient has been taken off, not rate times it.",
              () -> given.headAtRate(1))
          .equalTo(given.head());
    }
  }

  @Test
  @Mechanism("11.3.5 the given tensors keep their numbers")
  @Points(1)
  @Hint({Lesson11Hints.GIVEN_1, Lesson11Hints.GIVEN_2, Lesson11Hints.GIVEN_3})
  void givenTensorsAreLeftAlone() {
    TuningCase given = CASES.get(0);
    Parameters before = given.parameters();
    Parameters after =
        answer.step(before, Samples.tensor(given.x()), given.classes().clone(), given.rate());
    Expect.that("U as it was given, after the call", before.head())
        .given(given.given() + ", new U " + after.head().shapeString())
        .mistake(
            "updated-in-place", "The step has been taken in the caller's tensors.", given::head)
        .equalTo(Grid.of(given.before().head()));
    Expect.that("W as it was given, after the call", before.body())
        .given(given.given())
        .mistake(
            "updated-in-place", "The step has been taken in the caller's tensors.", given::body)
        .equalTo(Grid.of(given.before().body()));
  }
}
