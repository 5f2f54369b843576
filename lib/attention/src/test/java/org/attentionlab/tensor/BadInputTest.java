package org.attentionlab.tensor;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofIndex;
import static org.attentionlab.Refusal.ofShapes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private final Random rng = new Random(1);

  @Test
  void aNewAxisStandsBesideTheOldOnes() {
    Tensor x = Tensor.zeros(2, 3);
    ofShapes(
        "unsqueeze: shape (2, 3) gets no axis 3; a new axis stands from -3 to 2.",
        () -> x.unsqueeze(3));
    ofShapes("stack: shape (2, 3) gets no axis -4", () -> Tensor.stack(-4, List.of(x, x)));
    assertArrayEquals(new int[] {2, 3, 1}, x.unsqueeze(-1).shape());
    assertArrayEquals(new int[] {2, 2, 3}, Tensor.stack(-3, List.of(x, x)).shape());
  }

  @Test
  void sizesThatOverflowAreRefusedBeforeAnythingIsMade() {
    float[][] shared = Collections.nCopies(65536, new float[65536]).toArray(new float[0][]);
    ofShapes("matrix: shape (65536, 65536) has more", () -> Tensor.matrix(shared));
    ofShapes("eye: shape (65536, 65536) has more", () -> Tensor.eye(65536));
    ofShapes(
        "matmul: shape (65536, 65536) has more",
        () -> Tensor.zeros(65536, 1).matmul(Tensor.zeros(1, 65536)));
    ofShapes(
        "reshape: shape (65536, 65536, 65536, 65536) has more",
        () -> Tensor.zeros(4).reshape(65536, 65536, 65536, 65536));
    int half = 1 << 30;
    Tensor wide = Tensor.zeros(0, half);
    ofShapes(
        "concat: axis 1 would be 2147483648 long", () -> Tensor.concat(1, List.of(wide, wide)));
    ofShapes("oneHot: shape (2, 2147483647) has", () -> Tensor.oneHot(new int[2], 2147483647));
  }

  @Test
  void anEmptyAxisHidesNoOverflow() {
    String aside = " has more elements than one Java array can hold, its empty axes aside.";
    ofShapes(
        "zeros: shape (0, 65536, 65536)" + aside, () -> Tensor.zeros(0, 65536, 65536).sum(0, true));
    ofShapes("zeros: shape (65536, 65536, 0)" + aside, () -> Tensor.zeros(65536, 65536, 0));
    assertEquals(0, Tensor.zeros(65536, 0, 32767).numel());
  }

  @Test
  void negativeSizesAreRefused() {
    ofShapes("reshape: (-2, -1) has a negative size.", () -> Tensor.zeros(4).reshape(-2, -1));
    ofShapes("reshape: (-2, -2) has a negative size.", () -> Tensor.zeros(4).reshape(-2, -2));
    ofShapes("arange: shape (-1) has a negative size.", () -> Tensor.arange(-1));
    ofShapes("randn: shape (2, -3) has a negative size.", () -> Tensor.randn(rng, 2, -3));
    ofShapes("numel: shape (-1) has a negative size.", () -> Operation.numel("numel", -1));
    ofArgument("take: a length of -1 is negative.", () -> Operation.take(-1));
  }

  @Test
  void axesThatAScalarOrAVectorLacksAreNamed() {
    ofShapes("size: there is no axis 2 in shape (3)", () -> Tensor.zeros(3).size(2));
    ofShapes("transpose: there is no axis -2 in shape (3)", () -> Tensor.zeros(3).transpose());
    ofShapes("argmax: there is no axis 0 in shape ()", () -> Tensor.scalar(1).argmax(0));
    ofShapes("topK: there is no axis 0 in shape ()", () -> Tensor.scalar(1).topK(1, 0));
    ofShapes("logSoftmax: there is no axis 2", () -> Tensor.zeros(2, 2).logSoftmax(2));
    ofShapes("max: axis 1 of shape (2, 2) is given twice", () -> maxTwice(Tensor.zeros(2, 2)));
  }

  private static Tensor maxTwice(Tensor x) {
    return x.max(new int[] {1, -1}, false);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-60, 1e60})
  void anEpsilonThatIsNoneAsAFloatIsRefused(double epsilon) {
    Tensor x = Tensor.ones(2, 3);
    ofArgument(
        "layerNorm: epsilon is a finite float above 0, but is " + epsilon,
        () -> x.layerNorm(Tensor.ones(3), Tensor.zeros(3), epsilon));
    ofArgument(
        "rmsNorm: epsilon is a finite float above 0, but is " + epsilon,
        () -> x.rmsNorm(Tensor.ones(3), epsilon));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN, 0.99999999})
  void aChanceThatDropsEverythingIsRefused(double p) {
    ofArgument("lies in [0, 1), but is " + p, () -> Tensor.ones(3).dropout(rng, p));
  }

  @Test
  void boundsOfRandomNumbersAreFinite() {
    ofArgument("uniform: low NaN is not below high 1.0.", () -> uniform(Float.NaN, 1));
    ofArgument("farther than a float can tell", () -> uniform(Float.NEGATIVE_INFINITY, 0));
    ofArgument("farther than a float can tell", () -> uniform(-3e38f, 3e38f));
  }

  private Tensor uniform(float low, float high) {
    return Tensor.uniform(rng, low, high, 2);
  }

  @Test
  void aToleranceIsNotNegative() {
    Tensor x = Tensor.zeros(1);
    ofArgument("allClose: the tolerance", () -> x.allClose(x, Double.NaN));
    ofArgument("allClose: the tolerance", () -> x.allClose(x, -1e-9));
  }

  @Test
  void emptyIdsGiveEmptyTensors() {
    assertArrayEquals(new int[] {0, 3}, Tensor.zeros(2, 3).lookup(new int[0]).shape());
    assertArrayEquals(new int[] {0, 4}, Tensor.oneHot(new int[0], 4).shape());
    assertArrayEquals(new int[] {2, 0}, Tensor.zeros(2, 3).take(1).shape());
    ofIndex(
        "lookup: id 0 at [0] lies outside of the table (0, 3), which has no rows.",
        () -> Tensor.zeros(0, 3).lookup(new int[1]));
    ofArgument("concat: the list of tensors is empty.", () -> Tensor.concat(0, List.of()));
  }

  @Test
  void aRowWithoutAnyPossibleClassIsNotHidden() {
    Tensor logits = Tensor.full(Float.NEGATIVE_INFINITY, 1, 3);
    assertTrue(Float.isNaN(logits.crossEntropy(new int[] {0}).item()));
    Tensor greatest = Tensor.matrix(new float[][] {{Float.POSITIVE_INFINITY, 0}});
    assertTrue(Float.isNaN(greatest.crossEntropy(new int[] {0}).item()));
  }

  @Test
  void aLossWithoutItsReductionIsRefused() {
    assertThrows(NullPointerException.class, () -> new CrossEntropy(OptionalInt.empty(), 0, null));
  }

  @Test
  void fullyMaskedLanesHaveNoWeightsAndNoGradient() {
    for (int axis : new int[] {0, 1}) {
      Tensor scores = Tensor.full(Float.NEGATIVE_INFINITY, 2, 3).requiresGrad(true);
      Tensor weights = scores.softmax(axis);
      weights.backward(Tensor.ones(2, 3));
      assertArrayEquals(new float[6], weights.toArray());
      assertArrayEquals(new float[6], scores.grad().toArray());
    }
  }

  @Test
  void aGradientCheckNeedsSomethingToCheck() {
    ofArgument(
        "GradCheck: the inputs have no elements", () -> GradCheck.run(x -> x[0].sum(), nothing()));
    var constant =
        assertThrows(
            IllegalStateException.class,
            () -> GradCheck.run(x -> Tensor.scalar(1), Tensor.ones(2)));
    assertTrue(constant.getMessage().contains("requires a gradient"), constant.getMessage());
  }

  private static Tensor nothing() {
    return Tensor.zeros(0, 2);
  }
}
