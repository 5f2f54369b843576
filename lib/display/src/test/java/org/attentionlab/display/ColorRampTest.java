package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColorRampTest {
  /** Lightness L* of CIELAB. */
  private static double lightness(Color color) {
    double y = ColorRamp.luminance(color);
    return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
  }

  @Test
  void lightnessFallsEvenly() {
    double first = lightness(ColorRamp.at(0));
    double last = lightness(ColorRamp.at(1));
    assertTrue(first > 95, "palest " + first);
    assertTrue(last < 28, "darkest " + last);
    double step = (first - last) / 20;
    for (int i = 1; i <= 20; i++) {
      double fall = lightness(ColorRamp.at((i - 1) / 20.0)) - lightness(ColorRamp.at(i / 20.0));
      assertEquals(step, fall, 0.5 * step, "step " + i);
    }
  }

  @Test
  void numbersStandOutFromEveryColour() {
    for (Color ground : Ramp.AMOUNT.colors()) {
      double a = ColorRamp.luminance(ground) + 0.05;
      double b = ColorRamp.luminance(ColorRamp.inkOn(ground)) + 0.05;
      double contrast = Math.max(a, b) / Math.min(a, b);
      assertTrue(contrast >= 4.5, ground + " " + contrast);
    }
  }

  @Test
  void numbersBeyondTheEndsHaveTheEndsColours() {
    assertEquals(ColorRamp.at(0), ColorRamp.at(-3));
    assertEquals(ColorRamp.at(1), ColorRamp.at(7));
  }

  @Test
  void theSignsHaveTheirOwnHuesAndGrowDarkerWithTheDistance() {
    Color below = ColorRamp.signed(0);
    Color above = ColorRamp.signed(1);
    assertTrue(below.getBlue() > below.getRed(), below.toString());
    assertTrue(above.getRed() > above.getBlue(), above.toString());
    double before = 0;
    for (int i = 0; i <= 10; i++) {
      double now = ColorRamp.luminance(ColorRamp.signed(i / 20.0));
      assertTrue(now > before, "step " + i);
      before = now;
    }
    assertEquals(
        ColorRamp.luminance(ColorRamp.signed(0.3)),
        ColorRamp.luminance(ColorRamp.signed(0.7)),
        0.05,
        "equal distances are equally dark");
  }
}
