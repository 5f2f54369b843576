package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a learner reads when shapes do not fit. */
class ShapeErrorTest {
  private final Tensor x = Tensor.zeros(2, 5, 8);

  @Test
  void matmulSuggestsTheTransposeThatWouldFit() {
    says(
        "matmul: (2, 5, 8) x (2, 5, 8): the last axis of the left is 8, the second-last of the"
            + " right is 5.\n"
            + "  Did you mean right.transpose(-2, -1), with shape (2, 8, 5)?",
        () -> x.matmul(x));
    says(
        "matmul: (3, 2) x (3, 4): the last axis of the left is 2, the second-last of the right is"
            + " 3.\n"
            + "  Did you mean left.transpose(-2, -1), with shape (2, 3)?",
        () -> Tensor.zeros(3, 2).matmul(Tensor.zeros(3, 4)));
  }

  @Test
  void matmulSuggestsNothingThatWouldNotHelp() {
    says(
        "matmul: (2, 5, 8) x (3, 4): the last axis of the left is 8, the second-last of the right"
            + " is 3.",
        () -> x.matmul(Tensor.zeros(3, 4)));
    says(
        "matmul: (2, 3) x (4): the last axis of the left is 3, the only axis of the right is 4.",
        () -> Tensor.zeros(2, 3).matmul(Tensor.zeros(4)));
    says(
        "matmul: (2, 5, 8) x (): a scalar is no matrix.\n  Did you mean mul?",
        () -> x.matmul(Tensor.scalar(1)));
  }

  @Test
  void matmulNamesTheBatchAxisThatDiffers() {
    says(
        "matmul: (2, 5, 8) x (3, 8, 4): the batch axes (2) and (3) do not broadcast: axis -3 is 2"
            + " and 3.",
        () -> x.matmul(Tensor.zeros(3, 8, 4)));
  }

  @Test
  void arithmeticNamesTheAxisThatDiffers() {
    says(
        "add: (2, 5, 8) and (3, 8) do not broadcast: axis -2 is 5 and 3.",
        () -> x.add(Tensor.zeros(3, 8)));
    says(
        "div: (4) and (2, 5, 8) do not broadcast: axis -1 is 4 and 8.",
        () -> Tensor.zeros(4).div(x));
  }

  @Test
  void expandNamesTheAxisThatWouldHaveToChange() {
    says(
        "expand: (2, 5, 8) does not expand to (2, 1, 8): axis -2 is 5 and 1.",
        () -> x.expand(2, 1, 8));
    says(
        "expand: (2, 5, 8) does not expand to (5, 8): it has 3 axes, the goal 2.",
        () -> x.expand(5, 8));
    says(
        "expand: (3, 1) does not expand to (1, 4): axis -2 is 3 and 1.",
        () -> Tensor.zeros(3, 1).expand(1, 4));
    says(
        "where: (5, 5) does not expand to (2, 5, 8): axis -1 is 5 and 8.",
        () -> x.where(Tensor.ones(5, 5), 0));
  }

  @Test
  void axesAreChecked() {
    says(
        "sum: there is no axis 3 in shape (2, 5, 8); axes run from -3 to 2.",
        () -> x.sum(3, false));
    says(
        "softmax: there is no axis -1 in shape (); a scalar has no axes.",
        () -> Tensor.scalar(1).softmax(-1));
    says("mean: axis 2 of shape (2, 5, 8) is given twice.", () -> x.mean(new int[] {2, -1}, false));
    says("max: axis 0 of shape (0, 3) is empty.", () -> Tensor.zeros(0, 3).max(0, true));
    says("squeeze: axis 0 of shape (2, 5, 8) has size 2, not 1.", () -> x.squeeze(0));
  }

  @Test
  void countsOfElementsAreChecked() {
    says("of: shape (2, 3) needs 6 values, got 5.", () -> Tensor.of(new float[5], 2, 3));
    says("of: shape () needs 1 value, got 3.", () -> Tensor.of(new float[3]));
    says("zeros: shape (2, -1) has a negative size.", () -> Tensor.zeros(2, -1));
    says(
        "ones: shape (100000, 100000) has more elements than one Java array can hold.",
        () -> Tensor.ones(100_000, 100_000));
    says(
        "matrix: row 1 has 1 numbers, row 0 has 2.",
        () -> Tensor.matrix(new float[][] {{1, 2}, {3}}));
    says(
        "reshape: (2, 5, 8) to (3, -1): no size in place of -1 gives 80 elements.",
        () -> x.reshape(3, -1));
    says("reshape: (2, 5, 8) to (2, 5): 80 elements do not become 10.", () -> x.reshape(2, 5));
    says("reshape: (-1, -1) has more than one -1.", () -> x.reshape(-1, -1));
    says("item: shape (2, 5, 8) has 80 elements, not one.", x::item);
  }

  @Test
  void indicesAreChecked() {
    says("at: 2 indices for shape (2, 5, 8), which has 3 axes.", () -> x.at(0, 1));
    says("get: 2 indices for shape (3), which has 1 axis.", () -> Tensor.zeros(3).get(0, 1));
    outside("at: index 5 of axis 1 lies outside of shape (2, 5, 8).", () -> x.at(0, 5, 0));
    outside("get: index -1 of axis 0 lies outside of shape (2, 5, 8).", () -> x.get(-1));
    outside(
        "slice: 3 to 9 does not lie inside of axis -1 of shape (2, 5, 8).",
        () -> x.slice(-1, 3, 9));
    outside("take: index 2 lies outside of axis 0 of shape (2, 5, 8).", () -> x.take(0, 0, 2));
  }

  @Test
  void joinsAreChecked() {
    says(
        "concat: (2, 5, 8) and (2, 4, 8) may differ in axis 0 alone.",
        () -> Tensor.concat(0, List.of(x, Tensor.zeros(2, 4, 8))));
    says(
        "stack: (2, 5, 8) and (2, 4, 8) are not equal.",
        () -> Tensor.stack(0, List.of(x, Tensor.zeros(2, 4, 8))));
    assertThrows(IllegalArgumentException.class, () -> Tensor.concat(0, List.of()));
    assertThrows(IllegalArgumentException.class, () -> Tensor.uniform(new Random(1), 2, 2, 3));
  }

  private static void says(String message, Executable call) {
    assertEquals(message, assertThrows(ShapeException.class, call).getMessage());
  }

  private static void outside(String message, Executable call) {
    assertEquals(message, assertThrows(IndexOutOfBoundsException.class, call).getMessage());
  }
}
