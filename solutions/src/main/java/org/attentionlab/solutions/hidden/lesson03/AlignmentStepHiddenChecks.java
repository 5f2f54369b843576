package org.attentionlab.solutions.hidden.lesson03;

import java.util.Arrays;
import java.util.Locale;
import org.attentionlab.exercises.lesson03.AlignmentStep;
import org.attentionlab.exercises.lesson03.Lesson03Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 3.1. */
@ChecksOf(AlignmentStep.class)
public final class AlignmentStepHiddenChecks {

  private static final int[] WIDTHS = {1, 3, 16, 64};

  private final AlignmentStep answer;

  AlignmentStepHiddenChecks(AlignmentStep answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("3.1.1 the query is the state of the step before")
  @Points(6)
  @Hint({Lesson03Hints.BEFORE_1, Lesson03Hints.BEFORE_2, Lesson03Hints.BEFORE_3})
  void queryIsTheStateBefore() {
    for (int width : WIDTHS) {
      AlignmentOracle oracle = AlignmentOracle.random(3100 + width, width, width + 2, width + 1);
      for (int t = 2; t <= AlignmentOracle.STEPS; t++) {
        int output = t;
        Expect.that("weights", ask(oracle, t))
            .given(String.format(Locale.ROOT, "s (2, 5, %d), output %d", width, t))
            .mistake(
                "state-of-this-step",
                "The query is s[t], which is computed only after these weights; it is s[t - 1].",
                () -> AlignmentOracle.softmax(oracle.scores(output)))
            .mistake(
                "first-state",
                "The query is s[0], whatever the step.",
                () -> AlignmentOracle.softmax(oracle.scores(0)))
            .equalTo(AlignmentOracle.softmax(oracle.scores(t - 1)));
      }
    }
  }

  @Test
  @Mechanism("3.1.2 the score is additive")
  @Points(5)
  @Hint({Lesson03Hints.SCORE_1, Lesson03Hints.SCORE_2, Lesson03Hints.SCORE_3})
  void scoreIsAdditive() {
    for (int width : WIDTHS) {
      AlignmentOracle oracle = AlignmentOracle.random(3200 + width, width + 1, width, width + 3);
      double[] ones = new double[width + 3];
      Arrays.fill(ones, 1);
      Expect.that("weights", ask(oracle, 1))
          .given(
              String.format(
                  Locale.ROOT,
                  "s (2, 5, %d), h (2, 5, %d), dHidden %d, output 1",
                  width + 1,
                  width,
                  width + 3))
          .mistake(
              "no-tanh",
              "The tanh is missing: then the query adds the same to every score and has no say.",
              () -> AlignmentOracle.softmax(oracle.scores(0, x -> x, oracle.v())))
          .mistake(
              "dot-product",
              "This is the dot product's score.",
              () -> AlignmentOracle.softmax(oracle.products(0)))
          .mistake(
              "vector-forgotten",
              "The vector v is missing: its numbers weigh the hidden layer.",
              () -> AlignmentOracle.softmax(oracle.scores(0, Math::tanh, ones)))
          .equalTo(AlignmentOracle.softmax(oracle.scores(0)));
    }
  }

  @Test
  @Mechanism("3.1.3 the states of a sentence share the weight")
  @Points(3)
  @Hint({Lesson03Hints.KEYS_1, Lesson03Hints.KEYS_2, Lesson03Hints.KEYS_3})
  void statesShareTheWeight() {
    AlignmentOracle oracle = AlignmentOracle.random(3300, 4, 6, 5);
    Expect.that("weights", ask(oracle, 3))
        .given("s (2, 5, 4), h (2, 5, 6), output 3")
        .mistake(
            "over-the-batch",
            "The softmax runs over the batch: the columns sum to 1, not the rows.",
            () -> AlignmentOracle.overBatch(oracle.scores(2)))
        .mistake(
            "no-softmax",
            "These are scores; the softmax is missing.",
            () -> Grid.of(oracle.scores(2)))
        .equalTo(AlignmentOracle.softmax(oracle.scores(2)));
  }

  @Test
  @Mechanism("3.1.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson03Hints.KEPT_1, Lesson03Hints.KEPT_2, Lesson03Hints.KEPT_3})
  void inputsAreLeftAlone() {
    // As wide as the hidden layer, so that an answer could write it into the states.
    AlignmentOracle oracle = AlignmentOracle.random(3400, 4, 4, 4);
    Tensor decoder = oracle.decoderTensor();
    Tensor encoder = oracle.encoderTensor();
    AlignmentStep.Parameters parameters = oracle.parameters();
    Tensor weights = answer.weights(decoder, encoder, 2, parameters);
    String given = "s (2, 5, 4), h (2, 5, 4), output 2, result " + weights.shapeString();
    Expect.that("encoder states after the call", encoder)
        .given(given)
        .mistake(
            "result-in-input",
            "The hidden layer has been written into the encoder's states.",
            () -> Grid.of(hidden(oracle)))
        .equalTo(Grid.of(oracle.encoder()));
    Expect.that("decoder states after the call", decoder)
        .given(given)
        .equalTo(Grid.of(oracle.decoder()));
    Expect.that("v after the call", parameters.vector()).given(given).equalTo(Grid.of(oracle.v()));
  }

  private static double[][][] hidden(AlignmentOracle oracle) {
    double[][][] hidden = new double[AlignmentOracle.BATCH][AlignmentOracle.STATES][4];
    for (int i = 0; i < 4; i++) {
      double[] unit = new double[4];
      unit[i] = 1;
      double[][] one = oracle.scores(1, Math::tanh, unit);
      for (int b = 0; b < one.length; b++) {
        for (int j = 0; j < one[b].length; j++) {
          hidden[b][j][i] = one[b][j];
        }
      }
    }
    return hidden;
  }

  private Tensor ask(AlignmentOracle oracle, int t) {
    return answer.weights(oracle.decoderTensor(), oracle.encoderTensor(), t, oracle.parameters());
  }
}
