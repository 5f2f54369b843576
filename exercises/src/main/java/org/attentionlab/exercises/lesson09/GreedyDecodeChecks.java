package org.attentionlab.exercises.lesson09;

import org.attentionlab.exercises.lesson09.GreedyDecode.Model;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 9.4, on a model with four states; token 3 ends. */
@ChecksOf(GreedyDecode.class)
public final class GreedyDecodeChecks {

  private static final int END = 3;

  private static final String GIVEN =
      "state 0 writes 2, state 1 writes 1, state 2 ends (token 3), at most 5 tokens";

  private final GreedyDecode answer;

  GreedyDecodeChecks(GreedyDecode answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("9.4.1 the end token ends")
  @Points(5)
  @Hint({Lesson09Hints.END_1, Lesson09Hints.END_2, Lesson09Hints.END_3})
  void endTokenEnds() {
    Expect.that("tokens", answer.write(model(), 5))
        .given(GIVEN)
        .mistake(
            "no-stop",
            "The model has said that it has ended, and the loop goes on to maxTokens.",
            () -> tokens(2, 1, 3, 0, 0))
        .mistake(
            "end-written",
            "The token that ends is written too; it is no part of the result.",
            () -> tokens(2, 1, 3))
        .equalTo(tokens(2, 1));
  }

  @Test
  @Mechanism("9.4.2 each token is the likeliest after those before it")
  @Points(5)
  @Hint({Lesson09Hints.STATE_1, Lesson09Hints.STATE_2, Lesson09Hints.STATE_3})
  void tokenIsTheLikeliest() {
    Expect.that("tokens", answer.write(model(), 5))
        .given(GIVEN)
        .mistake(
            "never-moves-on",
            "The state never changes: every token is chosen as if it were the first.",
            () -> tokens(2, 2, 2, 2, 2))
        .mistake(
            "token-for-state",
            "The token is taken for the state; the state that follows stands in next.",
            () -> tokens(2))
        .mistake(
            "greatest-starts-at-zero",
            "In state 1 all logits are negative, and none is greater than the 0 that your greatest"
                + " logit starts with.",
            () -> tokens(2, 0, 2, 0, 2))
        .equalTo(tokens(2, 1));
  }

  @Test
  @Mechanism("9.4.3 of equals the first is taken")
  @Points(2)
  @Hint({Lesson09Hints.EQUALS_1, Lesson09Hints.EQUALS_2, Lesson09Hints.EQUALS_3})
  void firstOfEqualsIsTaken() {
    Tensor logits = Tensor.of(new float[] {1, 4, 4, 0, 0, 0, 0, 9}, 2, 4);
    int[][] next = {{1, 1, 1, 1}, {1, 1, 1, 1}};
    Expect.that("tokens", answer.write(new Model(logits, next, END), 5))
        .given("logits [1 4 4 0] in state 0, state 1 ends")
        .mistake(
            "last-of-equals", "Of equal logits the last is taken, not the first.", () -> tokens(2))
        .equalTo(tokens(1));
  }

  @Test
  @Mechanism("9.4.4 no more than maxTokens are written")
  @Points(2)
  @Hint({Lesson09Hints.MOST_1, Lesson09Hints.MOST_2, Lesson09Hints.MOST_3})
  void noMoreThanMaxTokens() {
    Tensor logits = Tensor.of(new float[] {0, 1, 0, -9}, 1, 4);
    Model endless = new Model(logits, new int[][] {{0, 0, 0, 0}}, END);
    Expect.that("tokens", answer.write(endless, 4))
        .given("a model that writes 1 for ever, at most 4 tokens")
        .mistake(
            "one-too-many", "A token more than maxTokens is written.", () -> tokens(1, 1, 1, 1, 1))
        .mistake(
            "one-too-few",
            "A token less than maxTokens is written; one that is cut off has no end token.",
            () -> tokens(1, 1, 1))
        .equalTo(tokens(1, 1, 1, 1));
  }

  @Test
  @Mechanism("9.4.5 the model is left as it was")
  @Points(1)
  @Hint({Lesson09Hints.MODEL_KEPT_1, Lesson09Hints.MODEL_KEPT_2, Lesson09Hints.MODEL_KEPT_3})
  void modelIsLeftAlone() {
    Model model = model();
    int written = answer.write(model, 5).length;
    String given = GIVEN + ", " + written + " written";
    Expect.that("logits after the call", model.logits())
        .given(given)
        .mistake(
            "used-up",
            "The logits of written tokens have been lowered in the model's own table.",
            () -> Grid.of(usedUp()))
        .equalTo(Grid.of(Tensor.of(LOGITS, 4, 4)));
    Expect.that("next after the call", model.next()).given(given).equalTo(Grid.of(next()));
  }

  private static final float[] LOGITS = {
    1, 0, 3, 2, // state 0: token 2
    -4, -1, -2, -3, // state 1: token 1
    0, 1, 2, 5, // state 2: the end
    2, 0, 0, 1 // state 3, after the end
  };

  private static int[][] next() {
    return new int[][] {{0, 0, 1, 0}, {0, 2, 0, 0}, {0, 0, 0, 3}, {3, 3, 3, 3}};
  }

  private static Model model() {
    return new Model(Tensor.of(LOGITS.clone(), 4, 4), next(), END);
  }

  private static double[][] usedUp() {
    double hidden = Double.NEGATIVE_INFINITY;
    return new double[][] {{1, 0, hidden, 2}, {-4, hidden, -2, -3}, {0, 1, 2, 5}, {2, 0, 0, 1}};
  }

  private static Grid tokens(int... ids) {
    return Grid.of(ids);
  }
}
