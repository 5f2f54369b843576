package org.attentionlab.exercises.lesson06;

import org.attentionlab.attention.AttentionResult;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 6.3, on numbers that a pencil reaches. */
@ChecksOf(MultiHead.class)
public final class MultiHeadChecks {

  private static final float LN_2 = (float) Math.log(2);
  private static final float LN_3 = (float) Math.log(3);
  private static final float LN_8 = (float) Math.log(8);

  private final MultiHead answer;

  MultiHeadChecks(MultiHead answer) {
    this.answer = answer;
  }

  /**
   * One query and two keys, dK = 4. Divided by 2, the scores are ln 3 and 0 in head 0, ln 2 and ln
   * 8 in head 1.
   */
  @Test
  @Mechanism("6.3.1 every head attends by itself")
  @Points(5)
  @Hint({Lesson06Hints.APART_1, Lesson06Hints.APART_2, Lesson06Hints.APART_3})
  void everyHeadAttends() {
    Tensor x = Tensor.of(new float[] {1, 0}, 1, 1, 2);
    Tensor wQ = Tensor.of(new float[] {2, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 2, 8);
    Tensor wK =
        Tensor.of(new float[] {LN_3, 0, 0, 0, LN_2, 0, 0, 0, 0, 0, 0, 0, LN_8, 0, 0, 0}, 2, 8);
    MultiHead.Parameters learned =
        new MultiHead.Parameters(2, wQ, wK, Tensor.eye(2), Tensor.eye(2));
    Expect.that("weights", answer.attend(x, words(), learned).weights())
        .given("x (1, 1, 2), source (1, 2, 2), 2 heads, dK 4")
        .mistake("no-scaling", "This equals the result without scaling.", () -> weights(2))
        .mistake(
            "by-all-heads",
            "This divides by the root of the width of all heads; dK is that of one head.",
            () -> weights(2 / Math.sqrt(8)))
        .mistake(
            "by-d-model",
            "This divides by the root of dModel; dK is the width of one head.",
            () -> weights(2 / Math.sqrt(2)))
        .mistake(
            "reshape",
            "The heads are split by reshape alone: a head gets whole words of all heads.",
            () -> heads(new double[][] {{.6, .4}, {1 / 9.0, 8 / 9.0}}))
        .mistake(
            "one-head",
            "This is a single head as wide as all of them; each head has weights of its own.",
            () -> heads(new double[][] {row(Math.log(36) / Math.sqrt(8), 2 * LN_8 / Math.sqrt(8))}))
        .equalTo(heads(new double[][] {{.75, .25}, {.2, .8}}));
  }

  /** Judged by the answer's own weights, so that a wrong scale costs its own points only. */
  @Test
  @Mechanism("6.3.2 the heads are joined and multiplied by W_O")
  @Points(5)
  @Hint({Lesson06Hints.OUTPUT_1, Lesson06Hints.OUTPUT_2, Lesson06Hints.OUTPUT_3})
  void headsAreJoinedAndProjected() {
    Tensor source = Tensor.of(new float[] {1, 0, 0, 1, 1, 1}, 1, 3, 2);
    Tensor wV = Tensor.of(new float[] {10, 1, 20, 2}, 2, 2);
    Tensor wO = Tensor.of(new float[] {1, 2, 3, 5}, 2, 2);
    Tensor wQ = Tensor.of(new float[] {1, 0, 0, 2}, 2, 2);
    String given =
        "x (1, 2, 2), source (1, 3, 2), 2 heads, values 10 20 30 and 1 2 3, W_O [[1 2] [3 5]]";
    AttentionResult result =
        answer.attend(words(), source, new MultiHead.Parameters(2, wQ, Tensor.eye(2), wV, wO));
    double[] w = Expect.that("weights", result.weights()).given(given).shaped(1, 2, 2, 3).values();
    double[] mixed = new double[4]; // head 0 for both words, head 1 for both words
    for (int i = 0; i < w.length; i++) {
      mixed[i / 3] += w[i] * (i % 3 + 1) * (i < 6 ? 10 : 1);
    }
    double[][] joined = {{mixed[0], mixed[2]}, {mixed[1], mixed[3]}};
    double[][] reshaped = {{mixed[0], mixed[1]}, {mixed[2], mixed[3]}};
    Expect.that("output", result.output())
        .given(given)
        .mistake(
            "no-output-projection",
            "This is the heads side by side: W_O is missing.",
            () -> Grid.of(new double[][][] {joined}))
        .mistake(
            "reshape-merge",
            "The heads are merged by reshape alone: a word gets features of other words.",
            () -> projected(reshaped, 1, 2, 3, 5))
        .mistake(
            "transposed-output-projection",
            "This multiplies by W_O transposed.",
            () -> projected(joined, 1, 3, 2, 5))
        .equalTo(projected(joined, 1, 2, 3, 5));
  }

  @Test
  @Mechanism("6.3.3 queries come from x, keys and values from the source")
  @Points(2)
  @Hint({Lesson06Hints.SOURCE_1, Lesson06Hints.SOURCE_2, Lesson06Hints.SOURCE_3})
  void keysComeFromTheSource() {
    Tensor x = Tensor.of(new float[] {1, 2}, 1, 2, 1);
    Tensor source = Tensor.of(new float[] {0, LN_2}, 1, 2, 1);
    Expect.that("weights", answer.attend(x, source, ones()).weights())
        .given("x 1 2, source 0 ln 2, 1 head, all matrices 1")
        .mistake(
            "source-ignored",
            "This attends from x to x; the source is not used.",
            () -> oneHead(row(1, 2), row(2, 4)))
        .mistake(
            "queries-from-source",
            "This makes the queries of the source; they are made of x.",
            () -> oneHead(row(0, 0), row(0, LN_2 * LN_2)))
        .equalTo(oneHead(row(0, LN_2), row(0, 2 * LN_2)));
  }

  @Test
  @Mechanism("6.3.4 large scores stay finite")
  @Points(2)
  @Hint({Lesson06Hints.LARGE_1, Lesson06Hints.LARGE_2, Lesson06Hints.LARGE_3})
  void largeScoresStayFinite() {
    Tensor x = Tensor.of(new float[] {1000}, 1, 1, 1);
    Tensor source = Tensor.of(new float[] {1, 0}, 1, 2, 1);
    Expect.that("weights", answer.attend(x, source, ones()).weights())
        .given("1 head, scores 1000 and 0")
        .mistake(
            "overflow",
            "exp(1000) is infinity, and infinity / infinity is NaN.",
            () -> oneHead(new double[] {Double.NaN, 0}))
        .equalTo(oneHead(new double[] {1, 0}));
  }

  @Test
  @Mechanism("6.3.5 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson06Hints.KEPT_1, Lesson06Hints.KEPT_2, Lesson06Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor x = Tensor.of(new float[] {1, 2}, 1, 2, 1);
    Tensor source = Tensor.of(new float[] {3, 4}, 1, 2, 1);
    Tensor wQ = Tensor.of(new float[] {2, 3, 4, 5}, 1, 4);
    MultiHead.Parameters learned =
        new MultiHead.Parameters(1, wQ, wQ, Tensor.eye(1), Tensor.eye(1));
    String result = answer.attend(x, source, learned).output().shapeString();
    String given = "x 1 2, source 3 4, 1 head, dK 4, output " + result;
    Expect.that("x after the call", x).given(given).equalTo(Grid.of(new double[][][] {{{1}, {2}}}));
    Expect.that("source after the call", source)
        .given(given)
        .equalTo(Grid.of(new double[][][] {{{3}, {4}}}));
    Expect.that("wQ after the call", wQ)
        .given(given)
        .mistake(
            "scaled-in-place",
            "W_Q itself has been divided; it belongs to the caller.",
            () -> Grid.of(new double[][] {{1, 1.5, 2, 2.5}}))
        .equalTo(Grid.of(new double[][] {{2, 3, 4, 5}}));
  }

  /** Two words, the unit vectors. */
  private static Tensor words() {
    return Tensor.eye(2).reshape(1, 2, 2);
  }

  private static MultiHead.Parameters ones() {
    Tensor one = Tensor.eye(1);
    return new MultiHead.Parameters(1, one, one, one, one);
  }

  /** The weights of 6.3.1, with the scores multiplied. */
  private static Grid weights(double times) {
    return heads(new double[][] {row(times * LN_3, 0), row(times * LN_2, times * LN_8)});
  }

  /** Weights of one query in each head. */
  private static Grid heads(double[][] rows) {
    double[][][][] weights = new double[1][rows.length][1][];
    for (int h = 0; h < rows.length; h++) {
      weights[0][h][0] = rows[h];
    }
    return Grid.of(weights);
  }

  /** Weights of each query in one head. */
  private static Grid oneHead(double[]... rows) {
    return Grid.of(new double[][][][] {{rows}});
  }

  /** The softmax of two scores. */
  private static double[] row(double first, double second) {
    double weight = 1 / (1 + Math.exp(second - first));
    return new double[] {weight, 1 - weight};
  }

  private static Grid projected(double[][] words, double a, double b, double c, double d) {
    double[][] output = new double[words.length][];
    for (int t = 0; t < words.length; t++) {
      double first = words[t][0];
      double second = words[t][1];
      output[t] = new double[] {first * a + second * c, first * b + second * d};
    }
    return Grid.of(new double[][][] {output});
  }
}
