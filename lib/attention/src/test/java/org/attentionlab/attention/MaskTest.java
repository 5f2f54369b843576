package org.attentionlab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MaskTest {

  @Test
  void causalAllowsThePastAndThePresent() {
    Mask mask = Mask.causal(4);
    for (int t = 0; t < 4; t++) {
      for (int s = 0; s < 4; s++) {
        assertEquals(s <= t, mask.allows(t, s));
      }
    }
    assertEquals("Mask (3, 3)\n[[1 0 0]\n [1 1 0]\n [1 1 1]]", Mask.causal(3).toString());
  }

  @Test
  void paddingAllowsEachSequenceItsLength() {
    Mask mask = Mask.padding(new int[] {3, 0, 1}, 3);
    assertArrayEquals(new int[] {3, 1, 3}, mask.shape());
    assertTrue(mask.allows(0, 0, 2));
    assertFalse(mask.allows(1, 0, 0));
    assertTrue(mask.allows(2, 0, 0));
    assertFalse(mask.allows(2, 0, 1));
    assertArrayEquals(new int[] {3, 1, 1, 3}, mask.unsqueeze(1).shape());
  }

  @Test
  void lengthsOutsideOfTheKeysAreRefused() {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> Mask.padding(new int[] {2, 4}, 3));
    assertEquals("mask: length 4 of sequence 1 is not from 0 to 3.", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Mask.padding(new int[] {-1}, 3));
  }

  @Test
  void bothMasksMustAllow() {
    Mask both = Mask.padding(new int[] {3, 2}, 3).and(Mask.causal(3));
    assertArrayEquals(new int[] {2, 3, 3}, both.shape());
    assertTrue(both.allows(0, 2, 2));
    assertFalse(both.allows(0, 1, 2));
    assertFalse(both.allows(1, 2, 2));
    assertTrue(both.allows(1, 2, 1));
    var refused = assertThrows(ShapeException.class, () -> Mask.causal(2).and(Mask.causal(3)));
    assertEquals("mask: (2, 2) and (3, 3) do not broadcast.", refused.getMessage());
  }

  @Test
  void hiddenScoresAreMinusInfinity() {
    Tensor hidden = Mask.causal(2).hide(Tensor.ones(2, 2));
    assertArrayEquals(new float[] {1, Float.NEGATIVE_INFINITY, 1, 1}, hidden.toArray());
  }

  @Test
  void arraysGoInAndOutAsCopies() {
    boolean[][] rows = {{true, false}};
    Mask mask = Mask.of(rows);
    rows[0][0] = false;
    mask.shape()[0] = 9;
    assertTrue(mask.allows(0, 0));
    assertArrayEquals(new int[] {1, 2}, mask.shape());
    assertArrayEquals(new float[] {1, 0}, mask.toTensor().toArray());
  }

  @Test
  void raggedRowsAndWrongIndicesAreRefused() {
    assertThrows(ShapeException.class, () -> Mask.of(new boolean[][] {{true}, {true, true}}));
    assertThrows(ShapeException.class, () -> Mask.causal(2).allows(1));
    assertThrows(IndexOutOfBoundsException.class, () -> Mask.causal(2).allows(1, 2));
  }
}
