package org.attentionlab.exercises.lesson09;

import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson09.CrossAttention.Parameters;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 9.3, on numbers that a pencil reaches. */
@ChecksOf(CrossAttention.class)
public final class CrossAttentionChecks {

  private static final double LN_2 = Math.log(2);
  private static final double LN_3 = Math.log(3);
  private static final double NAN = Double.NaN;

  private final CrossAttention answer;

  CrossAttentionChecks(CrossAttention answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("9.3.1 the decoder asks, the source is asked")
  @Points(5)
  @Hint({Lesson09Hints.MEMORY_1, Lesson09Hints.MEMORY_2, Lesson09Hints.MEMORY_3})
  void decoderAsksTheSource() {
    Tensor decoder = column(1, 2);
    Tensor memory = column(0, (float) LN_2);
    Expect.that("weights", answer.attend(decoder, memory, new int[] {2}, ones()).weights())
        .given("decoder 1 2, memory 0 ln 2, all matrices 1")
        .mistake(
            "keys-from-decoder",
            "The keys are made of the decoder's states: this is self-attention, and the source is"
                + " not seen.",
            () -> rows(row(1, 2), row(2, 4)))
        .mistake(
            "queries-from-memory",
            "The queries are made of the memory; it is the decoder that asks.",
            () -> rows(row(0, 0), row(0, LN_2 * LN_2)))
        .mistake(
            "roles-swapped",
            "The source asks and the decoder is asked; it is the other way round.",
            () -> rows(row(0, 0), row(LN_2, 2 * LN_2)))
        .equalTo(rows(row(0, LN_2), row(0, 2 * LN_2)));
  }

  /** Judged by the answer's own weights, so that a mistake there costs its own points only. */
  @Test
  @Mechanism("9.3.2 the values come from the source")
  @Points(3)
  @Hint({Lesson09Hints.VALUES_1, Lesson09Hints.VALUES_2, Lesson09Hints.VALUES_3})
  void valuesComeFromTheSource() {
    String given = "decoder 5 7, memory 1 3, W_V = 2, other matrices 1";
    Tensor two = Tensor.of(new float[] {2}, 1, 1);
    AttentionResult result =
        answer.attend(
            column(5, 7),
            column(1, 3),
            new int[] {2},
            new Parameters(Tensor.eye(1), Tensor.eye(1), two));
    double[] w = Expect.that("weights", result.weights()).given(given).shaped(1, 2, 2).values();
    Expect.that("output", result.output())
        .given(given)
        .mistake(
            "values-from-decoder",
            "The values are made of the decoder's states; nothing comes over from the source.",
            () -> mixed(w, 10, 14))
        .mistake(
            "values-not-projected",
            "The memory itself is mixed; the values are the memory times W_V.",
            () -> mixed(w, 1, 3))
        .equalTo(mixed(w, 2, 6));
  }

  /** One query, two keys, dK = 4: the scores are 2 ln 3 and 0, divided by 2. */
  @Test
  @Mechanism("9.3.3 the scores are divided by the root of dK")
  @Points(2)
  @Hint({Lesson09Hints.SCALE_1, Lesson09Hints.SCALE_2, Lesson09Hints.SCALE_3})
  void scoresAreDivided() {
    Tensor decoder = Tensor.of(new float[] {1, 0}, 1, 1, 2);
    Tensor memory = Tensor.eye(2).reshape(1, 2, 2);
    Tensor wQ = Tensor.of(new float[] {2, 0, 0, 0, 0, 0, 0, 0}, 2, 4);
    Tensor wK = Tensor.of(new float[] {(float) LN_3, 0, 0, 0, 0, 0, 0, 0}, 2, 4);
    Parameters learned = new Parameters(wQ, wK, Tensor.eye(2));
    Expect.that("weights", answer.attend(decoder, memory, new int[] {2}, learned).weights())
        .given("one query, two keys, dK 4, widths 2")
        .mistake(
            "no-scaling", "This equals the result without scaling.", () -> rows(row(2 * LN_3, 0)))
        .mistake(
            "by-d-k",
            "This divides by dK itself; it is the root of dK.",
            () -> rows(row(LN_3 / 2, 0)))
        .mistake(
            "by-d-model",
            "This divides by the root of the memory's width; it is that of queries and keys.",
            () -> rows(row(2 * LN_3 / Math.sqrt(2), 0)))
        .equalTo(rows(row(LN_3, 0)));
  }

  @Test
  @Mechanism("9.3.4 every place of the target sees the whole source")
  @Points(2)
  @Hint({Lesson09Hints.WHOLE_1, Lesson09Hints.WHOLE_2, Lesson09Hints.WHOLE_3})
  void placesSeeTheWholeSource() {
    double third = 1 / 3.0;
    AttentionResult result =
        answer.attend(column(0, 0), column(1, 2, 3), new int[] {3}, ones()); // all scores are 0
    Expect.that("weights", result.weights())
        .given("decoder 0 0, memory 1 2 3, all matrices 1")
        .mistake(
            "causal",
            "A causal mask hides a part of the source; it belongs into self-attention alone.",
            () -> rows(new double[] {1, 0, 0}, new double[] {.5, .5, 0}))
        .mistake(
            "over-the-queries",
            "The softmax runs over the places of the target: columns sum to 1, not rows.",
            () -> rows(new double[] {.5, .5, .5}, new double[] {.5, .5, .5}))
        .equalTo(rows(new double[] {third, third, third}, new double[] {third, third, third}));
  }

  @Test
  @Mechanism("9.3.5 the padding of the source gets no weight")
  @Points(2)
  @Hint({Lesson09Hints.PADDING_1, Lesson09Hints.PADDING_2, Lesson09Hints.PADDING_3})
  void paddingGetsNoWeight() {
    Expect.that("weights", padded(2))
        .given("decoder 1, memory 0 ln 2 ln 5, length 2, all matrices 1")
        .mistake(
            "not-masked",
            "The padding has the weight of a word.",
            () -> rows(new double[] {.125, .25, .625}))
        .mistake(
            "masked-after",
            "The weights are hidden after the softmax, and the rest no longer sums to 1.",
            () -> rows(new double[] {.125, .25, 0}))
        .mistake(
            "filled-with-zero",
            "A score of 0 is not hidden, for exp(0) is 1; it takes minus infinity.",
            () -> rows(new double[] {.25, .5, .25}))
        .equalTo(rows(new double[] {1 / 3.0, 2 / 3.0, 0}));
    Expect.that("weights", padded(0))
        .given("decoder 1, memory 0 ln 2 ln 5, length 0, all matrices 1")
        .mistake(
            "nan-row",
            "0 / 0: where nothing is real, the weights are 0.",
            () -> rows(new double[] {NAN, NAN, NAN}))
        .mistake(
            "large-negative",
            "A large negative score is not minus infinity: where all are hidden, they share the"
                + " weight.",
            () -> rows(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}))
        .equalTo(rows(new double[] {0, 0, 0}));
  }

  @Test
  @Mechanism("9.3.6 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson09Hints.INPUTS_KEPT_1, Lesson09Hints.INPUTS_KEPT_2, Lesson09Hints.INPUTS_KEPT_3})
  void inputsAreLeftAlone() {
    Tensor decoder = column(1, 2);
    Tensor memory = column(3, 4);
    Tensor wQ = Tensor.of(new float[] {2, 3, 4, 5}, 1, 4);
    Parameters learned = new Parameters(wQ, wQ, Tensor.eye(1));
    String output = answer.attend(decoder, memory, new int[] {1}, learned).output().shapeString();
    String given = "decoder 1 2, memory 3 4, length 1, dK 4, output " + output;
    Expect.that("memory after the call", memory)
        .given(given)
        .mistake(
            "padding-wiped",
            "The padding of the memory has been wiped; other layers still read it.",
            () -> Grid.of(new double[][][] {{{3}, {0}}}))
        .equalTo(Grid.of(new double[][][] {{{3}, {4}}}));
    Expect.that("decoder after the call", decoder)
        .given(given)
        .equalTo(Grid.of(new double[][][] {{{1}, {2}}}));
    Expect.that("wQ after the call", wQ)
        .given(given)
        .mistake(
            "scaled-in-place",
            "W_Q itself has been divided; it belongs to the caller.",
            () -> Grid.of(new double[][] {{1, 1.5, 2, 2.5}}))
        .equalTo(Grid.of(new double[][] {{2, 3, 4, 5}}));
  }

  private Tensor padded(int length) {
    Tensor memory = column(0, (float) LN_2, (float) Math.log(5));
    return answer.attend(column(1), memory, new int[] {length}, ones()).weights();
  }

  /** States of width 1. */
  private static Tensor column(float... states) {
    return Tensor.of(states, 1, states.length, 1);
  }

  private static Parameters ones() {
    return new Parameters(Tensor.eye(1), Tensor.eye(1), Tensor.eye(1));
  }

  /** The softmax of two scores. */
  private static double[] row(double first, double second) {
    double weight = 1 / (1 + Math.exp(second - first));
    return new double[] {weight, 1 - weight};
  }

  private static Grid rows(double[]... rows) {
    return Grid.of(new double[][][] {rows});
  }

  private static Grid mixed(double[] w, double first, double second) {
    return Grid.of(
        new double[][][] {{{w[0] * first + w[1] * second}, {w[2] * first + w[3] * second}}});
  }
}
