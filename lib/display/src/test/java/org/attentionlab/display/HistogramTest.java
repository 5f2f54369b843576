package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void sharesCountTheNumbersOfEachInterval() {
    Histogram histogram = Histogram.of("x", new double[] {0, 0.4, 1.2, 4}).bins(4);
    assertArrayEquals(new double[] {50, 25, 0, 25}, histogram.shares(0), 1e-9);
  }

  @Test
  void samplesShareTheirIntervals() {
    Histogram histogram =
        Histogram.of("low", new double[] {0, 1}).and("high", new double[] {3, 4, 4}).bins(2);
    assertArrayEquals(new double[] {100, 0}, histogram.shares(0), 1e-9);
    assertArrayEquals(new double[] {0, 100}, histogram.shares(1), 1e-9);
  }

  @Test
  void numbersThatAreNotFiniteAreLeftOut() {
    Histogram histogram =
        Histogram.of("x", Tensor.vector(Float.NEGATIVE_INFINITY, 1, 1, Float.NaN)).bins(3);
    assertEquals(100, Arrays.stream(histogram.shares(0)).sum(), 1e-9);
    assertEquals(
        "Histogram \"t\" of score. x: 2 values, mean 1, standard deviation 0.",
        histogram.title("t").axis("score").toString());
    assertTrue(histogram.image().getWidth() > 100, "a single number can be drawn");
  }

  @Test
  void everySampleIsDrawn() {
    Histogram histogram =
        Histogram.of("a", new double[] {0, 1, 1}).and("b", new double[] {2, 2, 3});
    assertTrue(Pixels.count(histogram.image(), Ink.series(0)) > 20);
    assertTrue(Pixels.count(histogram.image(), Ink.series(1)) > 20);
    assertTrue(Pixels.hasFreeEdges(histogram.title("猫").image()));
  }

  @Test
  void badInputIsExplained() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Histogram.of("x", new double[] {Double.NaN}));
    assertEquals("Histogram x: none of 1 values is a finite number.", e.getMessage());
    Histogram one = Histogram.of("x", new double[] {1});
    assertThrows(IllegalArgumentException.class, () -> one.and("x", new double[] {1}));
    assertThrows(IllegalArgumentException.class, () -> one.bins(0));
  }
}
