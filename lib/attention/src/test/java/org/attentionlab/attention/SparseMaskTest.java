package org.attentionlab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SparseMaskTest {

  @Test
  void localMaskAllowsTheNeighbourhood() {
    Mask mask = Mask.local(7, 2);
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < 7; j++) {
        assertEquals(Math.abs(i - j) <= 2, mask.allows(i, j));
      }
    }
    assertThrows(IllegalArgumentException.class, () -> Mask.local(4, -1));
  }

  @Test
  void causalMaskOfTheLastQueriesIsTheEndOfTheSquareOne() {
    assertArrayEquals(
        Mask.causal(6).toTensor().slice(0, 4, 6).toArray(), Mask.causal(2, 6).toTensor().toArray());
    assertThrows(IllegalArgumentException.class, () -> Mask.causal(3, 2));
  }

  @Test
  void noMaskHidesNothing() {
    Tensor scores = Tensor.randn(new Random(1), 2, 3, 4);
    assertSame(scores, Mask.none().hide(scores));
    assertArrayEquals(
        Mask.causal(3).toTensor().toArray(), Mask.none().and(Mask.causal(3)).toTensor().toArray());
  }

  @Test
  void blockSparseMaskHasWindowGlobalAndRandomBlocks() {
    Mask mask = Mask.blockSparse(new Random(1), 30, new BlockSparse(3, 3, 1, 2));
    for (int i = 0; i < 10; i++) {
      int allowed = 0;
      for (int j = 0; j < 10; j++) {
        boolean block = mask.allows(3 * i, 3 * j);
        allowed += block ? 1 : 0;
        for (int p = 0; p < 9; p++) {
          assertEquals(block, mask.allows(3 * i + p / 3, 3 * j + p % 3), "whole blocks");
        }
        boolean always = i == 0 || j == 0 || Math.abs(i - j) <= 1;
        assertTrue(block || !always);
      }
      int window = i == 9 ? 2 : 3;
      int global = i == 1 ? 0 : 1;
      assertEquals(i == 0 ? 10 : window + global + 2, allowed, "blocks of row " + i);
    }
  }

  @Test
  void blockSparseMaskFollowsItsSeed() {
    BlockSparse pattern = new BlockSparse(2, 1, 0, 2);
    float[] first = Mask.blockSparse(new Random(1), 31, pattern).toTensor().toArray();
    assertArrayEquals(first, Mask.blockSparse(new Random(1), 31, pattern).toTensor().toArray());
    boolean same =
        Arrays.equals(first, Mask.blockSparse(new Random(2), 31, pattern).toTensor().toArray());
    assertFalse(same);
  }

  @Test
  void blockSparseMaskExplainsWhatDoesNotFit() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Mask.blockSparse(new Random(1), 12, new BlockSparse(4, 3, 0, 1)));
    assertEquals(
        "Mask.blockSparse: block 1 of 3 has 0 blocks outside of its window and the global ones,"
            + " fewer than the 1 random ones; take a longer sequence, smaller blocks or fewer"
            + " random ones.",
        refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new BlockSparse(4, 2, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new BlockSparse(0, 1, 0, 1));
  }

  @Test
  void sequencesOfAMaskCanBeChosen() {
    Mask mask = Mask.padding(new int[] {1, 2, 3}, 3);
    assertArrayEquals(
        Mask.padding(new int[] {3, 1, 3}, 3).toTensor().toArray(),
        mask.select(2, 0, 2).toTensor().toArray());
    assertSame(Mask.none(), Mask.none().select(2));
  }
}
