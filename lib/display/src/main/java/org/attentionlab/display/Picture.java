package org.attentionlab.display;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A drawing that shows itself as an image with a text in its place for those who do not see it.
 *
 * <p>The ground is white in every theme, so that the colours mean the same everywhere.
 */
public abstract class Picture implements HtmlView {
  /** Pixels for each point of the page, so that dense screens show sharp letters. */
  private static final int SHARPNESS = 2;

  Picture() {}

  /**
   * A plan of the drawing: its size in points of the page, what to draw, and what to show where the
   * pointer is, which is known once the drawing is done.
   */
  record Sheet(int width, int height, Strokes strokes, Supplier<List<Overlay>> overlays) {
    Sheet(int width, int height, Strokes strokes) {
      this(width, height, strokes, List::of);
    }
  }

  /** Draws. */
  interface Strokes {
    void draw(Graphics2D g);
  }

  /** Lays the drawing out. */
  abstract Sheet sheet();

  /**
   * What the picture shows, in words.
   *
   * @return a text that can stand in for the picture
   */
  public abstract String alt();

  /**
   * The picture, one pixel for each point.
   *
   * @return a new image
   */
  public BufferedImage image() {
    return drawn(sheet(), 1);
  }

  @Override
  public String toHtml() {
    Sheet sheet = sheet();
    String image = Png.element(drawn(sheet, SHARPNESS), sheet.width(), alt());
    List<Overlay> overlays = sheet.overlays().get();
    if (overlays.isEmpty()) {
      return Style.block(image);
    }
    return Style.block(
        "<div class=\"al-pic\">"
            + image
            + overlays.stream()
                .map(overlay -> overlay.html(sheet.width(), sheet.height()))
                .collect(Collectors.joining())
            + "</div>");
  }

  private static BufferedImage drawn(Sheet sheet, int scale) {
    BufferedImage image =
        new BufferedImage(
            sheet.width() * scale, sheet.height() * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      g.scale(scale, scale);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, sheet.width(), sheet.height());
      sheet.strokes().draw(g);
    } finally {
      g.dispose();
    }
    return image;
  }
}
