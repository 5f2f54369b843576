package org.attentionlab.exercises.lesson04;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 4.2, on three words. */
@ChecksOf(PermutationProbe.class)
public final class PermutationProbeChecks {

  private static final float[] WEIGHTS = {.1f, .2f, .7f, .3f, .3f, .4f, .6f, .3f, .1f};

  private final PermutationProbe answer;

  PermutationProbeChecks(PermutationProbe answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("4.2.1 rows and columns both move")
  @Points(5)
  @Hint({Lesson04Hints.BOTH_AXES_1, Lesson04Hints.BOTH_AXES_2, Lesson04Hints.BOTH_AXES_3})
  void rowsAndColumnsMove() {
    Expect.that("weights", moved(2, 1, 0))
        .given("three words, permutation [2, 1, 0]")
        .mistake(
            "rows-only",
            "This moves the rows only: the words that are asked have moved too.",
            () -> Grid.of(new double[][] {{.6, .3, .1}, {.3, .3, .4}, {.1, .2, .7}}))
        .mistake(
            "columns-only",
            "This moves the columns only: the words that ask have moved too.",
            () -> Grid.of(new double[][] {{.7, .2, .1}, {.4, .3, .3}, {.1, .3, .6}}))
        .equalTo(Grid.of(new double[][] {{.1, .3, .6}, {.4, .3, .3}, {.7, .2, .1}}));
  }

  @Test
  @Mechanism("4.2.2 the permutation is read in its direction")
  @Points(3)
  @Hint({Lesson04Hints.DIRECTION_1, Lesson04Hints.DIRECTION_2, Lesson04Hints.DIRECTION_3})
  void permutationHasADirection() {
    Expect.that("weights", moved(1, 2, 0))
        .given("three words, permutation [1, 2, 0]")
        .mistake(
            "inverse",
            "This equals the inverse permutation: p[i] is the old position of the word now at i.",
            () -> Grid.of(new double[][] {{.1, .6, .3}, {.7, .1, .2}, {.4, .3, .3}}))
        .equalTo(Grid.of(new double[][] {{.3, .4, .3}, {.3, .1, .6}, {.2, .7, .1}}));
  }

  @Test
  @Mechanism("4.2.3 the inputs are left as they were")
  @Points(2)
  @Hint({Lesson04Hints.UNTOUCHED_1, Lesson04Hints.UNTOUCHED_2, Lesson04Hints.UNTOUCHED_3})
  void inputsAreLeftAlone() {
    int[] permutation = {2, 0, 1};
    Tensor weights = Tensor.of(WEIGHTS, 3, 3);
    Grid before = Grid.of(weights);
    String result = answer.permutedWeights(weights, permutation).shapeString();
    String given = "permutation [2, 0, 1], result " + result;
    Expect.that("weights after the call", weights).given(given).equalTo(before);
    Expect.that("permutation after the call", permutation)
        .given(given)
        .mistake(
            "sorted-in-place",
            "The array has been sorted in place; it belongs to the caller.",
            () -> Grid.of(new double[] {0, 1, 2}))
        .equalTo(Grid.of(new double[] {2, 0, 1}));
  }

  private Tensor moved(int... permutation) {
    return answer.permutedWeights(Tensor.of(WEIGHTS, 3, 3), permutation);
  }
}
