package org.attentionlab.solutions.hidden.lesson09;

import java.util.Arrays;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson09.CrossAttention;
import org.attentionlab.exercises.lesson09.Lesson09Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Formulas;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 9.3. */
@ChecksOf(CrossAttention.class)
public final class CrossAttentionHiddenChecks {

  private static final int[] WIDTHS = {1, 3, 16, 64};

  /** Scores are sums of products of sums: float32 leaves a little more than usual. */
  private static final double FLOAT_SUMS = 1e-3;

  private final CrossAttention answer;

  CrossAttentionHiddenChecks(CrossAttention answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("9.3.1 the decoder asks, the source is asked")
  @Points(5)
  @Hint({Lesson09Hints.MEMORY_1, Lesson09Hints.MEMORY_2, Lesson09Hints.MEMORY_3})
  void decoderAsksTheSource() {
    for (int dK : WIDTHS) {
      CrossCase input = CrossCase.alike(dK);
      double root = Math.sqrt(dK);
      Expect.that("weights", input.ask(answer).weights())
          .given(input.given())
          .tolerance(FLOAT_SUMS)
          .mistake(
              "keys-from-decoder",
              "The keys are made of the decoder's states: this is self-attention, and the source"
                  + " is not seen.",
              () -> softmax(input.scores(input.decoder, input.decoder, root)))
          .mistake(
              "queries-from-memory",
              "The queries are made of the memory; it is the decoder that asks.",
              () -> softmax(input.scores(input.memory, input.memory, root)))
          .mistake(
              "roles-swapped",
              "The source asks and the decoder is asked; it is the other way round.",
              () -> softmax(input.scores(input.memory, input.decoder, root)))
          .equalTo(Grid.of(input.weights()));
    }
  }

  /** Judged by the answer's own weights, so that a mistake there costs its own points only. */
  @Test
  @Mechanism("9.3.2 the values come from the source")
  @Points(3)
  @Hint({Lesson09Hints.VALUES_1, Lesson09Hints.VALUES_2, Lesson09Hints.VALUES_3})
  void valuesComeFromTheSource() {
    for (int dK : WIDTHS) {
      for (CrossCase input : new CrossCase[] {CrossCase.alike(dK), CrossCase.ofWidth(dK)}) {
        AttentionResult result = input.ask(answer);
        double[][][] weights = input.shapedWeights(result);
        Expect.that("output", result.output())
            .given(input.given())
            .tolerance(FLOAT_SUMS)
            .mistake(
                "values-from-decoder",
                "The values are made of the decoder's states; nothing comes over from the source.",
                () -> input.mixed(weights, CrossCase.projected(input.decoder, input.wV)))
            .mistake(
                "values-not-projected",
                "The memory itself is mixed; the values are the memory times W_V.",
                () -> input.mixed(weights, input.memory))
            .equalTo(input.mixed(weights, CrossCase.projected(input.memory, input.wV)));
      }
    }
  }

  @Test
  @Mechanism("9.3.3 the scores are divided by the root of dK")
  @Points(2)
  @Hint({Lesson09Hints.SCALE_1, Lesson09Hints.SCALE_2, Lesson09Hints.SCALE_3})
  void scoresAreDivided() {
    for (int dK : WIDTHS) {
      CrossCase input = CrossCase.ofWidth(dK);
      double width = input.memory[0][0].length;
      Expect.that("weights", input.ask(answer).weights())
          .given(input.given())
          .tolerance(FLOAT_SUMS)
          .mistake(
              "no-scaling",
              "This equals the result without scaling.",
              () -> softmax(input.scores(1)))
          .mistake(
              "by-d-k",
              "This divides by dK itself; it is the root of dK.",
              () -> softmax(input.scores(dK)))
          .mistake(
              "by-d-model",
              "This divides by the root of the memory's width; it is that of queries and keys.",
              () -> softmax(input.scores(Math.sqrt(width))))
          .equalTo(Grid.of(input.weights()));
    }
  }

  @Test
  @Mechanism("9.3.4 every place of the target sees the whole source")
  @Points(2)
  @Hint({Lesson09Hints.WHOLE_1, Lesson09Hints.WHOLE_2, Lesson09Hints.WHOLE_3})
  void placesSeeTheWholeSource() {
    for (int dK : WIDTHS) {
      for (CrossCase input : new CrossCase[] {CrossCase.ofWidth(dK), CrossCase.large(dK)}) {
        Expect.that("weights", input.ask(answer).weights())
            .given(input.given())
            .tolerance(FLOAT_SUMS)
            .mistake(
                "causal",
                "A causal mask hides a part of the source; it belongs into self-attention alone.",
                () -> Grid.of(input.causalWeights()))
            .mistake(
                "over-the-queries",
                "The softmax runs over the places of the target: columns sum to 1, not rows.",
                () -> overTheQueries(input, dK))
            .equalTo(Grid.of(input.weights()));
      }
    }
  }

  @Test
  @Mechanism("9.3.5 the padding of the source gets no weight")
  @Points(2)
  @Hint({Lesson09Hints.PADDING_1, Lesson09Hints.PADDING_2, Lesson09Hints.PADDING_3})
  void paddingGetsNoWeight() {
    for (int dK : WIDTHS) {
      CrossCase input = CrossCase.padded(dK);
      double[][][] scores = input.scores(Math.sqrt(dK));
      Expect.that("weights", input.ask(answer).weights())
          .given(input.given())
          .tolerance(FLOAT_SUMS)
          .mistake("not-masked", "The padding has the weight of a word.", () -> softmax(scores))
          .mistake(
              "masked-after",
              "The weights are hidden after the softmax, and the rest no longer sums to 1.",
              () -> Grid.of(input.padding(Formulas.softmax(scores), 0)))
          .mistake(
              "filled-with-zero",
              "A score of 0 is not hidden, for exp(0) is 1; it takes minus infinity.",
              () -> softmax(input.padding(scores, 0)))
          .mistake(
              "nan-row",
              "0 / 0: where nothing is real, the weights are 0.",
              () -> Grid.of(input.weights(scores, Double.NaN)))
          .mistake(
              "large-negative",
              "A large negative score is not minus infinity: where all are hidden, they share the"
                  + " weight.",
              () -> Grid.of(input.weights(scores, 1.0 / input.states)))
          .equalTo(Grid.of(input.weights()));
    }
  }

  @Test
  @Mechanism("9.3.6 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson09Hints.INPUTS_KEPT_1, Lesson09Hints.INPUTS_KEPT_2, Lesson09Hints.INPUTS_KEPT_3})
  void inputsAreLeftAlone() {
    CrossCase input = CrossCase.padded(3);
    Tensor decoder = Samples.tensor(input.decoder);
    Tensor memory = input.memoryTensor();
    int[] lengths = input.lengths.clone();
    CrossAttention.Parameters learned = input.parameters();
    String given =
        input.given()
            + ", output "
            + answer.attend(decoder, memory, lengths, learned).output().shapeString();
    Expect.that("memory after the call", memory)
        .given(given)
        .mistake(
            "padding-wiped",
            "The padding of the memory has been wiped; other layers still read it.",
            () -> Grid.of(wiped(input)))
        .equalTo(Grid.of(input.memory));
    Expect.that("decoder after the call", decoder).given(given).equalTo(Grid.of(input.decoder));
    Expect.that("lengths after the call", lengths).given(given).equalTo(Grid.of(input.lengths));
    expectLeft("wQ", learned.wQ(), Grid.of(input.wQ), given);
    expectLeft("wK", learned.wK(), Grid.of(input.wK), given);
    expectLeft("wV", learned.wV(), Grid.of(input.wV), given);
  }

  private static void expectLeft(String name, Tensor after, Grid before, String given) {
    double root = Math.sqrt(3);
    double[] divided = Arrays.stream(before.values()).map(n -> n / root).toArray();
    Expect.that(name + " after the call", after)
        .given(given)
        .mistake(
            "scaled-in-place",
            "The matrix itself has been divided; it belongs to the caller.",
            () -> Grid.of(before.shape(), divided))
        .equalTo(before);
  }

  private static Grid softmax(double[][][] scores) {
    return Grid.of(Formulas.softmax(scores));
  }

  private static Grid overTheQueries(CrossCase input, int dK) {
    return Grid.of(Formulas.turned(Formulas.softmax(Formulas.turned(input.scores(Math.sqrt(dK))))));
  }

  private static double[][][] wiped(CrossCase input) {
    double[][][] wiped = new double[CrossCase.B][input.states][];
    for (int b = 0; b < wiped.length; b++) {
      for (int j = 0; j < input.states; j++) {
        wiped[b][j] = input.memory[b][j].clone();
        if (j >= input.lengths[b]) {
          Arrays.fill(wiped[b][j], 0);
        }
      }
    }
    return wiped;
  }
}
