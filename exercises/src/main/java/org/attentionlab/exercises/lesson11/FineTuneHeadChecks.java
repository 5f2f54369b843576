package org.attentionlab.exercises.lesson11;

import org.attentionlab.exercises.lesson11.FineTuneHead.Parameters;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 11.3: two inputs, dIn 3, dModel 2, three classes, rate .25. */
@ChecksOf(FineTuneHead.class)
public final class FineTuneHeadChecks {

  private static final float[] BODY = {.5f, -.2f, .1f, .4f, -.3f, .2f};
  private static final float[] HEAD = {.3f, -.1f, .2f, -.4f, .2f, .1f};
  private static final float[] BIAS = {.1f, 0, -.1f};
  private static final String GIVEN = "W (3, 2), U (2, 3), x (2, 3), classes [2 0], rate .25";

  private static final double[][] NEW_BODY = {
    {.49030726, -.15161916}, {.11876866, .36754093}, {-.27246383, .215614}
  };
  private static final double[][] WITHOUT_SLOPE = {
    {.48412472, -.13229521}, {.12504226, .34886238}, {-.26914491, .20756554}
  };
  private static final double[][] THROUGH_NEW_HEAD = {
    {.49600866, -.15657234}, {.11436308, .37180871}, {-.27207497, .2163771}
  };
  private static final double[][] NEW_HEAD = {
    {.25829659, -.0690751, .2107785}, {-.35288296, .15922545, .09365751}
  };
  private static final double[][] FROM_NEW_BODY = {
    {.25973075, -.07316693, .21343618}, {-.36074673, .15881122, .10193551}
  };
  private static final double[][] OF_THE_SUM = {
    {.21659319, -.0381502, .22155701}, {-.30576592, .1184509, .08731502}
  };
  private static final double[][] UPHILL = {
    {.34170341, -.1309249, .1892215}, {-.44711704, .24077455, .10634249}
  };
  private static final double[][] RATE_OF_ONE = {
    {.13318637, .02369961, .24311402}, {-.21153183, .03690179, .07463004}
  };
  private static final double[] NEW_BIAS = {.14964435, -.09748268, -.05216166};

  private final FineTuneHead answer;

  FineTuneHeadChecks(FineTuneHead answer) {
    this.answer = answer;
  }

  private static Parameters parameters() {
    return new Parameters(
        Tensor.of(BODY.clone(), 3, 2), Tensor.of(HEAD.clone(), 2, 3), Tensor.of(BIAS.clone(), 3));
  }

  private Parameters ask(Parameters before) {
    return answer.step(
        before, Tensor.of(new float[] {1, 0, 2, -1, 1, .5f}, 2, 3), new int[] {2, 0}, .25);
  }

  @Test
  @Mechanism("11.3.1 the body learns too")
  @Points(4)
  @Hint({Lesson11Hints.BODY_1, Lesson11Hints.BODY_2, Lesson11Hints.BODY_3})
  void bodyLearns() {
    Expect.that("W after the step", ask(parameters()).body())
        .given(GIVEN)
        .mistake(
            "body-frozen",
            "The body has not moved: only the head got an update. Fine-tuning updates both.",
            () -> Grid.of(parameters().body()))
        .mistake(
            "no-tanh-slope",
            "The slope of tanh is missing: 1 - pooled^2.",
            () -> Grid.of(WITHOUT_SLOPE))
        .mistake(
            "through-new-head",
            "The head was updated first, and the body's gradient went through the new head.",
            () -> Grid.of(THROUGH_NEW_HEAD))
        .equalTo(Grid.of(NEW_BODY));
  }

  @Test
  @Mechanism("11.3.2 the head learns")
  @Points(2)
  @Hint({Lesson11Hints.HEAD_1, Lesson11Hints.HEAD_2, Lesson11Hints.HEAD_3})
  void headLearns() {
    Expect.that("U after the step", ask(parameters()).head())
        .given(GIVEN)
        .mistake(
            "head-frozen",
            "The head has not moved. It is new, it has the most to learn.",
            () -> Grid.of(parameters().head()))
        .mistake(
            "from-new-body",
            "The body was updated first, and the head's gradient comes from the new body.",
            () -> Grid.of(FROM_NEW_BODY))
        .mistake(
            "sum-for-mean",
            "The step is twice too long: the loss is the mean over the 2 inputs, not the sum.",
            () -> Grid.of(OF_THE_SUM))
        .equalTo(Grid.of(NEW_HEAD));
  }

  @Test
  @Mechanism("11.3.3 the bias learns")
  @Points(1)
  @Hint({Lesson11Hints.BIAS_1, Lesson11Hints.BIAS_2, Lesson11Hints.BIAS_3})
  void biasLearns() {
    Expect.that("c after the step", ask(parameters()).bias())
        .given(GIVEN)
        .mistake("bias-frozen", "The bias has not moved.", () -> Grid.of(parameters().bias()))
        .equalTo(Grid.of(NEW_BIAS));
  }

  @Test
  @Mechanism("11.3.4 the step goes downhill, rate times the gradient")
  @Points(2)
  @Hint({Lesson11Hints.STEP_1, Lesson11Hints.STEP_2, Lesson11Hints.STEP_3})
  void downhill() {
    Expect.that("U after the step", ask(parameters()).head())
        .given(GIVEN)
        .mistake(
            "uphill",
            "The gradient has been added: the loss grows. Take it off.",
            () -> Grid.of(UPHILL))
        .mistake(
            "rate-ignored",
            "The whole gradient has been taken off, not rate times it.",
            () -> Grid.of(RATE_OF_ONE))
        .equalTo(Grid.of(NEW_HEAD));
  }

  @Test
  @Mechanism("11.3.5 the given tensors keep their numbers")
  @Points(1)
  @Hint({Lesson11Hints.GIVEN_1, Lesson11Hints.GIVEN_2, Lesson11Hints.GIVEN_3})
  void givenTensorsAreLeftAlone() {
    Parameters before = parameters();
    Parameters after = ask(before);
    Expect.that("U as it was given, after the call", before.head())
        .given(GIVEN + ", new U " + after.head().shapeString())
        .mistake(
            "updated-in-place",
            "The step has been taken in the caller's tensors.",
            () -> Grid.of(NEW_HEAD))
        .equalTo(Grid.of(parameters().head()));
  }
}
