package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PcaTest {
  @Test
  void aLineIsOneComponent() {
    Tensor line = Tensor.matrix(new float[][] {{1, 2}, {2, 4}, {3, 6}, {4, 8}});
    Pca found = Pca.of(line, 2);
    assertEquals(1, found.shares().get(0), 1e-9);
    double root = Math.sqrt(5);
    assertArrayEquals(
        new float[] {(float) (1 / root), (float) (2 / root)},
        found.directions().get(0).toArray(),
        1e-5f);
    assertEquals(-1.5 * root, found.coordinates().at(0, 0), 1e-5);
    assertEquals(1.5 * root, found.coordinates().at(3, 0), 1e-5);
  }

  @Test
  void allComponentsKeepDistancesAndAddUpToAllVariance() {
    Tensor x = Tensor.randn(new SplittableRandom(5), 7, 4);
    Pca found = Pca.of(x, 4);
    assertEquals(1, found.shares().stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
    assertEquals(distance(x, 2, 5), distance(found.coordinates(), 2, 5), 1e-4);
    for (int c = 1; c < 4; c++) {
      assertTrue(found.shares().get(c) <= found.shares().get(c - 1), "sorted");
    }
  }

  @Test
  void theSignIsFixed() {
    Tensor x = Tensor.randn(new SplittableRandom(5), 7, 4);
    assertArrayEquals(
        Pca.of(x, 1).directions().toArray(), Pca.of(x.mul(-1f), 1).directions().toArray(), 1e-5f);
  }

  @Test
  void moreNumbersThanVectorsWork() {
    Pca found = Pca.of(Tensor.randn(new SplittableRandom(5), 3, 50), 2);
    assertArrayEquals(new int[] {3, 2}, found.coordinates().shape());
    assertEquals(
        1, found.shares().get(0) + found.shares().get(1), 1e-6, "three points span a plane");
  }

  @Test
  void badInputIsExplained() {
    assertThrows(ShapeException.class, () -> Pca.of(Tensor.zeros(1, 3), 1));
    assertThrows(ShapeException.class, () -> Pca.of(Tensor.zeros(3), 1));
    assertThrows(IllegalArgumentException.class, () -> Pca.of(Tensor.zeros(3, 2), 3));
    var nan =
        assertThrows(IllegalArgumentException.class, () -> Pca.of(Tensor.full(Float.NaN, 2, 2), 1));
    assertEquals("Pca: column 0 holds a number that is not finite.", nan.getMessage());
    assertEquals(0, Pca.of(Tensor.ones(3, 3), 1).shares().get(0), "no variance at all");
  }

  private static double distance(Tensor x, int i, int j) {
    double sum = 0;
    for (int c = 0; c < x.size(1); c++) {
      sum += Math.pow(x.at(i, c) - x.at(j, c), 2);
    }
    return Math.sqrt(sum);
  }
}
