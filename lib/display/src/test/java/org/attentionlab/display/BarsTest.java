package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {
  private static final List<String> TWO = List.of("a", "猫");

  @Test
  void twiceTheNumberIsTwiceTheInk() {
    Bars bars = Bars.of("one", TWO, new double[] {0.4, 0}).and("two", new double[] {0.8, 0});
    // The key has a square of 12 by 12 points in the same colour.
    double first = Pixels.count(bars.range(0, 1).image(), Ink.series(0)) - 144.0;
    double second = Pixels.count(bars.image(), Ink.series(1)) - 144.0;
    assertTrue(first > 1000, "ink " + first);
    assertEquals(2, second / first, 0.03);
  }

  @Test
  void barsBelowZeroGoLeft() {
    Bars signed = Bars.of(TWO, new double[] {-2, 1});
    long both = Pixels.count(signed.image(), Ink.series(0));
    long right =
        Pixels.count(Bars.of(TWO, new double[] {0, 1}).range(-2, 1).image(), Ink.series(0));
    assertEquals(3, (double) both / right, 0.05);
  }

  @Test
  void nothingIsClippedHoweverLongTheLabels() {
    List<String> labels = List.of("w".repeat(200), "猫".repeat(60));
    assertTrue(Pixels.hasFreeEdges(Bars.of(labels, new double[] {-1e6, 12345.678}).image()));
    assertTrue(Bars.of(labels, new double[] {1, 2}).image().getWidth() < 900);
  }

  @Test
  void theWordsHoldAllValues() {
    assertEquals(
        "Bars \"t\". one: a 0.5, 猫 1.0. two: a 0.2, 猫 0.0.",
        Bars.of("one", TWO, new double[] {0.5, 1})
            .and("two", new double[] {0.2, 0})
            .title("t")
            .toString());
  }

  @Test
  void badInputIsExplained() {
    var e = assertThrows(IllegalArgumentException.class, () -> Bars.of(TWO, new double[] {1}));
    assertEquals("Bars: 1 values for 2 labels.", e.getMessage());
    var nan =
        assertThrows(
            IllegalArgumentException.class, () -> Bars.of("x", TWO, new double[] {1, Double.NaN}));
    assertEquals("Bars x: the value of 猫 is NaN.", nan.getMessage());
    Bars bars = Bars.of("x", TWO, new double[] {1, 2});
    assertThrows(IllegalArgumentException.class, () -> bars.and("x", new double[] {1, 2}));
    assertThrows(IllegalArgumentException.class, () -> bars.range(0.5, 1));
    assertThrows(IllegalArgumentException.class, () -> bars.digits(-1));
  }
}
