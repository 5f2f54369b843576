package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectionTest {

  @Test
  void topKAgreesWithSorting() {
    Tensor x = Tensor.randn(new Random(1), 3, 7, 2);
    TopK top = x.topK(4, 1);
    assertArrayEquals(new int[] {3, 4, 2}, top.values().shape());
    int place = 0;
    for (int i = 0; i < 3; i++) {
      for (int rank = 0; rank < 4; rank++) {
        for (int j = 0; j < 2; j++) {
          float[] lane = x.slice(0, i, i + 1).slice(2, j, j + 1).toArray();
          float[] sorted = lane.clone();
          Arrays.sort(sorted);
          assertEquals(sorted[6 - rank], top.values().at(i, rank, j));
          assertEquals(sorted[6 - rank], lane[top.indices()[place++]]);
        }
      }
    }
  }

  @Test
  void equalNumbersComeInTheirOrderAndNaNFirst() {
    TopK top = Tensor.vector(1, 3, Float.NaN, 3, 2).topK(3, 0);
    assertArrayEquals(new int[] {2, 1, 3}, top.indices());
    assertEquals("TopK values Tensor (3)\n[NaN   3   3]\nindices [2, 1, 3]", top.toString());
  }

  @Test
  void topKOfNothingAndOfEverythingIsDefined() {
    Tensor x = Tensor.zeros(2, 3);
    assertArrayEquals(new int[] {2, 0}, x.topK(0, 1).values().shape());
    assertArrayEquals(new int[] {2, 3}, x.topK(3, 1).values().shape());
    assertArrayEquals(new int[] {0, 2}, Tensor.zeros(0, 3).topK(2, -1).values().shape());
    var refused = assertThrows(ShapeException.class, () -> x.topK(4, 1));
    assertEquals(
        "topK: axis 1 of shape (2, 3) has 3 elements, of which 4 cannot be picked.",
        refused.getMessage());
    assertThrows(ShapeException.class, () -> x.topK(-1, 1));
  }

  @Test
  void gatheringTheArgmaxGivesTheMaximum() {
    Tensor x = Tensor.randn(new Random(2), 3, 4, 5);
    for (int axis = -3; axis < 3; axis++) {
      assertTrue(x.gather(axis, x.argmax(axis)).allClose(x.max(axis, true), 0));
    }
  }

  @Test
  void gatherTakesSeveralFromEachLane() {
    Tensor x = Tensor.matrix(new float[][] {{1, 2, 3}, {4, 5, 6}});
    assertTrue(x.gather(1, 0, 2, 1, 1).allClose(Tensor.matrix(new float[][] {{1, 3}, {5, 5}}), 0));
    assertTrue(x.gather(0, 1, 0, 1).allClose(Tensor.matrix(new float[][] {{4, 2, 6}}), 0));
  }

  @Test
  void indicesThatDoNotFitAreNamed() {
    Tensor x = Tensor.zeros(2, 3);
    var uneven = assertThrows(ShapeException.class, () -> x.gather(1, 0, 1, 2));
    assertEquals(
        "gather: 3 indices for the 2 positions that shape (2, 3) has beside axis 1;"
            + " give equally many for each.",
        uneven.getMessage());
    var outside = assertThrows(IndexOutOfBoundsException.class, () -> x.gather(1, 0, 3));
    assertEquals("gather: index 3 lies outside of axis 1 of shape (2, 3).", outside.getMessage());
  }

  @Test
  void oneHotPutsAOneAtEachId() {
    assertTrue(
        Tensor.oneHot(new int[] {2, 0}, 3)
            .allClose(Tensor.matrix(new float[][] {{0, 0, 1}, {1, 0, 0}}), 0));
    Tensor batch = Tensor.oneHot(new int[][] {{0, 1}, {1, 1}}, 2);
    assertArrayEquals(new int[] {2, 2, 2}, batch.shape());
    assertArrayEquals(new int[] {0, 1, 1, 1}, batch.argmax(-1));
    var refused =
        assertThrows(IndexOutOfBoundsException.class, () -> Tensor.oneHot(new int[][] {{0, 2}}, 2));
    assertEquals("oneHot: id 2 at [0, 1] is not one of 2 classes.", refused.getMessage());
    assertThrows(ShapeException.class, () -> Tensor.oneHot(new int[] {0}, -1));
  }

  @Test
  void comparisonsGiveZerosAndOnes() {
    Tensor a = Tensor.vector(1, 2, 3, Float.NaN);
    Tensor b = Tensor.scalar(2);
    assertArrayEquals(new float[] {0, 0, 1, 0}, a.greater(b).toArray());
    assertArrayEquals(new float[] {0, 1, 1, 0}, a.greaterEqual(b).toArray());
    assertArrayEquals(new float[] {1, 0, 0, 0}, a.less(b).toArray());
    assertArrayEquals(new float[] {1, 1, 0, 0}, a.lessEqual(2).toArray());
    assertArrayEquals(new float[] {0, 1, 0, 0}, a.equalTo(2).toArray());
    assertArrayEquals(new float[] {1, 0, 1, 1}, a.notEqualTo(2).toArray());
    assertArrayEquals(new float[] {1, 0, 0, 0}, a.less(2).toArray());
    assertArrayEquals(new float[] {0, 1, 1, 0}, a.greaterEqual(2).toArray());
    assertArrayEquals(new int[] {4, 2}, Tensor.zeros(4, 1).equalTo(Tensor.zeros(2)).shape());
    assertTrue(!a.requiresGrad(true).greater(0).requiresGrad());
    assertThrows(ShapeException.class, () -> a.less(Tensor.zeros(3)));
  }

  @Test
  void whereChoosesBetweenTwoTensors() {
    Tensor yes = Tensor.vector(1, 2, 3);
    Tensor no = Tensor.matrix(new float[][] {{10}, {20}});
    Tensor y = yes.where(Tensor.vector(1, 0, 1), no);
    assertTrue(y.allClose(Tensor.matrix(new float[][] {{1, 10, 3}, {1, 20, 3}}), 0));
  }

  @Test
  void splitIsTheReverseOfConcat() {
    Tensor x = Tensor.randn(new Random(3), 2, 6, 3);
    List<Tensor> parts = x.split(1, 2, 0, 4);
    assertArrayEquals(new int[] {2, 0, 3}, parts.get(1).shape());
    assertTrue(Tensor.concat(1, parts).allClose(x, 0));
    var refused = assertThrows(ShapeException.class, () -> x.split(1, 2, 3));
    assertEquals(
        "split: sizes [2, 3] do not fill axis 1 of shape (2, 6, 3).", refused.getMessage());
    assertThrows(ShapeException.class, () -> x.split(1, 7, -1));
  }

  @Test
  void permuteAgreesWithIndices() {
    Tensor x = Tensor.arange(120).reshape(2, 3, 4, 5);
    Tensor y = x.permute(2, -1, 0, 1);
    assertArrayEquals(new int[] {4, 5, 2, 3}, y.shape());
    for (int i = 0; i < 120; i++) {
      int[] at = Shape.index(i, x.shape());
      assertEquals(x.at(at), y.at(at[2], at[3], at[0], at[1]));
    }
    assertTrue(Tensor.scalar(3).permute().allClose(Tensor.scalar(3), 0));
    assertThrows(ShapeException.class, () -> x.permute(0, 1, 2));
    assertThrows(ShapeException.class, () -> x.permute(0, 1, 2, -2));
  }

  @Test
  void flattenJoinsAxes() {
    Tensor x = Tensor.zeros(2, 3, 4);
    assertArrayEquals(new int[] {6, 4}, x.flatten(0, 1).shape());
    assertArrayEquals(new int[] {2, 12}, x.flatten(1, -1).shape());
    assertArrayEquals(new int[] {24}, x.flatten().shape());
    assertThrows(ShapeException.class, () -> x.flatten(2, 1));
  }

  @Test
  void minimumVarianceAndBoundsAgreeWithHandCounting() {
    Tensor x = Tensor.matrix(new float[][] {{1, 5, 3}, {4, 2, 6}});
    assertArrayEquals(new float[] {1, 2}, x.min(1, false).toArray());
    assertEquals(1, x.min().item());
    assertArrayEquals(new float[] {8 / 3f, 8 / 3f}, x.variance(1, false).toArray(), 1e-6f);
    assertEquals(35 / 12.0, x.variance().item(), 1e-6);
    assertArrayEquals(new float[] {2, 5, 3, 4, 2, 5}, x.clamp(2, 5).toArray());
    assertTrue(Float.isNaN(Tensor.scalar(Float.NaN).clamp(0, 1).item()));
    assertThrows(IllegalArgumentException.class, () -> x.clamp(2, 1));
    assertThrows(IllegalArgumentException.class, () -> x.clamp(Double.NaN, 1));
    var empty = assertThrows(ShapeException.class, () -> Tensor.zeros(2, 0).variance(1, true));
    assertEquals("variance: axis 1 of shape (2, 0) is empty.", empty.getMessage());
  }
}
