package org.attentionlab.exercises.lesson05;

import org.attentionlab.exercises.lesson05.CrossWidth.Weights;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 5.3. */
@ChecksOf(CrossWidth.class)
public final class CrossWidthChecks {

  private static final double[][] X = {{1, 0, 1}, {0, 2, 0}};
  private static final double[][] Y = {{1, 2}, {-1, 1}, {0, 1}};
  private static final double[][] WQ = {{1, 0}, {0, 1}, {1, 1}};
  private static final double[][] WK = {{1, 1}, {0, 1}};
  private static final double[][] WV = {{1, 0, 2, 1}, {0, 1, 1, -1}};
  private static final String GIVEN = "x (2, 3), y (3, 2), dK 2, dV 4";

  // Outputs for x, y and the matrices above.
  private static final double[][] RIGHT = {
    {0.93127296, 1.9379183, 3.80046423, -1.00664534},
    {0.91816772, 1.93155377, 3.7678892, -1.01338605}
  };
  private static final double[][] BY_DV = {
    {0.83206816, 1.85797681, 3.52211312, -1.02590865},
    {0.80178467, 1.84379473, 3.44736407, -1.04201007}
  };
  private static final double[][] BY_INPUT = {
    {0.8796083, 1.89534119, 3.65455779, -1.01573288},
    {0.85678417, 1.88446903, 3.59803737, -1.02768487}
  };
  private static final double[][] NOT_SCALED = {
    {0.98024052, 1.9811352, 3.94161625, -1.00089468},
    {0.97720095, 1.97962921, 3.93403111, -1.00242826}
  };
  private static final double[][] EVEN = {
    {0, 1.33333333, 1.33333333, -1.33333333},
    {0, 1.33333333, 1.33333333, -1.33333333}
  };
  private static final double[][] KEYS_MIXED = {
    {0.93127296, 2.86919127},
    {0.91816772, 2.84972148}
  };

  private final CrossWidth answer;

  CrossWidthChecks(CrossWidth answer) {
    this.answer = answer;
  }

  private Tensor ask() {
    return answer.attend(tensor(X), tensor(Y), new Weights(tensor(WQ), tensor(WK), tensor(WV)));
  }

  private static Tensor tensor(Object numbers) {
    Grid grid = Grid.of(numbers);
    float[] data = new float[grid.values().length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) grid.values()[i];
    }
    return Tensor.of(data, grid.shape());
  }

  @Test
  @Mechanism("5.3.1 scores are divided by the root of the keys' width")
  @Points(5)
  @Hint({Lesson05Hints.SCALE_1, Lesson05Hints.SCALE_2, Lesson05Hints.SCALE_3})
  void scaledByTheKeysWidth() {
    Expect.that("output", ask())
        .given(GIVEN)
        .mistake(
            "scales-by-dv",
            "Scores are divided by sqrt(dV); query and key meet in dK.",
            () -> Grid.of(BY_DV))
        .mistake(
            "scales-by-input",
            "Scores are divided by the root of the input's width.",
            () -> Grid.of(BY_INPUT))
        .mistake("no-scaling", "Scores are not divided.", () -> Grid.of(NOT_SCALED))
        .equalTo(Grid.of(RIGHT));
  }

  @Test
  @Mechanism("5.3.2 x asks and y is asked")
  @Points(2)
  @Hint({Lesson05Hints.SIDES_1, Lesson05Hints.SIDES_2, Lesson05Hints.SIDES_3})
  void sides() {
    Expect.that("output", ask())
        .given(GIVEN)
        .mistake(
            "even-weights",
            "Every word of y has the same weight; the question has no say.",
            () -> Grid.of(EVEN))
        .equalTo(Grid.of(RIGHT));
  }

  @Test
  @Mechanism("5.3.3 the output is as wide as a value")
  @Points(2)
  @Hint({Lesson05Hints.OUTPUT_1, Lesson05Hints.OUTPUT_2, Lesson05Hints.OUTPUT_3})
  void widthOfTheOutput() {
    Expect.that("output", ask())
        .given(GIVEN)
        .mistake(
            "mixes-keys",
            "This mixes the keys; the values belong there.",
            () -> Grid.of(KEYS_MIXED))
        .equalTo(Grid.of(RIGHT));
  }

  @Test
  @Mechanism("5.3.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson05Hints.KEPT_1, Lesson05Hints.KEPT_2, Lesson05Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor y = tensor(Y);
    Tensor output = answer.attend(tensor(X), y, new Weights(tensor(WQ), tensor(WK), tensor(WV)));
    Expect.that("y after the call", y)
        .given(GIVEN + ", output " + output.shapeString())
        .equalTo(Grid.of(Y));
  }
}
