package org.attentionlab.exercises.lesson05;

import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson05.EditKeyOrValue.Edit;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 5.2; keys and values are equally wide, so that a row fits either. */
@ChecksOf(EditKeyOrValue.class)
public final class EditKeyOrValueChecks {

  private static final double[][] Q = {{1, 0}, {0, 1}};
  private static final double[][] K = {{1, 0}, {0, 1}, {1, 1}};
  private static final double[][] V = {{1, 2}, {3, 4}, {5, 6}};
  private static final double[] ROW = {2, -1};
  private static final int PLACE = 1;
  private static final String GIVEN = "q (2, 2), k (3, 2), v (3, 2), row 1 becomes [2 -1]";

  // Output and weights, with q, k and v as above.
  private static final double[][] KEY_EDITED = {
    {3, 4},
    {3.58395987, 4.58395987}
  };
  private static final double[][] VALUE_EDITED = {
    {2.80222419, 3.01112093},
    {3.00556046, 2.40111209}
  };
  private static final double[][] BOTH_EDITED = {
    {2.49651016, 1.48255078},
    {3.44393063, 3.88381365}
  };
  private static final double[][] NOTHING_EDITED = {
    {3, 4},
    {3.40667256, 4.40667256}
  };
  private static final double[][] ROW_BEFORE_EDITED = {
    {3.40111209, 2.79666372},
    {3.60444837, 3.81334511}
  };
  private static final double[][] WEIGHTS = {
    {0.40111209, 0.19777581, 0.40111209},
    {0.19777581, 0.40111209, 0.40111209}
  };
  private static final double[][] WEIGHTS_OF_EDITED_KEY = {
    {0.24825508, 0.50348984, 0.24825508},
    {0.28399541, 0.14002925, 0.57597535}
  };

  private final EditKeyOrValue answer;

  EditKeyOrValueChecks(EditKeyOrValue answer) {
    this.answer = answer;
  }

  private AttentionResult ask(String what) {
    return answer.attend(tensor(Q), tensor(K), tensor(V), new Edit(what, PLACE, tensor(ROW)));
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
  @Mechanism("5.2.1 an edited key changes the weights and no value")
  @Points(4)
  @Hint({Lesson05Hints.KEY_1, Lesson05Hints.KEY_2, Lesson05Hints.KEY_3})
  void editedKey() {
    Expect.that("output", ask("key").output())
        .given(GIVEN + " in K")
        .mistake("changes-both", "Key and value have both been edited.", () -> Grid.of(BOTH_EDITED))
        .mistake(
            "edits-the-other",
            "The value has been edited in place of the key.",
            () -> Grid.of(VALUE_EDITED))
        .mistake("edits-nothing", "Nothing has been edited.", () -> Grid.of(NOTHING_EDITED))
        .equalTo(Grid.of(KEY_EDITED));
  }

  @Test
  @Mechanism("5.2.2 an edited value changes the output and no weight")
  @Points(4)
  @Hint({Lesson05Hints.VALUE_1, Lesson05Hints.VALUE_2, Lesson05Hints.VALUE_3})
  void editedValue() {
    AttentionResult result = ask("value");
    Expect.that("weights", result.weights())
        .given(GIVEN + " in V")
        .mistake(
            "edits-key-too",
            "The key has been edited as well.",
            () -> Grid.of(WEIGHTS_OF_EDITED_KEY))
        .equalTo(Grid.of(WEIGHTS));
    Expect.that("output", result.output()).given(GIVEN + " in V").equalTo(Grid.of(VALUE_EDITED));
  }

  @Test
  @Mechanism("5.2.3 the row at the place is replaced")
  @Points(1)
  @Hint({Lesson05Hints.PLACE_1, Lesson05Hints.PLACE_2, Lesson05Hints.PLACE_3})
  void rowAtThePlace() {
    Expect.that("output", ask("value").output())
        .given(GIVEN + " in V")
        .mistake(
            "one-too-early",
            "The row before has been replaced: places are counted from 0.",
            () -> Grid.of(ROW_BEFORE_EDITED))
        .equalTo(Grid.of(VALUE_EDITED));
  }

  @Test
  @Mechanism("5.2.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson05Hints.KEPT_1, Lesson05Hints.KEPT_2, Lesson05Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor k = tensor(K);
    AttentionResult result =
        answer.attend(tensor(Q), k, tensor(V), new Edit("key", PLACE, tensor(ROW)));
    Expect.that("keys after the call", k)
        .given(GIVEN + " in K, output " + result.output().shapeString())
        .mistake(
            "edited-in-place",
            "The row has been written into the caller's keys.",
            () -> Grid.of(new double[][] {{1, 0}, {2, -1}, {1, 1}}))
        .equalTo(Grid.of(K));
  }
}
