package org.attentionlab.solutions.hidden.lesson09;

import org.attentionlab.exercises.lesson09.GreedyDecode;
import org.attentionlab.exercises.lesson09.Lesson09Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 9.4. */
@ChecksOf(GreedyDecode.class)
public final class GreedyDecodeHiddenChecks {

  private static final int[] VOCABULARIES = {16, 3, 1, 64};

  private final GreedyDecode answer;

  GreedyDecodeHiddenChecks(GreedyDecode answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("9.4.1 the end token ends")
  @Points(5)
  @Hint({Lesson09Hints.END_1, Lesson09Hints.END_2, Lesson09Hints.END_3})
  void endTokenEnds() {
    for (int vocabulary : VOCABULARIES) {
      WritingCase input = WritingCase.random(vocabulary);
      Expect.that("tokens", ask(input))
          .given(input.given())
          .mistake(
              "no-stop",
              "The model has said that it has ended, and the loop goes on to maxTokens.",
              () -> input.written(WritingCase::first, input.maxTokens(), false))
          .mistake(
              "end-written",
              "The token that ends is written too; it is no part of the result.",
              input::withEnd)
          .equalTo(input.right());
    }
  }

  @Test
  @Mechanism("9.4.2 each token is the likeliest after those before it")
  @Points(5)
  @Hint({Lesson09Hints.STATE_1, Lesson09Hints.STATE_2, Lesson09Hints.STATE_3})
  void tokenIsTheLikeliest() {
    for (int vocabulary : VOCABULARIES) {
      WritingCase input = WritingCase.random(vocabulary);
      Expect.that("tokens", ask(input))
          .given(input.given())
          .mistake(
              "never-moves-on",
              "The state never changes: every token is chosen as if it were the first.",
              input::stuck)
          .mistake(
              "token-for-state",
              "The token is taken for the state; the state that follows stands in next.",
              input::tokenForState)
          .mistake(
              "greatest-starts-at-zero",
              "All logits are negative, and none is greater than the 0 that your greatest logit"
                  + " starts with.",
              () -> input.written(WritingCase::aboveZero, input.maxTokens(), true))
          .equalTo(input.right());
    }
  }

  @Test
  @Mechanism("9.4.3 of equals the first is taken")
  @Points(2)
  @Hint({Lesson09Hints.EQUALS_1, Lesson09Hints.EQUALS_2, Lesson09Hints.EQUALS_3})
  void firstOfEqualsIsTaken() {
    for (int vocabulary : new int[] {16, 64}) {
      WritingCase input = WritingCase.random(vocabulary).withEquals();
      Expect.that("tokens", ask(input))
          .given(input.given())
          .mistake(
              "last-of-equals",
              "Of equal logits the last is taken, not the first.",
              () -> input.written(WritingCase::last, input.maxTokens(), true))
          .equalTo(input.right());
    }
  }

  @Test
  @Mechanism("9.4.4 no more than maxTokens are written")
  @Points(2)
  @Hint({Lesson09Hints.MOST_1, Lesson09Hints.MOST_2, Lesson09Hints.MOST_3})
  void noMoreThanMaxTokens() {
    for (int most : new int[] {6, 1, 0}) {
      WritingCase input = WritingCase.random(16).atMost(most);
      Expect.that("tokens", ask(input))
          .given(input.given())
          .mistake(
              "one-too-many",
              "A token more than maxTokens is written.",
              () -> input.written(WritingCase::first, most + 1, true))
          .mistake(
              "one-too-few",
              "A token less than maxTokens is written; one that is cut off has no end token.",
              () -> input.written(WritingCase::first, most - 1, true))
          .equalTo(input.right());
    }
  }

  @Test
  @Mechanism("9.4.5 the model is left as it was")
  @Points(1)
  @Hint({Lesson09Hints.MODEL_KEPT_1, Lesson09Hints.MODEL_KEPT_2, Lesson09Hints.MODEL_KEPT_3})
  void modelIsLeftAlone() {
    WritingCase input = WritingCase.random(16);
    GreedyDecode.Model model = input.model();
    int written = answer.write(model, input.maxTokens()).length;
    String given = input.given() + ", " + written + " written";
    Expect.that("logits after the call", model.logits())
        .given(given)
        .mistake(
            "used-up",
            "The logits of written tokens have been lowered in the model's own table.",
            () -> Grid.of(input.usedUp()))
        .equalTo(Grid.of(input.logits()));
    Expect.that("next after the call", model.next()).given(given).equalTo(Grid.of(input.next()));
  }

  private int[] ask(WritingCase input) {
    return answer.write(input.model(), input.maxTokens());
  }
}
