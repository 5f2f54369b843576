package org.attentionlab.display;

import java.awt.Color;

/**
 * The colours of numbers: from almost white for the least to deep blue for the greatest.
 *
 * <p>Lightness falls evenly, so that equal steps of the number look equal, also in grey and to the
 * colour-blind; the hue turns from yellow over green to blue, the direction that the common kinds
 * of colour blindness leave alone. Computed in Oklab (Ottosson 2020, "A perceptual color space for
 * image processing").
 *
 * <pre>
 * L = 0.98 - 0.66 t,   C = 0.02 + 0.06 t + 0.08 sin(pi t),   h = 105 + 160 t degrees
 * </pre>
 */
final class ColorRamp {
  private ColorRamp() {}

  /** The colour of a number from 0 to 1; others count as the nearer end. */
  static Color at(double number) {
    double t = Math.min(1, Math.max(0, number));
    double lightness = 0.98 - 0.66 * t;
    double chroma = 0.02 + 0.06 * t + 0.08 * Math.sin(Math.PI * t);
    double hue = Math.toRadians(105 + 160 * t);
    return color(lightness, chroma, hue);
  }

  /**
   * The colour of a number from 0 to 1 with a middle: below it blue, above it orange, which the
   * common kinds of colour blindness tell apart; the farther from the middle, the darker.
   *
   * <pre>
   * d = |2 t - 1|,   L = 0.97 - 0.47 d,   C = 0.16 sqrt(d),   h = 255 or 50 degrees
   * </pre>
   */
  static Color signed(double number) {
    double t = Math.min(1, Math.max(0, number));
    double distance = Math.abs(2 * t - 1);
    double hue = Math.toRadians(t < 0.5 ? 255 : 50);
    return color(0.97 - 0.47 * distance, 0.16 * Math.sqrt(distance), hue);
  }

  private static Color color(double lightness, double chroma, double hue) {
    double[] rgb = linear(lightness, displayable(lightness, chroma, hue), hue);
    return new Color(encoded(rgb[0]), encoded(rgb[1]), encoded(rgb[2]));
  }

  /** The chroma, or the greatest below it that a screen can show. */
  private static double displayable(double lightness, double chroma, double hue) {
    if (inside(linear(lightness, chroma, hue))) {
      return chroma;
    }
    double low = 0;
    double high = chroma;
    for (int i = 0; i < 20; i++) {
      double middle = (low + high) / 2;
      if (inside(linear(lightness, middle, hue))) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Black or white, whichever stands out more. */
  static Color inkOn(Color ground) {
    double luminance = luminance(ground);
    double onBlack = (luminance + 0.05) / 0.05;
    double onWhite = 1.05 / (luminance + 0.05);
    return onWhite > onBlack ? Color.WHITE : Color.BLACK;
  }

  /** Relative luminance, from 0 for black to 1 for white. */
  static double luminance(Color color) {
    return 0.2126 * decoded(color.getRed())
        + 0.7152 * decoded(color.getGreen())
        + 0.0722 * decoded(color.getBlue());
  }

  private static double[] linear(double lightness, double chroma, double hue) {
    double a = chroma * Math.cos(hue);
    double b = chroma * Math.sin(hue);
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static boolean inside(double[] rgb) {
    for (double part : rgb) {
      if (part < -1e-4 || part > 1.0001) {
        return false;
      }
    }
    return true;
  }

  private static int encoded(double linear) {
    double x = Math.min(1, Math.max(0, linear));
    double y = x <= 0.0031308 ? 12.92 * x : 1.055 * Math.pow(x, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * y);
  }

  private static double decoded(int part) {
    double x = part / 255.0;
    return x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
  }
}
