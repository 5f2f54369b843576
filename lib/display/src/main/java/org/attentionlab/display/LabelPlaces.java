package org.attentionlab.display;

import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds places for names beside points where they cover neither each other nor a point: first close
 * by, then farther away with a line to the point; no place at all where everything is full.
 */
final class LabelPlaces {
  private static final double HEIGHT = 14;
  private static final double DESCENT = 3.5;
  private static final double POINT = 5;
  private static final double[] DISTANCES = {7, 15, 26, 40, 56};
  private static final int[] ANGLES = {0, 45, -45, 90, -90, 180, 135, -135};

  private LabelPlaces() {}

  /**
   * Where a name stands.
   *
   * @param text the name
   * @param box the room that it takes
   * @param leader a line to the point, where the name is not close by
   */
  record Place(String text, Rectangle2D box, Optional<Line2D> leader) {
    double x() {
      return box.getX() + 1;
    }

    double baseLine() {
      return box.getMaxY() - DESCENT;
    }
  }

  static List<Place> find(List<Point2D> points, List<String> texts, Font font, Rectangle2D room) {
    List<Place> found = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (!texts.get(i).isBlank()) {
        double width = Lettering.width(texts.get(i), font) + 2;
        place(points.get(i), texts.get(i), width, points, found, room).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Place> place(
      Point2D point,
      String text,
      double width,
      List<Point2D> points,
      List<Place> taken,
      Rectangle2D room) {
    for (double distance : DISTANCES) {
      for (int angle : ANGLES) {
        Rectangle2D box = box(point, width, distance, Math.toRadians(angle));
        boolean far = distance > DISTANCES[0];
        Optional<Line2D> leader = far ? Optional.of(line(point, box)) : Optional.empty();
        if (room.contains(box) && isFree(box, leader, points, taken)) {
          return Optional.of(new Place(text, box, leader));
        }
      }
    }
    return Optional.empty();
  }

  /** A box whose nearest edge or corner is so far from the point, in a direction. */
  private static Rectangle2D box(Point2D point, double width, double distance, double angle) {
    double towardsX = Math.cos(angle);
    double towardsY = -Math.sin(angle);
    double middleX = point.getX() + towardsX * distance + Math.signum(round(towardsX)) * width / 2;
    double middleY = point.getY() + towardsY * distance + Math.signum(round(towardsY)) * HEIGHT / 2;
    return new Rectangle2D.Double(middleX - width / 2, middleY - HEIGHT / 2, width, HEIGHT);
  }

  private static double round(double part) {
    return Math.rint(part * 1000) / 1000;
  }

  private static Line2D line(Point2D point, Rectangle2D box) {
    double x = Math.max(box.getMinX(), Math.min(box.getMaxX(), point.getX()));
    double y = Math.max(box.getMinY() + 2, Math.min(box.getMaxY() - 2, point.getY()));
    return new Line2D.Double(point.getX(), point.getY(), x, y);
  }

  private static boolean isFree(
      Rectangle2D box, Optional<Line2D> leader, List<Point2D> points, List<Place> taken) {
    return taken.stream()
            .noneMatch(
                t ->
                    t.box().intersects(box)
                        || leader.filter(line -> line.intersects(t.box())).isPresent()
                        || t.leader().filter(line -> line.intersects(box)).isPresent())
        && points.stream()
            .noneMatch(
                p -> box.intersects(p.getX() - POINT, p.getY() - POINT, 2 * POINT, 2 * POINT));
  }
}
