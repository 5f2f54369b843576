package org.attentionlab.solutions.hidden.lesson06;

import java.util.Arrays;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson06.Lesson06Hints;
import org.attentionlab.exercises.lesson06.MultiHead;
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

/** Graded tests of exercise 6.3. */
@ChecksOf(MultiHead.class)
public final class MultiHeadHiddenChecks {

  private static final int[] WIDTHS = {1, 3, 16, 64};

  /** Scores are sums of products of sums: float32 leaves a little more than usual. */
  private static final double FLOAT_SUMS = 1e-3;

  private final MultiHead answer;

  MultiHeadHiddenChecks(MultiHead answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("6.3.1 every head attends by itself")
  @Points(5)
  @Hint({Lesson06Hints.APART_1, Lesson06Hints.APART_2, Lesson06Hints.APART_3})
  void everyHeadAttends() {
    for (int dK : WIDTHS) {
      MultiHeadCase input = MultiHeadCase.ofWidth(dK);
      Expect.that("weights", input.ask(answer).weights())
          .given(input.given())
          .tolerance(FLOAT_SUMS)
          .mistake(
              "reshape",
              "The heads are split by reshape alone: a head gets whole words of all heads.",
              input::weightsOfReshaped)
          .mistake(
              "one-head",
              "This is a single head as wide as all of them; each head has weights of its own.",
              input::weightsOfOneHead)
          .mistake("no-scaling", "This equals the result without scaling.", () -> input.weights(1))
          .mistake(
              "by-all-heads",
              "This divides by the root of the width of all heads; dK is that of one head.",
              () -> input.weights(Math.sqrt(MultiHeadCase.HEADS * dK)))
          .mistake(
              "by-d-model",
              "This divides by the root of dModel; dK is the width of one head.",
              () -> input.weights(Math.sqrt(input.dModel)))
          .equalTo(input.weights(Math.sqrt(dK)));
    }
  }

  /** Judged by the answer's own weights, so that a wrong scale costs its own points only. */
  @Test
  @Mechanism("6.3.2 the heads are joined and multiplied by W_O")
  @Points(5)
  @Hint({Lesson06Hints.OUTPUT_1, Lesson06Hints.OUTPUT_2, Lesson06Hints.OUTPUT_3})
  void headsAreJoinedAndProjected() {
    for (int dK : WIDTHS) {
      MultiHeadCase input = MultiHeadCase.ofWidth(dK);
      AttentionResult result = input.ask(answer);
      double[][][][] weights = input.shapedWeights(result);
      Expect.that("output", result.output())
          .given(input.given())
          .tolerance(FLOAT_SUMS)
          .mistake(
              "no-output-projection",
              "This is the heads side by side: W_O is missing.",
              () -> Grid.of(input.joined(weights)))
          .mistake(
              "reshape-merge",
              "The heads are merged by reshape alone: a word gets features of other words.",
              () -> projected(input, input.reshapedJoined(weights)))
          .equalTo(projected(input, input.joined(weights)));
    }
    squareOutput();
  }

  /** Where H dV is dModel, W_O fits both ways round. */
  private void squareOutput() {
    MultiHeadCase input = MultiHeadCase.square();
    AttentionResult result = input.ask(answer);
    double[][][][] weights = input.shapedWeights(result);
    Expect.that("output", result.output())
        .given(input.given())
        .tolerance(FLOAT_SUMS)
        .mistake(
            "transposed-output-projection",
            "This multiplies by W_O transposed.",
            () ->
                Grid.of(
                    MultiHeadCase.projected(
                        input.joined(weights), Formulas.turned(new double[][][] {input.wO})[0])))
        .equalTo(projected(input, input.joined(weights)));
  }

  @Test
  @Mechanism("6.3.3 queries come from x, keys and values from the source")
  @Points(2)
  @Hint({Lesson06Hints.SOURCE_1, Lesson06Hints.SOURCE_2, Lesson06Hints.SOURCE_3})
  void keysComeFromTheSource() {
    for (int dK : WIDTHS) {
      MultiHeadCase input = MultiHeadCase.alike(dK);
      double root = Math.sqrt(dK);
      Expect.that("weights", input.ask(answer).weights())
          .given(input.given())
          .tolerance(FLOAT_SUMS)
          .mistake(
              "source-ignored",
              "This attends from x to x; the source is not used.",
              () ->
                  input.weights(input.queries(), MultiHeadCase.projected(input.x, input.wK), root))
          .mistake(
              "queries-from-source",
              "This makes the queries of the source; they are made of x.",
              () ->
                  input.weights(
                      MultiHeadCase.projected(input.source, input.wQ), input.keyVectors(), root))
          .equalTo(input.weights(root));
    }
  }

  @Test
  @Mechanism("6.3.4 large scores stay finite")
  @Points(2)
  @Hint({Lesson06Hints.LARGE_1, Lesson06Hints.LARGE_2, Lesson06Hints.LARGE_3})
  void largeScoresStayFinite() {
    for (int dK : WIDTHS) {
      MultiHeadCase input = MultiHeadCase.large(dK);
      double[][][][] weights = input.shapedWeights(input.ask(answer));
      Expect.that("sums of the rows", sums(weights))
          .given(input.given())
          .mistake(
              "overflow",
              "exp(1000) is infinity, and infinity / infinity is NaN.",
              () -> Grid.of(sums(input.naiveWeights())))
          .equalTo(ones(input));
    }
  }

  @Test
  @Mechanism("6.3.5 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson06Hints.KEPT_1, Lesson06Hints.KEPT_2, Lesson06Hints.KEPT_3})
  void inputsAreLeftAlone() {
    MultiHeadCase input = MultiHeadCase.ofWidth(3);
    Tensor x = Samples.tensor(input.x);
    Tensor source = Samples.tensor(input.source);
    MultiHead.Parameters learned = input.parameters();
    String given =
        input.given() + ", output " + answer.attend(x, source, learned).output().shapeString();
    expectLeft("x", x, Grid.of(input.x), given);
    expectLeft("source", source, Grid.of(input.source), given);
    expectLeft("wQ", learned.wQ(), Grid.of(input.wQ), given);
    expectLeft("wK", learned.wK(), Grid.of(input.wK), given);
    expectLeft("wV", learned.wV(), Grid.of(input.wV), given);
    expectLeft("wO", learned.wO(), Grid.of(input.wO), given);
  }

  private static void expectLeft(String name, Tensor after, Grid before, String given) {
    double root = Math.sqrt(3);
    double[] divided = Arrays.stream(before.values()).map(n -> n / root).toArray();
    Expect.that(name + " after the call", after)
        .given(given)
        .mistake(
            "scaled-in-place",
            "The input itself has been divided; it belongs to the caller.",
            () -> Grid.of(before.shape(), divided))
        .equalTo(before);
  }

  private static Grid projected(MultiHeadCase input, double[][][] joined) {
    return Grid.of(MultiHeadCase.projected(joined, input.wO));
  }

  /** Of each row, [h][b][t]. */
  private static double[][][] sums(double[][][][] weights) {
    return Arrays.stream(weights)
        .map(
            head ->
                Arrays.stream(head)
                    .map(
                        matrix ->
                            Arrays.stream(matrix)
                                .mapToDouble(row -> Arrays.stream(row).sum())
                                .toArray())
                    .toArray(double[][]::new))
        .toArray(double[][][]::new);
  }

  private static Grid ones(MultiHeadCase input) {
    double[][][] ones = new double[MultiHeadCase.HEADS][MultiHeadCase.B][input.words];
    Arrays.stream(ones).flatMap(Arrays::stream).forEach(row -> Arrays.fill(row, 1));
    return Grid.of(ones);
  }
}
