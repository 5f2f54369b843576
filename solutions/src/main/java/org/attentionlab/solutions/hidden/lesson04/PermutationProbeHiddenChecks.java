package org.attentionlab.solutions.hidden.lesson04;

import java.util.Arrays;
import java.util.Locale;
import org.attentionlab.exercises.lesson04.Lesson04Hints;
import org.attentionlab.exercises.lesson04.PermutationProbe;
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

/** Graded tests of exercise 4.2. */
@ChecksOf(PermutationProbe.class)
public final class PermutationProbeHiddenChecks {

  private static final int[] LENGTHS = {1, 3, 16, 64};

  private final PermutationProbe answer;

  PermutationProbeHiddenChecks(PermutationProbe answer) {
    this.answer = answer;
  }

  /** Turning the order round is its own inverse, so the direction plays no part here. */
  @Test
  @Mechanism("4.2.1 rows and columns both move")
  @Points(5)
  @Hint({Lesson04Hints.BOTH_AXES_1, Lesson04Hints.BOTH_AXES_2, Lesson04Hints.BOTH_AXES_3})
  void rowsAndColumnsMove() {
    for (int n : LENGTHS) {
      int[] p = new int[n];
      for (int i = 0; i < n; i++) {
        p[i] = n - 1 - i;
      }
      double[][] weights = weights(n);
      int[] same = identity(n);
      Expect.that("weights", answer.permutedWeights(Samples.tensor(weights), p.clone()))
          .given(
              String.format(
                  Locale.ROOT, "weights (%d, %d), seed %d, the order turned round", n, n, 700 + n))
          .mistake(
              "rows-only",
              "This moves the rows only: the words that are asked have moved too.",
              () -> moved(weights, p, same))
          .mistake(
              "columns-only",
              "This moves the columns only: the words that ask have moved too.",
              () -> moved(weights, same, p))
          .equalTo(moved(weights, p, p));
    }
  }

  @Test
  @Mechanism("4.2.2 the permutation is read in its direction")
  @Points(3)
  @Hint({Lesson04Hints.DIRECTION_1, Lesson04Hints.DIRECTION_2, Lesson04Hints.DIRECTION_3})
  void permutationHasADirection() {
    for (int n : LENGTHS) {
      int[] p = new int[n];
      int[] inverse = new int[n];
      for (int i = 0; i < n; i++) {
        p[i] = (i + 1) % n;
        inverse[p[i]] = i;
      }
      double[][] weights = weights(n);
      Expect.that("weights", answer.permutedWeights(Samples.tensor(weights), p.clone()))
          .given(
              String.format(
                  Locale.ROOT, "weights (%d, %d), seed %d, all words one place on", n, n, 700 + n))
          .mistake(
              "inverse",
              "This equals the inverse permutation: p[i] is the old position of the word now at i.",
              () -> moved(weights, inverse, inverse))
          .equalTo(moved(weights, p, p));
    }
  }

  @Test
  @Mechanism("4.2.3 the inputs are left as they were")
  @Points(2)
  @Hint({Lesson04Hints.UNTOUCHED_1, Lesson04Hints.UNTOUCHED_2, Lesson04Hints.UNTOUCHED_3})
  void inputsAreLeftAlone() {
    int[] p = {4, 2, 0, 3, 1};
    int[] given = p.clone();
    Tensor weights = Samples.tensor(weights(5));
    String input =
        "permutation [4, 2, 0, 3, 1], result "
            + answer.permutedWeights(weights, given).shapeString();
    Expect.that("weights after the call", weights).given(input).equalTo(Grid.of(weights(5)));
    Expect.that("permutation after the call", given)
        .given(input)
        .mistake(
            "sorted-in-place",
            "The array has been sorted in place; it belongs to the caller.",
            () -> Grid.of(Arrays.stream(p).sorted().asDoubleStream().toArray()))
        .equalTo(Grid.of(Arrays.stream(p).asDoubleStream().toArray()));
  }

  private static double[][] weights(int n) {
    return Formulas.softmax(Samples.normal(700 + n, 1, n, n))[0];
  }

  private static int[] identity(int n) {
    int[] same = new int[n];
    Arrays.setAll(same, i -> i);
    return same;
  }

  private static Grid moved(double[][] weights, int[] rows, int[] columns) {
    double[][] moved = new double[rows.length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        moved[i][j] = weights[rows[i]][columns[j]];
      }
    }
    return Grid.of(moved);
  }
}
