package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Broadcasting agrees with its definition, index by index. */
class BroadcastTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 3     | 2 3     | 2 3",
        "2 3     | 3       | 2 3",
        "2 1     | 1 3     | 2 3",
        "4 1 3   | 2 1     | 4 2 3",
        "1 1 1   | 2       | 1 1 2",
        "2 1 3 1 | 4 1 5   | 2 4 3 5",
        "2 3 4 5 | 3 1 5   | 2 3 4 5",
        "2 3 4 5 | 2 1 1 5 | 2 3 4 5",
        "1 0     | 3 1     | 3 0",
      })
  void everyElementMeetsItsPartner(String left, String right, String expected) {
    Tensor a = Tensor.randn(new Random(1), sizes(left));
    Tensor b = Tensor.randn(new Random(2), sizes(right));

    Tensor y = a.sub(b);

    assertArrayEquals(sizes(expected), y.shape());
    for (int place = 0; place < y.numel(); place++) {
      int[] index = Shape.index(place, y.shape());
      assertEquals(partner(a, index) - partner(b, index), y.at(index));
    }
    assertTrue(b.sub(a).allClose(y.neg(), 0), "the other way round");
  }

  private static float partner(Tensor x, int[] index) {
    int[] own = new int[x.rank()];
    for (int axis = 0; axis < own.length; axis++) {
      own[axis] = x.size(axis) == 1 ? 0 : index[index.length - own.length + axis];
    }
    return x.at(own);
  }

  private static int[] sizes(String text) {
    return java.util.Arrays.stream(text.trim().split(" +")).mapToInt(Integer::parseInt).toArray();
  }
}
