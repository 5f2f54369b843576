package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static final double[] X = {4, 16, 64, 512};
  private static final double[] RISING = {0.49, 0.72, 0.86, 0.955};
  private static final double[] FLAT = {0.3, 0.31, 0.32, 0.32};

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static boolean draws(BufferedImage image, int index) {
    int color = Ink.series(index).getRGB();
    return Arrays.stream(pixels(image)).filter(p -> p == color).count() > 20;
  }

  @Test
  void everyCurveIsDrawnInItsColour() {
    BufferedImage one = Curve.of("a", X, RISING).image();
    BufferedImage two = Curve.of("a", X, RISING).and("b", X, FLAT).image();
    assertTrue(draws(one, 0) && !draws(one, 1));
    assertTrue(draws(two, 0) && draws(two, 1));
  }

  @Test
  void aLogarithmicAxisMovesThePoints() {
    assertFalse(
        Arrays.equals(
            pixels(Curve.of("a", X, RISING).image()),
            pixels(Curve.of("a", X, RISING).logX().image())));
    assertFalse(
        Arrays.equals(
            pixels(Curve.of("a", X, RISING).image()),
            pixels(Curve.of("a", X, RISING).logY().image())));
  }

  @Test
  void theWordsGiveEndsAndExtremes() {
    assertEquals(
        "Curves \"t\", weight against width. a: 4 points from (4, 0.49) to (512, 0.955), "
            + "least 0.49, greatest 0.955.",
        Curve.of("a", X, RISING).title("t").axes("width", "weight").toString());
  }

  @Test
  void severalRunsAreTheirMeanInABand() {
    Curve runs = Curve.ofRuns("a", X, List.of(RISING, FLAT));
    assertEquals(
        "Curves. a: 4 points from (4, 0.395) to (512, 0.6375), least 0.395, greatest 0.6375. "
            + "The runs end from 0.32 to 0.955.",
        runs.toString());
    Color blue = Ink.series(0);
    Color tint = new Color(blue.getRed(), blue.getGreen(), blue.getBlue(), 45);
    int alpha = tint.getAlpha();
    Color onWhite =
        new Color(
            255 - (255 - tint.getRed()) * alpha / 255,
            255 - (255 - tint.getGreen()) * alpha / 255,
            255 - (255 - tint.getBlue()) * alpha / 255);
    long band = 0;
    for (int d = 0; d < 8; d++) {
      Color near =
          new Color(
              onWhite.getRed() - (d & 1),
              onWhite.getGreen() - (d >> 1 & 1),
              onWhite.getBlue() - (d >> 2));
      band += Pixels.count(runs.image(), near);
    }
    assertTrue(band > 5000, "pixels of the band: " + band);
    assertTrue(draws(runs.image(), 0));
  }

  @Test
  void wrongRunsAreExplained() {
    assertThrows(IllegalArgumentException.class, () -> Curve.ofRuns("a", X, List.of()));
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Curve.ofRuns("a", X, List.of(RISING, new double[] {1})));
    assertEquals("Curve a: a run has 1 values for 4 x; each point needs both.", e.getMessage());
  }

  @Test
  void wrongPointsAreExplained() {
    double[] three = {1, 2, 3};
    var counts = assertThrows(IllegalArgumentException.class, () -> Curve.of("a", X, three));
    assertEquals("Curve a: 4 x and 3 y; each point needs both.", counts.getMessage());
    Curve curve = Curve.of("a", new double[] {0, 1}, new double[] {1, 1});
    assertThrows(IllegalArgumentException.class, curve::logX);
    assertThrows(IllegalArgumentException.class, () -> curve.and("a", X, FLAT));
    assertThrows(IllegalArgumentException.class, () -> curve.range(2, 1));
  }
}
