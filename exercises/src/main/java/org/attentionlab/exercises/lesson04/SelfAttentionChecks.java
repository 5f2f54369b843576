package org.attentionlab.exercises.lesson04;

import org.attentionlab.attention.AttentionResult;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 4.1, on the lesson's three words. */
@ChecksOf(SelfAttention.class)
public final class SelfAttentionChecks {

  private static final String GIVEN = "Q = K = V = the lesson's three words (1, 3, 4)";

  private static final float[] WORDS = {
    .1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f, .9f, 1f, 1.1f, 1.2f
  };

  /** The numbers of claim 35. */
  private static final double[][] RIGHT = {
    {0.26930750, 0.32893292, 0.40175958},
    {0.18144722, 0.30519923, 0.51335355},
    {0.11518186, 0.26680345, 0.61801470},
  };

  private static final double[][] NO_SCALING = {
    {0.21198272, 0.31624106, 0.47177622},
    {0.08450452, 0.23908164, 0.67641384},
    {0.02844566, 0.15262678, 0.81892755},
  };

  private static final double[][] BY_D = {
    {0.30060961, 0.33222499, 0.36716540},
    {0.25132210, 0.32594719, 0.42273072},
    {0.20668295, 0.31456350, 0.47875355},
  };

  private static final double[][] BY_SQRT_2 = {
    {0.24464529, 0.32461896, 0.43073575},
    {0.13442783, 0.28045647, 0.58511569},
    {0.06648591, 0.21809473, 0.71541936},
  };

  private static final double[][] BY_SQRT_N = {
    {0.25995369, 0.32748545, 0.41256086},
    {0.16270753, 0.29660420, 0.54068826},
    {0.09437664, 0.24894751, 0.65667585},
  };

  private final SelfAttention answer;

  SelfAttentionChecks(SelfAttention answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("4.1.1 every row of weights sums to 1")
  @Points(3)
  @Hint({Lesson04Hints.ROWS_1, Lesson04Hints.ROWS_2, Lesson04Hints.ROWS_3})
  void rowsSumToOne() {
    Grid weights = Expect.that("weights", attendToWords().weights()).given(GIVEN).shaped(1, 3, 3);
    Expect.that("sums of the rows", sums(weights))
        .given(GIVEN)
        .equalTo(Grid.of(new double[] {1, 1, 1}));
  }

  @Test
  @Mechanism("4.1.2 scores are divided by sqrt(dK)")
  @Points(6)
  @Hint({Lesson04Hints.SCALE_1, Lesson04Hints.SCALE_2, Lesson04Hints.SCALE_3})
  void scoresAreScaled() {
    Expect.that("weights", attendToWords().weights())
        .given(GIVEN)
        .mistake("no-scaling", "This equals the result without scaling.", () -> batch(NO_SCALING))
        .mistake(
            "by-d", "This equals the result divided by dK, not by its root.", () -> batch(BY_D))
        .mistake("by-sqrt-2", "This equals the result divided by sqrt(2).", () -> batch(BY_SQRT_2))
        .mistake(
            "by-sqrt-n",
            "This equals the result divided by the root of the number of words.",
            () -> batch(BY_SQRT_N))
        .mistake(
            "over-queries",
            "This equals the softmax over the queries: the columns sum to 1, not the rows.",
            () -> batch(transposed(RIGHT)))
        .equalTo(batch(RIGHT));
  }

  @Test
  @Mechanism("4.1.3 the output mixes the values")
  @Points(3)
  @Hint({Lesson04Hints.OUTPUT_1, Lesson04Hints.OUTPUT_2, Lesson04Hints.OUTPUT_3})
  void outputMixesValues() {
    Tensor q = Tensor.of(new float[] {1, 0}, 1, 1, 2);
    Tensor k = Tensor.of(new float[] {1, 0, 0, 1, 1, 1}, 1, 3, 2);
    Tensor v = Tensor.of(new float[] {10, 20, 30}, 1, 3, 1);
    String given = "q (1, 1, 2), k (1, 3, 2), v (1, 3, 1) = 10 20 30";
    AttentionResult result = answer.attend(q, k, v);
    double[] w = Expect.that("weights", result.weights()).given(given).shaped(1, 1, 3).values();
    Expect.that("output", result.output())
        .given(given)
        .mistake(
            "keys-for-values",
            "This mixes the keys; the values belong there.",
            () -> Grid.of(new double[][][] {{{w[0] + w[2], w[1] + w[2]}}}))
        .equalTo(Grid.of(new double[][][] {{{10 * w[0] + 20 * w[1] + 30 * w[2]}}}));
  }

  @Test
  @Mechanism("4.1.4 large scores stay finite")
  @Points(2)
  @Hint({Lesson04Hints.LARGE_1, Lesson04Hints.LARGE_2, Lesson04Hints.LARGE_3})
  void largeScoresStayFinite() {
    Tensor q = Tensor.of(new float[] {1000}, 1, 1, 1);
    Tensor k = Tensor.of(new float[] {1, 0}, 1, 2, 1);
    Expect.that("weights", answer.attend(q, k, k).weights())
        .given("scores 1000 and 0")
        .mistake(
            "overflow",
            "exp(1000) is infinity, and infinity / infinity is NaN.",
            () -> Grid.of(new double[][][] {{{Double.NaN, 0}}}))
        .equalTo(Grid.of(new double[][][] {{{1, 0}}}));
  }

  @Test
  @Mechanism("4.1.5 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson04Hints.KEPT_1, Lesson04Hints.KEPT_2, Lesson04Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor words = Tensor.of(WORDS, 1, 3, 4);
    Grid before = Grid.of(words);
    AttentionResult unused = answer.attend(words, words, words);
    Expect.that("words after the call", words)
        .given(GIVEN + ", output " + unused.output().shapeString())
        .mistake(
            "scaled-in-place",
            "The input itself has been divided; it belongs to the caller.",
            () -> Grid.of(words(1 / 2f)))
        .equalTo(before);
  }

  private static Tensor words(float factor) {
    return Tensor.of(WORDS, 1, 3, 4).mul(factor);
  }

  private AttentionResult attendToWords() {
    Tensor words = Tensor.of(WORDS, 1, 3, 4);
    return answer.attend(words, words, words);
  }

  private static Grid batch(double[][] matrix) {
    return Grid.of(new double[][][] {matrix});
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] turned = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[i].length; j++) {
        turned[j][i] = matrix[i][j];
      }
    }
    return turned;
  }

  private static double[] sums(Grid weights) {
    double[] sums = new double[3];
    double[] values = weights.values();
    for (int i = 0; i < values.length; i++) {
      sums[i / 3] += values[i];
    }
    return sums;
  }
}
