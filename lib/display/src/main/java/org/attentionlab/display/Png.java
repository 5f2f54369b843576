package org.attentionlab.display;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Images inside of HTML. */
final class Png {
  private Png() {}

  /**
   * An image element that carries its pixels.
   *
   * @param image the pixels, which may be more than one for each point of the page
   * @param width the width on the page
   * @param alt the image in words
   */
  static String img(BufferedImage image, int width, String alt) {
    return Style.block(element(image, width, alt));
  }

  /** The image element alone, for a fragment that has the style. */
  static String element(BufferedImage image, int width, String alt) {
    String data = Base64.getEncoder().encodeToString(bytes(image));
    return "<img width=\""
        + width
        + "\" alt=\""
        + Html.escape(alt)
        + "\" src=\"data:image/png;base64,"
        + data
        + "\">";
  }

  static String size(BufferedImage image) {
    return image.getWidth() + " by " + image.getHeight() + " pixels";
  }

  private static byte[] bytes(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
