package org.attentionlab.solutions.hidden.lesson12;

import java.util.Arrays;
import org.attentionlab.exercises.lesson12.AblateHead;
import org.attentionlab.exercises.lesson12.Lesson12Hints;
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

/** Graded tests of exercise 12.3. */
@ChecksOf(AblateHead.class)
public final class AblateHeadHiddenChecks {

  private static final int[] WIDTHS = {1, 3, 16, 64};

  /** Outputs are sums of products of sums: float32 leaves a little more than usual. */
  private static final double FLOAT_SUMS = 1e-3;

  private final AblateHead answer;

  AblateHeadHiddenChecks(AblateHead answer) {
    this.answer = answer;
  }

  /** Other values in the silenced head must not be heard in the output. */
  @Test
  @Mechanism("12.3.1 the head is silent before W_O mixes it in")
  @Points(4)
  @Hint({Lesson12Hints.SILENT_1, Lesson12Hints.SILENT_2, Lesson12Hints.SILENT_3})
  void silentBeforeTheMix() {
    for (int dV : WIDTHS) {
      for (int head = 0; head < AblationCase.HEADS; head++) {
        AblationCase input = AblationCase.square(dV);
        AblationCase other = input.withOtherValues(head);
        int silent = head;
        Expect.that("change of the output", difference(input, other, silent))
            .given(input.given(head) + ", its values replaced by others")
            .tolerance(FLOAT_SUMS)
            .mistake(
                "after-the-mix",
                "Some columns of the output are zeroed; W_O has mixed the head into all others.",
                () -> Grid.of(input.columnsZeroed(heard(input, other, silent), silent)))
            .mistake(
                "still-heard", "The head still speaks.", () -> Grid.of(heard(input, other, silent)))
            .equalTo(Grid.of(new double[AblationCase.B][AblationCase.QUERIES][input.dModel]));
      }
    }
  }

  private Grid difference(AblationCase input, AblationCase other, int head) {
    int[] shape = {AblationCase.B, AblationCase.QUERIES, input.dModel};
    double[] before = shaped(input.ask(answer, head), input.given(head), shape);
    double[] after = shaped(other.ask(answer, head), input.given(head), shape);
    double[] difference = new double[before.length];
    Arrays.setAll(difference, i -> after[i] - before[i]);
    return Grid.of(shape, difference);
  }

  private static double[] shaped(Tensor output, String given, int... shape) {
    return Expect.that("output", output).given(given).shaped(shape).values();
  }

  /** By how much the output changes where the head speaks. */
  private static double[][][] heard(AblationCase input, AblationCase other, int head) {
    return AblationCase.sum(other.part(head), Formulas.divided(input.part(head), -1));
  }

  @Test
  @Mechanism("12.3.2 the other heads speak as before")
  @Points(3)
  @Hint({Lesson12Hints.OTHERS_1, Lesson12Hints.OTHERS_2, Lesson12Hints.OTHERS_3})
  void othersSpeak() {
    for (int dV : WIDTHS) {
      for (int head = AblationCase.HEADS - 1; head >= 0; head--) {
        expectOthers(AblationCase.ofWidth(dV), head);
      }
    }
    expectOthers(AblationCase.ofWidth(3).sharp(), 1);
  }

  private void expectOthers(AblationCase input, int head) {
    double[][][] right = input.without(head);
    Expect.that("output", input.ask(answer, head))
        .given(input.given(head))
        .tolerance(FLOAT_SUMS)
        .mistake(
            "still-heard", "All heads speak, the silenced one as well.", () -> without(input, -1))
        .mistake(
            "another-head",
            "The head before is silent: heads count from 0.",
            () -> without(input, Math.max(0, head - 1)))
        .mistake(
            "only-this-head",
            "The silenced head is the only one that speaks.",
            () -> Grid.of(input.part(head)))
        .mistake(
            "all-silent",
            "All heads are silent.",
            () -> Grid.of(new double[AblationCase.B][AblationCase.QUERIES][input.dModel]))
        .mistake(
            "rescaled",
            "The others are made louder by H / (H - 1); that is dropout.",
            () -> Grid.of(Formulas.divided(right, 1 - 1.0 / AblationCase.HEADS)))
        .mistake(
            "evened",
            "The silenced head has even weights: it averages, and an average is not silence.",
            () -> Grid.of(AblationCase.sum(right, input.evenPart(head))))
        .equalTo(Grid.of(right));
  }

  private static Grid without(AblationCase input, int head) {
    return Grid.of(input.without(head));
  }

  @Test
  @Mechanism("12.3.3 rows without weights give zero, not NaN")
  @Points(2)
  @Hint({Lesson12Hints.EMPTY_1, Lesson12Hints.EMPTY_2, Lesson12Hints.EMPTY_3})
  void emptyRows() {
    for (int dV : WIDTHS) {
      AblationCase input = AblationCase.ofWidth(dV).withEmptyRow();
      Expect.that("output", input.ask(answer, 1))
          .given(input.given(1) + ", one query sees nothing")
          .tolerance(FLOAT_SUMS)
          .mistake(
              "normalised-again",
              "Weights were divided by their sum again; 0 / 0 is NaN.",
              () -> Grid.of(notANumber(input, true)))
          .mistake(
              "normalised-again",
              "Weights were divided by their sum again; 0 / 0 is NaN.",
              () -> Grid.of(notANumber(input, false)))
          .equalTo(without(input, 1));
    }
  }

  /** The right output with NaN in all rows, or in the row of the query that sees nothing. */
  private static double[][][] notANumber(AblationCase input, boolean everywhere) {
    double[][][] output = input.without(1);
    for (double[][] sentence : output) {
      for (double[] word : sentence) {
        if (everywhere || word == output[0][1]) {
          Arrays.fill(word, Double.NaN);
        }
      }
    }
    return output;
  }

  @Test
  @Mechanism("12.3.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson12Hints.KEPT_1, Lesson12Hints.KEPT_2, Lesson12Hints.KEPT_3})
  void inputsAreLeftAlone() {
    AblationCase input = AblationCase.square(3);
    Tensor weights = input.weightsTensor();
    Tensor values = input.valuesTensor();
    Tensor wO = input.wOTensor();
    String given =
        input.given(0) + ", output " + answer.output(weights, values, wO, 0).shapeString();
    expectLeft("weights", weights, input.weightsTensor(), given, AblationCase.B);
    expectLeft("values", values, input.valuesTensor(), given, AblationCase.B);
    expectLeft("wO", wO, Samples.tensor(input.wO), given, 1);
  }

  /** The head's numbers are the first third of each sentence's, or of the rows of W_O. */
  private static void expectLeft(
      String name, Tensor after, Tensor before, String given, int pieces) {
    Grid expected = Grid.of(before);
    double[] zeroed = expected.values();
    int piece = zeroed.length / pieces;
    for (int i = 0; i < zeroed.length; i++) {
      zeroed[i] = i % piece < piece / AblationCase.HEADS ? 0 : zeroed[i];
    }
    Expect.that(name + " after the call", after)
        .given(given)
        .mistake(
            "zeroed-in-place",
            "The input itself has been zeroed; it belongs to the caller.",
            () -> Grid.of(expected.shape(), zeroed))
        .equalTo(expected);
  }
}
