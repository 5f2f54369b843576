package org.attentionlab.solutions.hidden.lesson05;

import java.util.Locale;
import org.attentionlab.exercises.lesson05.Lesson05Hints;
import org.attentionlab.exercises.lesson05.ProjectQkv;
import org.attentionlab.exercises.lesson05.ProjectQkv.Roles;
import org.attentionlab.exercises.lesson05.ProjectQkv.Weights;
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

/** Graded tests of exercise 5.1. */
@ChecksOf(ProjectQkv.class)
public final class ProjectQkvHiddenChecks {

  /** B 2, T 5 and widths that differ, and one case in which a matrix is square. */
  private static final int[][] SIZES = {{1, 1, 1}, {3, 3, 2}, {16, 4, 7}, {64, 16, 3}};

  private static double[][][] words(int d) {
    return Samples.normal(5100 + d, 2, 5, d);
  }

  private static double[][] matrix(int role, int d, int width) {
    return Samples.normal(5200 + 10 * role + d, d, width);
  }

  private static Tensor tensor(Object numbers) {
    return Samples.tensor(numbers);
  }

  private final ProjectQkv answer;

  ProjectQkvHiddenChecks(ProjectQkv answer) {
    this.answer = answer;
  }

  private static String given(int[] size) {
    return String.format(
        Locale.ROOT,
        "x (2, %d, %d), W_Q and W_K (%d, %d), W_V (%d, %d)",
        words(size[0])[0].length,
        size[0],
        size[0],
        size[1],
        size[0],
        size[2]);
  }

  private static double[][] weights(int role, int[] size) {
    return matrix(role, size[0], role == 2 ? size[2] : size[1]);
  }

  private Roles ask(int[] size) {
    return answer.project(
        tensor(words(size[0])),
        new Weights(tensor(weights(0, size)), tensor(weights(1, size)), tensor(weights(2, size))));
  }

  /** X W, word by word: the mixture of the matrix' rows in the measure of the word's features. */
  private static double[][][] product(double[][][] x, double[][] w) {
    return Formulas.mixture(x, new double[][][] {w, w});
  }

  private static double[][] turned(double[][] w) {
    return Formulas.turned(new double[][][] {w})[0];
  }

  private static Grid projected(int role, int[] size) {
    return Grid.of(product(words(size[0]), weights(role, size)));
  }

  @Test
  @Mechanism("5.1.1 the words are multiplied by the matrix as it is")
  @Points(4)
  @Hint({Lesson05Hints.PRODUCT_1, Lesson05Hints.PRODUCT_2, Lesson05Hints.PRODUCT_3})
  void wordsTimesMatrix() {
    for (int[] size : SIZES) {
      Expect.that("q", ask(size).q())
          .given(given(size))
          .mistake(
              "transposed",
              "The matrix has been transposed; where it is not square, the shapes do not even fit.",
              () -> Grid.of(product(words(size[0]), turned(weights(0, size)))))
          .mistake(
              "not-projected",
              "These are the words; they have not been projected.",
              () -> Grid.of(words(size[0])))
          .equalTo(projected(0, size));
    }
  }

  @Test
  @Mechanism("5.1.2 every role has its own matrix")
  @Points(4)
  @Hint({Lesson05Hints.ROLES_1, Lesson05Hints.ROLES_2, Lesson05Hints.ROLES_3})
  void everyRoleItsOwn() {
    for (int[] size : SIZES) {
      Roles roles = ask(size);
      Expect.that("k", roles.k())
          .given(given(size))
          .mistake("query-matrix-for-keys", "The keys went through W_Q.", () -> projected(0, size))
          .mistake(
              "keys-and-values-exchanged",
              "These are the values; k and v have been exchanged.",
              () -> projected(2, size))
          .equalTo(projected(1, size));
    }
  }

  @Test
  @Mechanism("5.1.3 values have a width of their own")
  @Points(1)
  @Hint({Lesson05Hints.WIDTH_1, Lesson05Hints.WIDTH_2, Lesson05Hints.WIDTH_3})
  void valuesHaveTheirOwnWidth() {
    for (int[] size : SIZES) {
      Expect.that("v", ask(size).v())
          .given(given(size))
          .mistake(
              "key-matrix-for-values", "The values went through W_K.", () -> projected(1, size))
          .equalTo(projected(2, size));
    }
  }

  @Test
  @Mechanism("5.1.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson05Hints.KEPT_1, Lesson05Hints.KEPT_2, Lesson05Hints.KEPT_3})
  void inputsAreLeftAlone() {
    int[] size = SIZES[1];
    Tensor x = tensor(words(size[0]));
    Weights weights =
        new Weights(tensor(weights(0, size)), tensor(weights(1, size)), tensor(weights(2, size)));
    String given = given(size) + ", q " + answer.project(x, weights).q().shapeString();
    Expect.that("x after the call", x)
        .given(given)
        .mistake(
            "query-in-input",
            "The queries have been written into the words.",
            () -> projected(0, size))
        .equalTo(Grid.of(words(size[0])));
  }
}
