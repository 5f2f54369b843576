package org.attentionlab.exercises.lesson03;

import org.attentionlab.exercises.lesson03.AlignmentStep.Parameters;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 3.1, with states of width 1. */
@ChecksOf(AlignmentStep.class)
public final class AlignmentStepChecks {

  private static final String GIVEN =
      "s = [0 1 -1] and [1 0 2], h = [1 0 -1] and [2 1 0], W_q = 1, W_k = 1, v = 2, output 2";

  private static final double[][] DECODER = {{0, 1, -1}, {1, 0, 2}};
  private static final double[][] ENCODER = {{1, 0, -1}, {2, 1, 0}};

  private final AlignmentStep answer;

  AlignmentStepChecks(AlignmentStep answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("3.1.1 the query is the state of the step before")
  @Points(6)
  @Hint({Lesson03Hints.BEFORE_1, Lesson03Hints.BEFORE_2, Lesson03Hints.BEFORE_3})
  void queryIsTheStateBefore() {
    Expect.that("weights", ask())
        .given(GIVEN)
        .mistake(
            "state-of-this-step",
            "The query is s[t], which is computed only after these weights; it is s[t - 1].",
            () -> softmax(scores(2)))
        .mistake("first-state", "The query is s[0], whatever the step.", () -> softmax(scores(0)))
        .equalTo(softmax(scores(1)));
  }

  @Test
  @Mechanism("3.1.2 the score is additive")
  @Points(5)
  @Hint({Lesson03Hints.SCORE_1, Lesson03Hints.SCORE_2, Lesson03Hints.SCORE_3})
  void scoreIsAdditive() {
    Expect.that("weights", ask())
        .given(GIVEN)
        .mistake(
            "no-tanh",
            "The tanh is missing: then the query adds the same to every score and has no say.",
            () -> softmax(linear()))
        .mistake("dot-product", "This is the dot product's score.", () -> softmax(products()))
        .mistake(
            "vector-forgotten",
            "The vector v is missing: its numbers weigh the hidden layer.",
            () -> softmax(halved(scores(1))))
        .equalTo(softmax(scores(1)));
  }

  @Test
  @Mechanism("3.1.3 the states of a sentence share the weight")
  @Points(3)
  @Hint({Lesson03Hints.KEYS_1, Lesson03Hints.KEYS_2, Lesson03Hints.KEYS_3})
  void statesShareTheWeight() {
    Expect.that("weights", ask())
        .given(GIVEN)
        .mistake(
            "over-the-batch",
            "The softmax runs over the batch: the columns sum to 1, not the rows.",
            () -> overBatch(scores(1)))
        .mistake(
            "no-softmax", "These are scores; the softmax is missing.", () -> Grid.of(scores(1)))
        .equalTo(softmax(scores(1)));
  }

  @Test
  @Mechanism("3.1.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson03Hints.KEPT_1, Lesson03Hints.KEPT_2, Lesson03Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor encoder = tensor(ENCODER);
    Tensor decoder = tensor(DECODER);
    Tensor weights = answer.weights(decoder, encoder, 2, parameters());
    String given = GIVEN + ", result " + weights.shapeString();
    Expect.that("encoder states after the call", encoder)
        .given(given)
        .mistake(
            "result-in-input",
            "The hidden layer has been written into the encoder's states.",
            () -> Grid.of(tensor(new double[][] {hidden(0), hidden(1)})))
        .equalTo(Grid.of(tensor(ENCODER)));
    Expect.that("decoder states after the call", decoder)
        .given(given)
        .equalTo(Grid.of(tensor(DECODER)));
  }

  private Tensor ask() {
    return answer.weights(tensor(DECODER), tensor(ENCODER), 2, parameters());
  }

  private static Parameters parameters() {
    return new Parameters(
        Tensor.ones(1, 1), Tensor.ones(1, 1), Tensor.of(new float[] {2}, 1)); // W_q, W_k, v
  }

  private static Tensor tensor(double[][] states) {
    float[] data = new float[states.length * states[0].length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) states[i / states[0].length][i % states[0].length];
    }
    return Tensor.of(data, states.length, states[0].length, 1);
  }

  private static double[][] scores(int step) {
    double[][] scores = new double[2][3];
    for (int b = 0; b < 2; b++) {
      for (int j = 0; j < 3; j++) {
        scores[b][j] = 2 * Math.tanh(DECODER[b][step] + ENCODER[b][j]);
      }
    }
    return scores;
  }

  private static double[] hidden(int sentence) {
    double[] hidden = new double[3];
    for (int j = 0; j < 3; j++) {
      hidden[j] = Math.tanh(DECODER[sentence][1] + ENCODER[sentence][j]);
    }
    return hidden;
  }

  private static double[][] linear() {
    double[][] scores = new double[2][3];
    for (int b = 0; b < 2; b++) {
      for (int j = 0; j < 3; j++) {
        scores[b][j] = 2 * (DECODER[b][1] + ENCODER[b][j]);
      }
    }
    return scores;
  }

  private static double[][] products() {
    double[][] scores = new double[2][3];
    for (int b = 0; b < 2; b++) {
      for (int j = 0; j < 3; j++) {
        scores[b][j] = DECODER[b][1] * ENCODER[b][j];
      }
    }
    return scores;
  }

  private static double[][] halved(double[][] scores) {
    double[][] halves = new double[2][3];
    for (int b = 0; b < 2; b++) {
      for (int j = 0; j < 3; j++) {
        halves[b][j] = scores[b][j] / 2;
      }
    }
    return halves;
  }

  private static Grid softmax(double[][] scores) {
    double[][] weights = new double[2][3];
    for (int b = 0; b < 2; b++) {
      double sum = 0;
      for (int j = 0; j < 3; j++) {
        sum += Math.exp(scores[b][j]);
      }
      for (int j = 0; j < 3; j++) {
        weights[b][j] = Math.exp(scores[b][j]) / sum;
      }
    }
    return Grid.of(weights);
  }

  private static Grid overBatch(double[][] scores) {
    double[][] weights = new double[2][3];
    for (int j = 0; j < 3; j++) {
      double sum = Math.exp(scores[0][j]) + Math.exp(scores[1][j]);
      weights[0][j] = Math.exp(scores[0][j]) / sum;
      weights[1][j] = Math.exp(scores[1][j]) / sum;
    }
    return Grid.of(weights);
  }
}
