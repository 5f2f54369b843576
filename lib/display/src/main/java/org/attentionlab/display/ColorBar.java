package org.attentionlab.display;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** The scale of colours beside a picture, with the numbers at its ends and in the middle. */
final class ColorBar {
  private ColorBar() {}

  static void draw(Graphics2D g, Font font, Ramp ramp, Span scale, Rectangle2D room) {
    int steps = 64;
    double h = room.getHeight() / steps;
    for (int i = 0; i < steps; i++) {
      g.setColor(ramp.at(1 - (i + 0.5) / steps));
      g.fill(new Rectangle2D.Double(room.getX(), room.getY() + i * h, room.getWidth(), h + 0.5));
    }
    g.setColor(Ink.LINE);
    g.draw(room);
    double middle = (scale.low() + scale.high()) / 2;
    double[] marks = {scale.high(), middle, scale.low()};
    Digits format = Digits.of(marks, 2);
    for (int i = 0; i < marks.length; i++) {
      double y = room.getY() + i * room.getHeight() / 2 + 4;
      Ink.drawText(g, format.format(marks[i]), font, Ink.TEXT, room.getMaxX() + 6, y);
    }
  }
}
