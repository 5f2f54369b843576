package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ScatterTest {
  private static final Tensor THREE = Tensor.matrix(new float[][] {{0, 0}, {1, 2}, {2, 1}});

  @Test
  void namesCoverNeitherEachOtherNorAPoint() {
    SplittableRandom rng = new SplittableRandom(2);
    List<Point2D> points = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      points.add(new Point2D.Double(60 + rng.nextDouble(200), 60 + rng.nextDouble(200)));
    }
    List<String> names = IntStream.range(0, 60).mapToObj(i -> "word " + i).toList();
    Rectangle2D room = new Rectangle2D.Double(0, 0, 320, 320);
    Font font = Lettering.of(names).plain(12);
    List<LabelPlaces.Place> places = LabelPlaces.find(points, names, font, room);
    assertTrue(places.size() > 20, "placed " + places.size());
    for (int i = 0; i < places.size(); i++) {
      LabelPlaces.Place place = places.get(i);
      assertTrue(room.contains(place.box()), place.text());
      for (int j = 0; j < places.size(); j++) {
        LabelPlaces.Place other = places.get(j);
        if (i != j) {
          assertFalse(place.box().intersects(other.box()), place.text() + other.text());
          assertFalse(
              place.leader().filter(line -> line.intersects(other.box())).isPresent(),
              place.text() + " leads through " + other.text());
        }
      }
      for (Point2D point : points) {
        assertFalse(place.box().contains(point), place.text());
      }
    }
  }

  @Test
  void aNameAloneStandsCloseBy() {
    List<LabelPlaces.Place> places =
        LabelPlaces.find(
            List.of(new Point2D.Double(50, 50)),
            List.of("猫"),
            Lettering.of(List.of("猫")).plain(12),
            new Rectangle2D.Double(0, 0, 200, 100));
    assertEquals(1, places.size());
    assertTrue(places.get(0).leader().isEmpty());
    assertEquals(57, places.get(0).box().getX(), 0.1);
  }

  @Test
  void pointsAndGroupsAreDrawn() {
    Scatter plain = Scatter.of(THREE);
    assertTrue(Pixels.count(plain.image(), Ink.series(0)) > 50);
    assertEquals(0, Pixels.count(plain.image(), Ink.series(1)));
    Scatter grouped = Scatter.of(THREE).groups(List.of("a", "b", "a"));
    assertTrue(Pixels.count(grouped.image(), Ink.series(1)) > 20);
    assertTrue(Pixels.hasFreeEdges(grouped.labels(List.of("猫", "x", "y")).title("t").image()));
  }

  @Test
  void componentsTellHowMuchTheyShow() {
    Tensor line = Tensor.matrix(new float[][] {{1, 2, 0}, {2, 4, 0}, {3, 6, 0}});
    String words = Scatter.pca(line).labels(List.of("a", "b", "c")).toString();
    assertTrue(words.contains("first component (100 % of the variance)"), words);
    assertTrue(words.contains("3 points: a (-2.24, 0.00), b (0.00, 0.00), c (2.24, 0.00)."), words);
  }

  @Test
  void badInputIsExplained() {
    var e = assertThrows(ShapeException.class, () -> Scatter.of(Tensor.zeros(3, 4)));
    assertTrue(e.getMessage().contains("Scatter.pca"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Scatter.of(THREE).labels(List.of("a", "b")));
    assertThrows(IllegalArgumentException.class, () -> Scatter.of(Tensor.full(Float.NaN, 1, 2)));
    assertTrue(Scatter.of(Tensor.zeros(1, 2)).image().getWidth() > 100, "one point is enough");
  }
}
