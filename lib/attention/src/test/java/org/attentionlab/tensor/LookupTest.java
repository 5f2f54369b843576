package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LookupTest {
  private final Tensor table = Tensor.arange(12).reshape(4, 3);

  @Test
  void rowsComeInTheOrderOfTheIds() {
    assertTrue(table.lookup(new int[] {3, 0, 3}).allClose(table.take(0, 3, 0, 3), 0));
    Tensor batch = table.lookup(new int[][] {{1, 2}, {0, 0}, {3, 1}});
    assertArrayEquals(new int[] {3, 2, 3}, batch.shape());
    assertTrue(batch.get(2, 0).allClose(table.get(3), 0));
  }

  @Test
  void aRowGetsTheGradientsOfAllItsIds() {
    Tensor x = Tensor.zeros(4, 2).requiresGrad(true);
    x.lookup(new int[][] {{1, 3}, {1, 1}}).sum().backward();
    assertArrayEquals(new float[] {0, 0, 3, 3, 0, 0, 1, 1}, x.grad().toArray());
  }

  @Test
  void idsChangedAfterwardsDoNotMatter() {
    Tensor x = Tensor.zeros(4, 1).requiresGrad(true);
    int[] ids = {2};
    Tensor y = x.lookup(ids);
    ids[0] = 0;
    y.sum().backward();
    assertArrayEquals(new float[] {0, 0, 1, 0}, x.grad().toArray());
  }

  @Test
  void noIdsGiveNoRows() {
    assertArrayEquals(new int[] {0, 3}, table.lookup(new int[0]).shape());
    assertArrayEquals(new int[] {2, 0, 3}, table.lookup(new int[2][0]).shape());
    assertArrayEquals(new int[] {0, 0, 3}, table.lookup(new int[0][]).shape());
  }

  @Test
  void anIdOutsideOfTheTableIsNamed() {
    var refused =
        assertThrows(
            IndexOutOfBoundsException.class, () -> table.lookup(new int[][] {{0, 1}, {2, 4}}));
    assertEquals(
        "lookup: id 4 at [1, 1] lies outside of the table (4, 3); ids run from 0 to 3.",
        refused.getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> table.lookup(new int[] {-1}));
    assertThrows(IndexOutOfBoundsException.class, () -> Tensor.zeros(0, 3).lookup(new int[] {0}));
  }

  @Test
  void whatIsNoTableOrNoBatchIsRefused() {
    assertThrows(ShapeException.class, () -> table.get(0).lookup(new int[] {0}));
    var jagged = assertThrows(ShapeException.class, () -> table.lookup(new int[][] {{0, 1}, {2}}));
    assertEquals(
        "lookup: sequence 1 has 1 ids, sequence 0 has 2.\n  Pad them to one length first.",
        jagged.getMessage());
  }
}
