package org.attentionlab.numerics;

import static org.attentionlab.Refusal.ofArgument;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels are refused what reaches past an array, rather than reading or writing there. */
class BadInputTest {
  private final Numerics kernels = Numerics.get();
  private final AttentionShape shape = AttentionShape.of(1, 1, 2, 2, 2);

  private static float[] of(int length) {
    return new float[length];
  }

  @Test
  void functionsStayWithinTheirArrays() {
    ofArgument("exp: y is 3 numbers at 0 of an array of 2.", () -> exp(of(3), 0, of(2)));
    ofArgument("exp: x is 3 numbers at -1 of an array of 3.", () -> exp(of(3), -1, of(3)));
    ofArgument("exp: x is 3 numbers at 2147483647", () -> exp(of(3), Integer.MAX_VALUE, of(3)));
    ofArgument("sum: x is 2 numbers at 1 of an array of 2.", () -> kernels.sum(of(2), 1, 2));
    ofArgument("sumOfSquares: x is -1 numbers", () -> kernels.sumOfSquares(of(1), 0, -1));
    ofArgument("axpy: x is 2 numbers", () -> kernels.axpy(1, of(1), 0, of(2), 0, 2));
  }

  private void exp(float[] x, int at, float[] y) {
    kernels.exp(x, at, y, 0, 3);
  }

  @Test
  void matricesStayWithinTheirArrays() {
    ofArgument("gemm: B is (2, 2) at 0 of an array of 3.", () -> gemm(of(4), of(3), 2));
    ofArgument("gemm: A is (2, 2) at 0 with 1 from row to row", () -> gemm(of(4), of(4), 1));
  }

  private void gemm(float[] a, float[] b, int lda) {
    kernels.gemm(false, false, 2, 2, 2, 1, a, 0, lda, b, 0, 2, 0, of(4), 0, 2);
  }

  @Test
  void rowsAreThoseOfTheTable() {
    ofArgument(
        "scatterAddRows: id 5 for a table of 2 rows.",
        () -> kernels.scatterAddRows(new int[] {5}, 0, 1, 2, 1, of(2), 0, of(4), 0));
    ofArgument(
        "crossEntropyRows: target 7 of row 0 is not below 2 classes.",
        () -> kernels.crossEntropyRows(1, 2, 0, of(2), 0, new int[] {7}, 0, of(1), 0, of(1), 0));
  }

  @ParameterizedTest
  @ValueSource(floats = {-0.1f, 1, 1.5f, Float.NaN})
  void aChanceOfZeroLeavesSomething(float p) {
    ofArgument("dropout: p lies in [0, 1)", () -> kernels.dropout(1, 0, p, of(2), 0, of(2), 0, 2));
    ofArgument(
        "dropoutBackward: p lies in [0, 1)",
        () -> kernels.dropoutBackward(1, 0, p, of(2), 0, of(2), 0, 2));
  }

  @Test
  void attentionSeesKeysThatAreThere() {
    ofArgument("length 3 is not from 0 to 2 keys", () -> shape.lengths(3));
    ofArgument("2 lengths for a batch of 1", () -> shape.lengths(1, 1));
    ofArgument("count 3 is not from 0 to 2 keys", () -> shape.visible(new int[] {3}, 0, 0));
    ofArgument("do not cover 1 sequences of 2 queries", () -> shape.visible(new int[1], 0, 1));
    ofArgument("3 heads cannot share 2", () -> AttentionShape.of(1, 3, 2, 2, 2, 2, 2));
    ofArgument("heads and widths are above 0", () -> AttentionShape.of(1, 1, 2, 2, 0));
    ofArgument(
        "attention: q (1, 1, 2, 2)",
        () -> kernels.attention(shape, of(3), 0, of(4), 0, of(4), 0, of(4), 0, of(2), 0));
    ofArgument("adam: step 0 is below 1", () -> new AdamStep(1, 0.9, 0.9, 1e-8, 0, false, 0));
  }
}
