package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TensorTest {

  @Test
  void numbersStandRowByRow() {
    Tensor x = Tensor.of(new float[] {0, 1, 2, 3, 4, 5}, 1, 2, 3);

    assertEquals(5, x.at(0, 1, 2));
    assertEquals(3, x.rank());
    assertEquals(6, x.numel());
    assertEquals(3, x.size(-1));
    assertEquals(2, x.size(1));
    assertEquals("(1, 2, 3)", x.shapeString());
    assertArrayEquals(new int[] {1, 2, 3}, x.shape());
  }

  @Test
  void arraysGoInAndOutAsCopies() {
    float[] data = {1, 2};
    int[] shape = {2};
    Tensor x = Tensor.of(data, shape);
    data[0] = 9;
    shape[0] = 9;
    x.toArray()[1] = 9;
    x.shape()[0] = 9;

    assertArrayEquals(new float[] {1, 2}, x.toArray());
    assertArrayEquals(new int[] {2}, x.shape());
  }

  @Test
  void simpleTensorsHoldWhatTheySay() {
    assertArrayEquals(new float[] {0, 0}, Tensor.zeros(1, 2).toArray());
    assertArrayEquals(new float[] {1, 1}, Tensor.ones(2).toArray());
    assertArrayEquals(new float[] {7}, Tensor.full(7).toArray());
    assertArrayEquals(new float[] {1, 0, 0, 1}, Tensor.eye(2).toArray());
    assertArrayEquals(new float[] {0, 1, 2}, Tensor.arange(3).toArray());
    assertEquals(4, Tensor.scalar(4).item());
    assertArrayEquals(new int[0], Tensor.scalar(4).shape());
    assertArrayEquals(new float[] {1, 2}, Tensor.vector(1, 2).toArray());
    assertArrayEquals(new int[] {0, 0}, Tensor.matrix(new float[0][]).shape());
    assertArrayEquals(
        new float[] {1, 2, 3, 4}, Tensor.matrix(new float[][] {{1, 2}, {3, 4}}).toArray());
  }

  @Test
  void sameSeedGivesTheSameNumbers() {
    Tensor x = Tensor.randn(new Random(5), 3, 4);
    assertTrue(x.allClose(Tensor.randn(new Random(5), 3, 4), 0));
    assertFalse(x.allClose(Tensor.randn(new Random(6), 3, 4), 0.1f));
  }

  @Test
  void randomNumbersHaveTheirDistribution() {
    Tensor normal = Tensor.randn(new Random(1), 20_000);
    assertEquals(0, normal.mean().item(), 0.03);
    assertEquals(1, normal.mul(normal).mean().item(), 0.05);

    Tensor even = Tensor.uniform(new Random(1), -1, 3, 20_000);
    assertEquals(1, even.mean().item(), 0.05);
    assertEquals(3, even.max().item(), 0.01);
    assertEquals(-1, -even.neg().max().item(), 0.01);
  }

  @Test
  void allCloseWantsTheSameShapeAndNoNaN() {
    Tensor x = Tensor.vector(1, Float.POSITIVE_INFINITY);
    assertTrue(x.allClose(Tensor.vector(1.001f, Float.POSITIVE_INFINITY), 0.01f));
    assertFalse(x.allClose(Tensor.vector(1.1f, Float.POSITIVE_INFINITY), 0.01f));
    assertFalse(x.allClose(Tensor.vector(1, Float.NEGATIVE_INFINITY), 0.01f));
    assertFalse(x.allClose(x.reshape(1, 2), 0.01f));
    assertFalse(Tensor.scalar(Float.NaN).allClose(Tensor.scalar(Float.NaN), 1));
  }

  @Test
  void getPicksASubTensor() {
    Tensor x = Tensor.arange(24).reshape(2, 3, 4);
    assertTrue(x.get(1).allClose(Tensor.arange(24).slice(0, 12, 24).reshape(3, 4), 0));
    assertTrue(x.get(1, 2).allClose(Tensor.vector(20, 21, 22, 23), 0));
    assertEquals(23, x.get(1, 2, 3).item());
    assertTrue(x.get().allClose(x, 0));
  }

  @Test
  void layoutsMoveNumbersWhereTheyBelong() {
    Tensor x = Tensor.arange(6).reshape(2, 3);
    assertTrue(x.transpose().allClose(Tensor.matrix(new float[][] {{0, 3}, {1, 4}, {2, 5}}), 0));
    assertTrue(x.slice(1, 1, 3).allClose(Tensor.matrix(new float[][] {{1, 2}, {4, 5}}), 0));
    assertTrue(x.take(0, 1, 0).allClose(Tensor.matrix(new float[][] {{3, 4, 5}, {0, 1, 2}}), 0));
    assertTrue(
        Tensor.vector(1, 2)
            .unsqueeze(1)
            .expand(2, 3)
            .allClose(Tensor.matrix(new float[][] {{1, 1, 1}, {2, 2, 2}}), 0));
    assertTrue(
        x.where(Tensor.vector(1, 0, 1), -1)
            .allClose(Tensor.matrix(new float[][] {{0, -1, 2}, {3, -1, 5}}), 0));
  }

  @Test
  void transposeAgreesWithIndices() {
    Tensor x = Tensor.randn(new Random(1), 2, 3, 4, 5);
    Tensor y = x.transpose(1, 3);
    assertArrayEquals(new int[] {2, 5, 4, 3}, y.shape());
    for (int[] i : new int[][] {{0, 0, 0, 0}, {1, 2, 3, 4}, {1, 0, 2, 3}, {0, 1, 1, 4}}) {
      assertEquals(x.at(i), y.at(i[0], i[3], i[2], i[1]));
    }
  }

  @Test
  void concatAndStackKeepTheOrder() {
    Tensor a = Tensor.matrix(new float[][] {{1, 2}, {3, 4}});
    Tensor b = Tensor.matrix(new float[][] {{5}, {6}});
    assertTrue(
        Tensor.concat(-1, java.util.List.of(a, b))
            .allClose(Tensor.matrix(new float[][] {{1, 2, 5}, {3, 4, 6}}), 0));
    Tensor stacked = Tensor.stack(0, java.util.List.of(a, a.neg()));
    assertArrayEquals(new int[] {2, 2, 2}, stacked.shape());
    assertTrue(stacked.get(1).allClose(a.neg(), 0));
  }

  @Test
  void reductionsAgreeWithHandCounting() {
    Tensor x = Tensor.matrix(new float[][] {{1, 5, 3}, {4, 2, 6}});
    assertArrayEquals(new float[] {9, 12}, x.sum(1, false).toArray());
    assertArrayEquals(new int[] {1, 3}, x.sum(0, true).shape());
    assertArrayEquals(new float[] {2.5f, 3.5f, 4.5f}, x.mean(0, false).toArray());
    assertArrayEquals(new float[] {5, 6}, x.max(-1, false).toArray());
    assertArrayEquals(new int[] {1, 2}, x.argmax(-1));
    assertArrayEquals(new int[] {1, 0, 1}, x.argmax(0));
    assertEquals(21, x.sum(new int[] {0, 1}, false).item());
    assertEquals(6, x.max().item());
  }

  @Test
  void emptyTensorsAreNoSpecialCase() {
    Tensor x = Tensor.zeros(0, 3);
    assertArrayEquals(new float[] {0, 0, 0}, x.sum(0, false).toArray());
    assertEquals(0, x.sum().item());
    assertArrayEquals(new int[] {0, 4}, x.matmul(Tensor.zeros(3, 4)).shape());
    assertTrue(Tensor.zeros(2, 0).matmul(Tensor.zeros(0, 3)).allClose(Tensor.zeros(2, 3), 0));
    assertArrayEquals(new int[] {0, 3}, x.add(Tensor.ones(3)).shape());
    assertThrows(ShapeException.class, () -> x.max(0, false));
    assertThrows(ShapeException.class, x::mean);
  }

  @Test
  void maximumIsNaNWhereOneIs() {
    Tensor x = Tensor.vector(1, Float.NaN, 3);
    assertTrue(Float.isNaN(x.max().item()));
    assertArrayEquals(new int[] {1}, x.argmax(0));
  }
}
