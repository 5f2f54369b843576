package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
  private static final float NONE = Float.NEGATIVE_INFINITY;

  @Test
  void weightsArePositiveAndSumToOneAlongTheAxis() {
    Tensor x = Tensor.randn(new Random(1), 3, 4, 5).mul(3);
    for (int axis = 0; axis < 3; axis++) {
      Tensor y = x.softmax(axis);
      Tensor sums = y.sum(axis, false);
      assertTrue(sums.allClose(Tensor.ones(sums.shape()), 1e-6f));
      assertTrue(y.neg().max().item() < 0);
    }
  }

  @Test
  void aConstantAddedToAllScoresChangesNothing() {
    Tensor x = Tensor.vector(1, 2, 3);
    assertTrue(x.softmax(0).allClose(x.add(64).softmax(0), 1e-6f));
  }

  @Test
  void scoresOfAThousandDoNotOverflow() {
    Tensor x = Tensor.vector(1000, 999, -1000).requiresGrad(true);
    Tensor y = x.softmax(0);
    y.mul(Tensor.vector(1, 2, 3)).sum().backward();

    assertTrue(y.allClose(Tensor.vector(0.7310586f, 0.26894143f, 0), 1e-6f));
    assertTrue(x.grad().allClose(Tensor.vector(-0.19661194f, 0.19661194f, 0), 1e-6f));
    assertTrue(
        x.logSoftmax(0).allClose(Tensor.vector(-0.3132617f, -1.3132617f, -2000.3132f), 1e-4f));
  }

  @Test
  void rowOfNothingButMinusInfinityGivesZerosAndNoGradient() {
    Tensor x = Tensor.matrix(new float[][] {{NONE, NONE}, {NONE, 0}}).requiresGrad(true);
    Tensor y = x.softmax(-1);
    y.mul(Tensor.matrix(new float[][] {{1, 2}, {3, 4}})).sum().backward();

    assertArrayEquals(new float[] {0, 0, 0, 1}, y.toArray());
    assertArrayEquals(new float[4], x.grad().toArray());
  }

  @Test
  void logarithmOfARowOfNothingIsMinusInfinityWithoutGradient() {
    Tensor x = Tensor.vector(NONE, NONE).requiresGrad(true);
    Tensor y = x.logSoftmax(0);
    y.backward(Tensor.vector(1, 2));

    assertArrayEquals(new float[] {NONE, NONE}, y.toArray());
    assertArrayEquals(new float[2], x.grad().toArray());
  }

  @Test
  void logSoftmaxIsTheLogarithmOfSoftmax() {
    Tensor x = Tensor.randn(new Random(1), 4, 6);
    assertTrue(x.logSoftmax(-1).allClose(x.softmax(-1).log(), 1e-5f));
  }

  @Test
  void aNaNAmongTheScoresIsNotHidden() {
    float[] y = Tensor.vector(1, Float.NaN, NONE).softmax(0).toArray();
    assertTrue(Float.isNaN(y[0]) && Float.isNaN(y[1]));
    assertEquals(3, y.length);
  }
}
