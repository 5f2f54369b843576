package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrayPoolTest {
  private final ArrayPool pool = new ArrayPool();

  @Test
  void manyLengthsAndManyArraysAreToldApart() {
    Set<float[]> first = round();
    assertEquals(2000, first.size());
    pool.endRound();
    Set<float[]> second = round();
    assertEquals(2000, second.size());
    assertTrue(first.containsAll(second));
  }

  private Set<float[]> round() {
    Set<float[]> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int length = 0; length < 200; length++) {
      for (int i = 0; i < 10; i++) {
        float[] array = pool.take(length * 16);
        assertEquals(length * 16, array.length);
        assertTrue(pool.isOut(array));
        seen.add(array);
      }
    }
    return seen;
  }

  @Test
  void whatIsGivenBackComesNext() {
    float[] array = pool.take(3);
    pool.take(3);
    pool.give(array);
    assertFalse(pool.isOut(array));
    assertSame(array, pool.take(3));
  }

  @Test
  void lengthsThatNobodyAsksForAreForgotten() {
    float[] rare = pool.take(5);
    float[] frequent = pool.take(6);
    for (int round = 0; round < 200; round++) {
      pool.endRound();
      assertSame(frequent, pool.take(6));
    }
    assertNotSame(rare, pool.take(5));
  }
}
