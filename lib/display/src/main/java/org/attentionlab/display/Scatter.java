package org.attentionlab.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Vectors as points in a plane, with their names beside them.
 *
 * <pre>
 * Scatter.pca(embedding.weight()).labels(words).title("Word vectors")
 * Scatter.of(points).labels(words).groups(kinds)
 * </pre>
 *
 * <p>Names are moved so that they do not cover each other, and then lead to their point by a line;
 * where there is no room at all a name is left out. Groups differ in colour and shape. The setters
 * change this view and return it.
 */
public final class Scatter extends Picture {
  private static final int WIDTH = 620;
  private static final int HEIGHT = 460;
  private static final double KEY = 20;
  private static final Color LEADER = new Color(0xa3aab2);

  private final double[] x;
  private final double[] y;
  private List<String> labels = List.of();
  private List<String> groups = List.of();
  private String title = "";
  private String xAxis;
  private String yAxis;

  private Scatter(Tensor points, String xAxis, String yAxis) {
    this.x = column(points, 0);
    this.y = column(points, 1);
    this.xAxis = xAxis;
    this.yAxis = yAxis;
  }

  private static double[] column(Tensor points, int index) {
    double[] column = new double[points.size(0)];
    for (int i = 0; i < column.length; i++) {
      column[i] = points.at(i, index);
      if (!Double.isFinite(column[i])) {
        throw new IllegalArgumentException(
            "Scatter: point " + i + " is at " + column[i] + ", which is no place.");
      }
    }
    return column;
  }

  /**
   * Points in the plane.
   *
   * @param points (N, 2), at least one
   * @return the view
   * @throws ShapeException if the shape is another
   */
  public static Scatter of(Tensor points) {
    if (points.rank() != 2 || points.size(1) != 2 || points.size(0) == 0) {
      throw new ShapeException(
          "Scatter: needs points (N, 2), but the shape is "
              + points.shapeString()
              + "."
              + (points.rank() == 2 && points.size(1) > 2
                  ? "\n  Did you mean Scatter.pca, which projects vectors onto a plane?"
                  : ""));
    }
    return new Scatter(points, "", "");
  }

  /**
   * Vectors of any length, seen from where they vary most; the axes say how much of the variance
   * they show.
   *
   * @param vectors (N, d), N and d at least 2
   * @return the view
   * @throws ShapeException if the shape is another
   */
  public static Scatter pca(Tensor vectors) {
    Pca found = Pca.of(vectors, 2);
    return new Scatter(found.coordinates(), axis("first", found, 0), axis("second", found, 1));
  }

  private static String axis(String which, Pca found, int index) {
    return String.format(
        Locale.ROOT,
        "%s component (%.0f %% of the variance)",
        which,
        100 * found.shares().get(index));
  }

  /**
   * Names the points.
   *
   * @param names one for each
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public Scatter labels(List<String> names) {
    labels = Labels.orIndices("Scatter.labels", List.copyOf(names), x.length);
    return this;
  }

  /**
   * Says to which group each point belongs.
   *
   * @param names one for each point; points of one name are of one group
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public Scatter groups(List<String> names) {
    groups = Labels.orIndices("Scatter.groups", List.copyOf(names), x.length);
    return this;
  }

  /**
   * Puts a title over the picture.
   *
   * @param text the title
   * @return this view
   */
  public Scatter title(String text) {
    title = text;
    return this;
  }

  /**
   * Says what the axes are.
   *
   * @param ofX what runs to the right
   * @param ofY what runs up
   * @return this view
   */
  public Scatter axes(String ofX, String ofY) {
    xAxis = ofX;
    yAxis = ofY;
    return this;
  }

  @Override
  Sheet sheet() {
    List<String> texts = new ArrayList<>(labels);
    texts.addAll(groups);
    texts.addAll(List.of(title, xAxis, yAxis));
    Lettering letters = Lettering.of(texts);
    XYChart chart = new XYChart(WIDTH, HEIGHT, ChartTheme.XChart);
    Ink.apply(chart.getStyler(), letters);
    chart.getStyler().setLegendVisible(false);
    chart.setXAxisTitle(letters.legible(xAxis));
    chart.setYAxisTitle(letters.legible(yAxis));
    setRange(chart);
    XYSeries places = chart.addSeries("points", x, y);
    places.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    places.setMarker(SeriesMarkers.NONE);
    Sheet bare = Ink.titled(letters, title, chart);
    int top = bare.height() - HEIGHT;
    int key = groups.isEmpty() ? 0 : (int) KEY;
    return new Sheet(
        bare.width(),
        bare.height() + key,
        g -> {
          var before = g.getTransform();
          bare.strokes().draw(g);
          g.setTransform(before);
          g.translate(0, top);
          drawPoints(g, letters, chart);
          drawKey(g, letters);
          g.setTransform(before);
        });
  }

  /** A margin on all sides, so that names beside the outermost points have room. */
  private void setRange(XYChart chart) {
    Span ofX = span(x);
    Span ofY = span(y);
    double dx = 0.12 * (ofX.high() - ofX.low());
    double dy = 0.1 * (ofY.high() - ofY.low());
    chart.getStyler().setXAxisMin(ofX.low() - dx).setXAxisMax(ofX.high() + dx);
    chart.getStyler().setYAxisMin(ofY.low() - dy).setYAxisMax(ofY.high() + dy);
  }

  private static Span span(double[] values) {
    return Span.of(
        Arrays.stream(values).min().getAsDouble(), Arrays.stream(values).max().getAsDouble());
  }

  private List<String> groupNames() {
    return groups.stream().distinct().toList();
  }

  private void drawPoints(Graphics2D g, Lettering letters, XYChart chart) {
    List<Point2D> places = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      places.add(
          new Point2D.Double(chart.getScreenXFromChart(x[i]), chart.getScreenYFromChart(y[i])));
    }
    if (!labels.isEmpty()) {
      Font font = letters.plain(Ink.AXIS);
      double left = chart.getYAxisLeftWidth() + Ink.PADDING;
      Rectangle2D room = new Rectangle2D.Double(left, 4, WIDTH - left - 4.0, HEIGHT - 52.0);
      List<LabelPlaces.Place> beside =
          LabelPlaces.find(places, letters.legible(labels), font, room);
      for (LabelPlaces.Place place : beside) {
        g.setColor(LEADER);
        g.setStroke(new BasicStroke(1));
        place.leader().ifPresent(g::draw);
      }
      for (LabelPlaces.Place place : beside) {
        Ink.drawText(g, place.text(), font, Ink.TEXT, place.x(), place.baseLine());
      }
    }
    for (int i = 0; i < x.length; i++) {
      int group = groups.isEmpty() ? 0 : groupNames().indexOf(groups.get(i));
      drawPoint(g, places.get(i), group);
    }
  }

  /** Circles, squares, diamonds: groups differ without colour too. */
  private static void drawPoint(Graphics2D g, Point2D place, int group) {
    Color color = Ink.series(group);
    var before = g.getTransform();
    g.translate(place.getX(), place.getY());
    g.setColor(color);
    double r = 4;
    if (group % 3 == 0) {
      g.fill(new Ellipse2D.Double(-r, -r, 2 * r, 2 * r));
    } else {
      g.rotate(group % 3 == 2 ? Math.PI / 4 : 0);
      g.fill(new Rectangle2D.Double(-r + 0.5, -r + 0.5, 2 * r - 1, 2 * r - 1));
    }
    g.setTransform(before);
  }

  private void drawKey(Graphics2D g, Lettering letters) {
    Font font = letters.plain(Ink.AXIS);
    double at = Ink.PADDING + 6.0;
    for (int i = 0; i < groupNames().size(); i++) {
      String name = letters.legible(groupNames().get(i));
      drawPoint(g, new Point2D.Double(at, HEIGHT + 2.0), i);
      Ink.drawText(g, name, font, Ink.TEXT, at + 9, HEIGHT + 6.5);
      at += 9 + Lettering.width(name, font) + 20;
    }
  }

  /** Where each point is, the first forty of them. */
  @Override
  public String alt() {
    Digits format =
        Digits.of(
            IntStream.range(0, 2 * x.length)
                .mapToDouble(i -> i < x.length ? x[i] : y[i - x.length])
                .toArray(),
            2);
    String points =
        IntStream.range(0, Math.min(40, x.length))
            .mapToObj(
                i ->
                    (labels.isEmpty() ? "" : labels.get(i) + " ")
                        + (groups.isEmpty() ? "" : "[" + groups.get(i) + "] ")
                        + "("
                        + format.format(x[i])
                        + ", "
                        + format.format(y[i])
                        + ")")
            .collect(Collectors.joining(", "));
    return "Scatter plot"
        + (title.isEmpty() ? "" : " \"" + title + "\"")
        + (xAxis.isEmpty() ? "" : ", " + yAxis + " against " + xAxis)
        + ", "
        + x.length
        + (x.length == 1 ? " point: " : " points: ")
        + points
        + (x.length > 40 ? " and " + (x.length - 40) + " more." : ".");
  }

  /** The points in words. */
  @Override
  public String toString() {
    return alt();
  }
}
