package org.attentionlab.kernel;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** The kernel's logo: a small causal attention map, darker where more attention is paid. */
final class Logo {
  private static final int CELLS = 4;
  private static final Color PAPER = new Color(0xF4F1EA);
  private static final Color INK = new Color(0x1F4E79);

  /** Rows of weights, each summing to 1; the future has none. */
  private static final double[][] WEIGHTS = {
    {1, 0, 0, 0}, {0.3, 0.7, 0, 0}, {0.15, 0.6, 0.25, 0}, {0.1, 0.2, 0.15, 0.55}
  };

  private Logo() {}

  static byte[] png(int size) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(PAPER);
    g.fill(new RoundRectangle2D.Double(0, 0, size, size, size / 5.0, size / 5.0));
    double step = size * 0.84 / CELLS;
    double margin = size * 0.08;
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        g.setColor(shade(WEIGHTS[row][column]));
        double gap = step * 0.08;
        g.fill(
            new RoundRectangle2D.Double(
                margin + column * step + gap,
                margin + row * step + gap,
                step - 2 * gap,
                step - 2 * gap,
                step / 4,
                step / 4));
      }
    }
    g.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  static String svg() {
    StringBuilder svg =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">\n"
                + "<rect width=\"100\" height=\"100\" rx=\"10\" fill=\""
                + hex(PAPER)
                + "\"/>\n");
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"17.6\" height=\"17.6\" rx=\"2.6\" fill=\"%s\"/>%n",
                9.7 + column * 21,
                9.7 + row * 21,
                hex(shade(WEIGHTS[row][column]))));
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private static Color shade(double weight) {
    double share = 0.08 + 0.92 * weight;
    return new Color(
        mix(PAPER.getRed(), INK.getRed(), share),
        mix(PAPER.getGreen(), INK.getGreen(), share),
        mix(PAPER.getBlue(), INK.getBlue(), share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
  }
}
