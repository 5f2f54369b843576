package org.attentionlab.solutions.hidden.lesson05;

import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson05.EditKeyOrValue;
import org.attentionlab.exercises.lesson05.EditKeyOrValue.Edit;
import org.attentionlab.exercises.lesson05.Lesson05Hints;
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

/** Graded tests of exercise 5.2; keys and values are equally wide, so that a row fits either. */
@ChecksOf(EditKeyOrValue.class)
public final class EditKeyOrValueHiddenChecks {

  private static final double[][] Q = Samples.normal(5301, 3, 4);
  private static final double[][] K = Samples.normal(5302, 5, 4);
  private static final double[][] V = Samples.normal(5303, 5, 4);
  private static final double[] ROW = Samples.normal(5304, 4);
  private static final int PLACE = 3;
  private static final String GIVEN = "q (3, 4), k (5, 4), v (5, 4), row 3 edited";

  private final EditKeyOrValue answer;

  EditKeyOrValueHiddenChecks(EditKeyOrValue answer) {
    this.answer = answer;
  }

  private AttentionResult ask(String what) {
    return answer.attend(tensor(Q), tensor(K), tensor(V), new Edit(what, PLACE, tensor(ROW)));
  }

  private static double[][] edited(double[][] rows, int place) {
    double[][] edited = rows.clone();
    edited[place] = ROW;
    return edited;
  }

  private static double[][] attention(double[][] k, double[][] v) {
    return Formulas.mixture(batch(weights(k)), batch(v))[0];
  }

  private static double[][] weights(double[][] k) {
    double root = Math.sqrt(Q[0].length);
    return Formulas.softmax(Formulas.scores(batch(Q), batch(k), root))[0];
  }

  private static double[][][] batch(double[][] matrix) {
    return new double[][][] {matrix};
  }

  private static Tensor tensor(Object numbers) {
    return Samples.tensor(numbers);
  }

  @Test
  @Mechanism("5.2.1 an edited key changes the weights and no value")
  @Points(4)
  @Hint({Lesson05Hints.KEY_1, Lesson05Hints.KEY_2, Lesson05Hints.KEY_3})
  void editedKey() {
    Expect.that("output", ask("key").output())
        .given(GIVEN + " in K")
        .mistake(
            "changes-both",
            "Key and value have both been edited.",
            () -> Grid.of(attention(edited(K, PLACE), edited(V, PLACE))))
        .mistake(
            "edits-the-other",
            "The value has been edited in place of the key.",
            () -> Grid.of(attention(K, edited(V, PLACE))))
        .mistake("edits-nothing", "Nothing has been edited.", () -> Grid.of(attention(K, V)))
        .equalTo(Grid.of(attention(edited(K, PLACE), V)));
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
            () -> Grid.of(weights(edited(K, PLACE))))
        .equalTo(Grid.of(weights(K)));
    Expect.that("output", result.output())
        .given(GIVEN + " in V")
        .equalTo(Grid.of(attention(K, edited(V, PLACE))));
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
            () -> Grid.of(attention(K, edited(V, PLACE - 1))))
        .equalTo(Grid.of(attention(K, edited(V, PLACE))));
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
            () -> Grid.of(edited(K, PLACE)))
        .equalTo(Grid.of(K));
  }
}
