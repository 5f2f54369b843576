package org.attentionlab.position;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class InputPositionTest {
  private final Random rng = new Random(4);

  @Test
  void sinusoidsFollowThePaper() {
    Tensor p = new Sinusoidal(6).vectors(0, 20);
    for (int t = 0; t < 20; t++) {
      for (int i = 0; i < 3; i++) {
        double angle = t / Math.pow(10000, 2 * i / 6.0);
        assertEquals(Math.sin(angle), p.at(t, 2 * i), 1e-6);
        assertEquals(Math.cos(angle), p.at(t, 2 * i + 1), 1e-6);
      }
    }
  }

  @Test
  void productOfPositionsFiveApartIsTheSameEverywhere() {
    Tensor p = new Sinusoidal(16).vectors(0, 40);
    for (int t = 0; t < 35; t++) {
      assertEquals(6.13704, p.get(t).mul(p.get(t + 5)).sum().item(), 1e-5);
    }
  }

  @Test
  void sinusoidsHaveNoEndAndStartAnywhere() {
    Sinusoidal positions = new Sinusoidal(8);
    Tensor far = positions.vectors(513, 2);
    assertArrayEquals(far.toArray(), positions.vectors(0, 515).slice(0, 513, 515).toArray());
    assertEquals(Math.sin(513), far.at(0, 0), 1e-6);
    assertEquals(3, new Sinusoidal(3).vectors(0, 2).size(1));
    assertThrows(IndexOutOfBoundsException.class, () -> positions.vectors(-1, 2));
  }

  @Test
  void positionsAreAddedToEverySequence() {
    Tensor x = Tensor.randn(rng, 2, 3, 4);
    Tensor y = new Sinusoidal(4).add(x, 2);
    assertEquals(x.at(1, 0, 0) + Math.sin(2), y.at(1, 0, 0), 1e-6);
  }

  @Test
  void learnedPositionsAreRowsOfTheirTable() {
    Learned positions = new Learned(rng, 512, 4);
    Tensor p = positions.vectors(509, 3);
    p.sum().backward();
    assertArrayEquals(positions.weight().slice(0, 509, 512).toArray(), p.toArray());
    assertEquals(12, positions.weight().grad().sum().item());
  }

  @Test
  void learnedPositionsEndWithTheirTable() {
    Learned positions = new Learned(rng, 512, 4);
    var refused =
        assertThrows(
            IndexOutOfBoundsException.class, () -> positions.add(Tensor.zeros(1, 513, 4), 0));
    assertEquals(
        "Learned: asks for position 512 of a table of 512; positions run from 0 to 511.\n"
            + "  Cut the sequence, or take positions without an end, such as Sinusoidal.",
        refused.getMessage());
    var later = assertThrows(IndexOutOfBoundsException.class, () -> positions.vectors(600, 1));
    assertTrue(later.getMessage().startsWith("Learned: asks for position 600 of a table of 512;"));
  }
}
