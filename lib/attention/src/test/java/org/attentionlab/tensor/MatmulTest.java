package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatmulTest {

  @ParameterizedTest
  @CsvSource({"1,1,1", "2,3,4", "3,16,1", "5,4,7", "17,9,33", "64,65,66", "1,130,3"})
  void productIsTheSumOverTheInnerAxis(int m, int k, int n) {
    Tensor a = Tensor.randn(new Random(1), m, k);
    Tensor b = Tensor.randn(new Random(2), k, n);
    float[] expected = new float[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int p = 0; p < k; p++) {
          sum += (double) a.at(i, p) * b.at(p, j);
        }
        expected[i * n + j] = (float) sum;
      }
    }
    assertTrue(a.matmul(b).allClose(Tensor.of(expected, m, n), 2e-5f));
  }

  @Test
  void batchesBroadcast() {
    Tensor a = Tensor.randn(new Random(1), 2, 1, 3, 4);
    Tensor b = Tensor.randn(new Random(2), 5, 4, 6);

    Tensor y = a.matmul(b);

    assertArrayEquals(new int[] {2, 5, 3, 6}, y.shape());
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 5; j++) {
        assertTrue(y.get(i, j).allClose(a.get(i, 0).matmul(b.get(j)), 0));
      }
    }
  }

  @Test
  void vectorsAreRowsOnTheLeftAndColumnsOnTheRight() {
    Tensor v = Tensor.vector(1, 2);
    Tensor a = Tensor.matrix(new float[][] {{1, 2}, {3, 4}});
    assertTrue(v.matmul(v).allClose(Tensor.scalar(5), 0));
    assertTrue(v.matmul(a).allClose(Tensor.vector(7, 10), 0));
    assertTrue(a.matmul(v).allClose(Tensor.vector(5, 11), 0));
    assertArrayEquals(new int[] {3, 2}, Tensor.ones(3, 2, 2).matmul(v).shape());
    assertArrayEquals(new int[] {3, 2}, v.matmul(Tensor.ones(3, 2, 2)).shape());
  }

  @Test
  void infinityAndNaNAreNotSkipped() {
    Tensor zero = Tensor.zeros(1, 2);
    Tensor infinite = Tensor.of(new float[] {Float.POSITIVE_INFINITY, 1}, 2, 1);
    assertTrue(Float.isNaN(zero.matmul(infinite).item()));
  }
}
