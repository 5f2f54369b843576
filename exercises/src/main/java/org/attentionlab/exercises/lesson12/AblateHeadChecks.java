package org.attentionlab.exercises.lesson12;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 12.3, on one or two words. */
@ChecksOf(AblateHead.class)
public final class AblateHeadChecks {

  private static final double NAN = Double.NaN;

  private final AblateHead answer;

  AblateHeadChecks(AblateHead answer) {
    this.answer = answer;
  }

  /**
   * The values of head 0 rise by 10: from (1, 2) to (11, 12). Through the first two rows of W_O
   * that would be 10, 20, 30 and 40 more, if the head spoke.
   */
  @Test
  @Mechanism("12.3.1 the head is silent before W_O mixes it in")
  @Points(4)
  @Hint({Lesson12Hints.SILENT_1, Lesson12Hints.SILENT_2, Lesson12Hints.SILENT_3})
  void silentBeforeTheMix() {
    Tensor weights = Tensor.ones(1, 2, 1, 1);
    Tensor wO =
        Tensor.matrix(new float[][] {{0, 1, 2, 3}, {1, 1, 1, 1}, {2, 0, 2, 0}, {0, 3, 0, 3}});
    double[] before = shaped(silenced(weights, new float[] {1, 2, 5, 6}, wO), 1, 1, 4);
    double[] after = shaped(silenced(weights, new float[] {11, 12, 5, 6}, wO), 1, 1, 4);
    double[] change = new double[4];
    for (int i = 0; i < change.length; i++) {
      change[i] = after[i] - before[i];
    }
    Expect.that("change of the output", change)
        .given("2 heads, head 0 silenced, its values raised from (1, 2) to (11, 12)")
        .mistake(
            "after-the-mix",
            "The first columns of the output are zeroed; W_O has mixed the head into all others.",
            () -> Grid.of(new double[] {0, 0, 30, 40}))
        .mistake(
            "still-heard", "The head still speaks.", () -> Grid.of(new double[] {10, 20, 30, 40}))
        .equalTo(Grid.of(new double[] {0, 0, 0, 0}));
  }

  /**
   * Mixtures 3, 7 and 5; W_O adds the first to one number, the second to the other, the third to
   * both.
   */
  @Test
  @Mechanism("12.3.2 the other heads speak as before")
  @Points(3)
  @Hint({Lesson12Hints.OTHERS_1, Lesson12Hints.OTHERS_2, Lesson12Hints.OTHERS_3})
  void othersSpeak() {
    Tensor weights = Tensor.of(new float[] {.5f, .5f, .25f, .75f, 1, 0}, 1, 3, 1, 2);
    Tensor values = Tensor.of(new float[] {2, 4, 4, 8, 5, 9}, 1, 3, 2, 1);
    Tensor wO = Tensor.matrix(new float[][] {{1, 0}, {0, 1}, {1, 1}});
    Expect.that("output", answer.output(weights, values, wO, 1))
        .given("mixtures 3, 7 and 5 of 3 heads, W_O [[1 0] [0 1] [1 1]], head 1 silenced")
        .mistake("still-heard", "All heads speak, head 1 as well.", () -> word(8, 12))
        .mistake(
            "another-head", "Head 0 is silent, not head 1: heads count from 0.", () -> word(5, 12))
        .mistake("only-this-head", "Head 1 is the only one that speaks.", () -> word(0, 7))
        .mistake("all-silent", "All heads are silent.", () -> word(0, 0))
        .mistake(
            "rescaled",
            "The others are made louder by 3 / 2; that is dropout.",
            () -> word(12, 7.5))
        .mistake(
            "evened",
            "Head 1 has even weights: it averages, and an average is not silence.",
            () -> word(8, 11))
        .equalTo(word(8, 5));
  }

  @Test
  @Mechanism("12.3.3 rows without weights give zero, not NaN")
  @Points(2)
  @Hint({Lesson12Hints.EMPTY_1, Lesson12Hints.EMPTY_2, Lesson12Hints.EMPTY_3})
  void emptyRows() {
    Tensor weights = Tensor.of(new float[] {0, 0, 1, 0, 0, 0, .5f, .5f}, 1, 2, 2, 2);
    Tensor values = Tensor.of(new float[] {2, 4, 6, 8}, 1, 2, 2, 1);
    Expect.that("output", answer.output(weights, values, Tensor.ones(2, 1), 0))
        .given("2 heads, 2 queries of which the first sees nothing, head 0 silenced")
        .mistake(
            "normalised-again",
            "Weights were divided by their sum again; 0 / 0 is NaN.",
            () -> Grid.of(new double[][][] {{{NAN}, {NAN}}}))
        .mistake(
            "normalised-again",
            "Weights were divided by their sum again; 0 / 0 is NaN.",
            () -> Grid.of(new double[][][] {{{NAN}, {7}}}))
        .equalTo(Grid.of(new double[][][] {{{0}, {7}}}));
  }

  @Test
  @Mechanism("12.3.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson12Hints.KEPT_1, Lesson12Hints.KEPT_2, Lesson12Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor weights = Tensor.ones(1, 2, 1, 1);
    Tensor values = Tensor.of(new float[] {1, 2, 5, 6}, 1, 2, 1, 2);
    Tensor wO = Tensor.eye(4);
    String given =
        "2 heads, head 0 silenced, output " + answer.output(weights, values, wO, 0).shapeString();
    expectLeft("weights", weights, new double[][][][] {{{{1}}, {{1}}}}, given);
    expectLeft("values", values, new double[][][][] {{{{1, 2}}, {{5, 6}}}}, given);
    expectLeft(
        "wO", wO, new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}}, given);
  }

  private static void expectLeft(String name, Tensor after, Object before, String given) {
    Grid expected = Grid.of(before);
    double[] zeroed = expected.values();
    for (int i = 0; i < zeroed.length / 2; i++) {
      zeroed[i] = 0;
    }
    Expect.that(name + " after the call", after)
        .given(given)
        .mistake(
            "zeroed-in-place",
            "The input itself has been zeroed; it belongs to the caller.",
            () -> Grid.of(expected.shape(), zeroed))
        .equalTo(expected);
  }

  private Tensor silenced(Tensor weights, float[] values, Tensor wO) {
    return answer.output(weights, Tensor.of(values, 1, 2, 1, 2), wO, 0);
  }

  private static double[] shaped(Tensor output, int... shape) {
    return Expect.that("output", output).shaped(shape).values();
  }

  private static Grid word(double first, double second) {
    return Grid.of(new double[][][] {{{first, second}}});
  }
}
