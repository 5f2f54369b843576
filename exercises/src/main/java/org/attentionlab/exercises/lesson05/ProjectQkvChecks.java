package org.attentionlab.exercises.lesson05;

import org.attentionlab.exercises.lesson05.ProjectQkv.Roles;
import org.attentionlab.exercises.lesson05.ProjectQkv.Weights;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 5.1. */
@ChecksOf(ProjectQkv.class)
public final class ProjectQkvChecks {

  private static final String GIVEN = "x [1 2] [0 1] and [3 0] [-1 1], W_Q [[1 0] [3 1]]";

  private static double[][][] words() {
    return new double[][][] {{{1, 2}, {0, 1}}, {{3, 0}, {-1, 1}}};
  }

  private static double[][] weights(int role) {
    return switch (role) {
      case 0 -> new double[][] {{1, 0}, {3, 1}};
      case 1 -> new double[][] {{0, 2}, {1, -1}};
      default -> new double[][] {{5}, {7}};
    };
  }

  private static Tensor tensor(Object numbers) {
    Grid grid = Grid.of(numbers);
    float[] data = new float[grid.values().length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) grid.values()[i];
    }
    return Tensor.of(data, grid.shape());
  }

  private static final double[][][] Q = {{{7, 2}, {3, 1}}, {{3, 0}, {2, 1}}};
  private static final double[][][] K = {{{2, 0}, {1, -1}}, {{0, 6}, {1, -3}}};
  private static final double[][][] V = {{{19}, {7}}, {{15}, {2}}};

  private final ProjectQkv answer;

  ProjectQkvChecks(ProjectQkv answer) {
    this.answer = answer;
  }

  private Roles ask() {
    return answer.project(
        tensor(words()), new Weights(tensor(weights(0)), tensor(weights(1)), tensor(weights(2))));
  }

  @Test
  @Mechanism("5.1.1 the words are multiplied by the matrix as it is")
  @Points(4)
  @Hint({Lesson05Hints.PRODUCT_1, Lesson05Hints.PRODUCT_2, Lesson05Hints.PRODUCT_3})
  void wordsTimesMatrix() {
    Expect.that("q", ask().q())
        .given(GIVEN)
        .mistake(
            "transposed",
            "The matrix has been transposed; where it is not square, the shapes do not even fit.",
            () -> Grid.of(new double[][][] {{{1, 5}, {0, 1}}, {{3, 9}, {-1, -2}}}))
        .mistake(
            "not-projected",
            "These are the words; they have not been projected.",
            () -> Grid.of(words()))
        .equalTo(Grid.of(Q));
  }

  @Test
  @Mechanism("5.1.2 every role has its own matrix")
  @Points(4)
  @Hint({Lesson05Hints.ROLES_1, Lesson05Hints.ROLES_2, Lesson05Hints.ROLES_3})
  void everyRoleItsOwn() {
    Roles roles = ask();
    Expect.that("k", roles.k())
        .given(GIVEN)
        .mistake("query-matrix-for-keys", "The keys went through W_Q.", () -> Grid.of(Q))
        .mistake(
            "keys-and-values-exchanged",
            "These are the values; k and v have been exchanged.",
            () -> Grid.of(V))
        .equalTo(Grid.of(K));
  }

  @Test
  @Mechanism("5.1.3 values have a width of their own")
  @Points(1)
  @Hint({Lesson05Hints.WIDTH_1, Lesson05Hints.WIDTH_2, Lesson05Hints.WIDTH_3})
  void valuesHaveTheirOwnWidth() {
    Expect.that("v", ask().v())
        .given(GIVEN)
        .mistake("key-matrix-for-values", "The values went through W_K.", () -> Grid.of(K))
        .equalTo(Grid.of(V));
  }

  @Test
  @Mechanism("5.1.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson05Hints.KEPT_1, Lesson05Hints.KEPT_2, Lesson05Hints.KEPT_3})
  void inputsAreLeftAlone() {
    Tensor x = tensor(words());
    Weights weights = new Weights(tensor(weights(0)), tensor(weights(1)), tensor(weights(2)));
    String given = GIVEN + ", q " + answer.project(x, weights).q().shapeString();
    Expect.that("x after the call", x)
        .given(given)
        .mistake(
            "query-in-input", "The queries have been written into the words.", () -> Grid.of(Q))
        .equalTo(Grid.of(words()));
  }
}
