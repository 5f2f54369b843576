package org.attentionlab.display;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** What a test may ask of a picture. */
final class Pixels {
  private Pixels() {}

  /** How many pixels have exactly this colour. */
  static long count(BufferedImage image, Color color) {
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(all).filter(pixel -> pixel == color.getRGB()).count();
  }

  /** Whether nothing but ground stands on the outermost pixels: nothing is clipped there. */
  static boolean hasFreeEdges(BufferedImage image) {
    int right = image.getWidth() - 1;
    int bottom = image.getHeight() - 1;
    int white = Color.WHITE.getRGB();
    for (int x = 0; x <= right; x++) {
      if (image.getRGB(x, 0) != white || image.getRGB(x, bottom) != white) {
        return false;
      }
    }
    for (int y = 0; y <= bottom; y++) {
      if (image.getRGB(0, y) != white || image.getRGB(right, y) != white) {
        return false;
      }
    }
    return true;
  }
}
