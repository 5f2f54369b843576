package org.attentionlab.display;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * One or more named curves.
 *
 * <pre>
 * Curve.of("loss", steps, losses).and("ceiling", steps, ceilings).axes("step", "loss").logX()
 * </pre>
 *
 * <p>A training that was run with several seeds is one curve, the mean, in a band from the least
 * run to the greatest:
 *
 * <pre>
 * Curve.ofRuns("with attention", steps, runs).andRuns("without", steps, others)
 * </pre>
 *
 * <p>Curves differ in colour, dashes and marks. The setters change this view and return it.
 */
public final class Curve extends Picture {
  private static final int WIDTH = 620;
  private static final int HEIGHT = 340;
  private static final int MOST_MARKS = 40;
  private static final Marker[] MARKS = {
    SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_UP
  };

  private final List<Series> series = new ArrayList<>();
  private String title = "";
  private String xAxis = "";
  private String yAxis = "";
  private boolean logX;
  private boolean logY;
  private double[] yRange = {};

  /** A curve; of several runs the mean, with their least and greatest, else empty. */
  private record Series(
      String name, List<Double> x, List<Double> y, List<Double> least, List<Double> greatest) {
    boolean hasBand() {
      return !least.isEmpty();
    }
  }

  private Curve() {}

  /**
   * A first curve.
   *
   * @param name what it is called; each curve has its own name
   * @param x where its points stand
   * @param y their values, as many
   * @return the view
   */
  public static Curve of(String name, double[] x, double[] y) {
    return new Curve().and(name, x, y);
  }

  /**
   * Adds a curve.
   *
   * @param name what it is called; each curve has its own name
   * @param x where its points stand
   * @param y their values, as many
   * @return this view
   * @throws IllegalArgumentException if there are no points, more of one than of the other, or the
   *     name is taken
   */
  public Curve and(String name, double[] x, double[] y) {
    if (x.length != y.length || x.length == 0) {
      throw new IllegalArgumentException(
          "Curve " + name + ": " + x.length + " x and " + y.length + " y; each point needs both.");
    }
    if (series.stream().anyMatch(s -> s.name().equals(name))) {
      throw new IllegalArgumentException("Curve: the name " + name + " is taken.");
    }
    series.add(new Series(name, list(x), list(y), List.of(), List.of()));
    return this;
  }

  /**
   * A first curve, of several runs.
   *
   * @param name what they are called
   * @param x where the points stand
   * @param runs the values of each run, as many as there are points; at least one run
   * @return the view
   */
  public static Curve ofRuns(String name, double[] x, List<double[]> runs) {
    return new Curve().andRuns(name, x, runs);
  }

  /**
   * Adds a curve of several runs.
   *
   * @param name what they are called
   * @param x where the points stand
   * @param runs the values of each run, as many as there are points; at least one run
   * @return this view
   * @throws IllegalArgumentException if there are no runs or no points, a run has more or fewer
   *     values than there are points, or the name is taken
   */
  public Curve andRuns(String name, double[] x, List<double[]> runs) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("Curve " + name + ": there are no runs.");
    }
    double[] mean = new double[x.length];
    double[] least = new double[x.length];
    double[] greatest = new double[x.length];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    for (double[] run : runs) {
      if (run.length != x.length) {
        throw new IllegalArgumentException(
            "Curve "
                + name
                + ": a run has "
                + run.length
                + " values for "
                + x.length
                + " x; each point needs both.");
      }
      for (int i = 0; i < x.length; i++) {
        mean[i] += run[i] / runs.size();
        least[i] = Math.min(least[i], run[i]);
        greatest[i] = Math.max(greatest[i], run[i]);
      }
    }
    and(name, x, mean);
    series.set(
        series.size() - 1, new Series(name, list(x), list(mean), list(least), list(greatest)));
    return this;
  }

  /**
   * Puts a title over the picture.
   *
   * @param text the title
   * @return this view
   */
  public Curve title(String text) {
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
  public Curve axes(String ofX, String ofY) {
    xAxis = ofX;
    yAxis = ofY;
    return this;
  }

  /**
   * Makes the x axis logarithmic.
   *
   * @return this view
   * @throws IllegalArgumentException if an x is not above 0
   */
  public Curve logX() {
    series.forEach(s -> requirePositive("logX", s.x()));
    logX = true;
    return this;
  }

  /**
   * Makes the y axis logarithmic.
   *
   * @return this view
   * @throws IllegalArgumentException if a y is not above 0
   */
  public Curve logY() {
    series.forEach(s -> requirePositive("logY", s.y()));
    series.forEach(s -> requirePositive("logY", s.least()));
    logY = true;
    return this;
  }

  /**
   * Sets the ends of the y axis; else they follow from the curves.
   *
   * @param min the lower end
   * @param max the upper end, above min
   * @return this view
   */
  public Curve range(double min, double max) {
    if (!(min < max)) {
      throw new IllegalArgumentException(
          "Curve.range: min " + min + " is not below max " + max + ".");
    }
    yRange = new double[] {min, max};
    return this;
  }

  @Override
  Sheet sheet() {
    List<String> texts = new ArrayList<>(List.of(title, xAxis, yAxis));
    series.forEach(s -> texts.add(s.name()));
    Lettering letters = Lettering.of(texts);
    XYChart chart = new XYChart(WIDTH, HEIGHT, ChartTheme.XChart);
    Ink.apply(chart.getStyler(), letters);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setLegendVisible(series.size() > 1 || series.get(0).hasBand());
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setLegendSeriesLineLength(34);
    chart.getStyler().setXAxisLogarithmic(logX);
    chart.getStyler().setYAxisLogarithmic(logY);
    chart.getStyler().setMarkerSize(7);
    if (yRange.length == 2) {
      chart.getStyler().setYAxisMin(yRange[0]);
      chart.getStyler().setYAxisMax(yRange[1]);
    }
    chart.setXAxisTitle(letters.legible(xAxis));
    chart.setYAxisTitle(letters.legible(yAxis));
    for (int i = 0; i < series.size(); i++) {
      if (series.get(i).hasBand()) {
        addBand(chart, i);
      }
    }
    for (int i = 0; i < series.size(); i++) {
      add(chart, letters, i);
    }
    return Ink.titled(letters, title, chart);
  }

  private void add(XYChart chart, Lettering letters, int index) {
    Series one = series.get(index);
    XYSeries drawn = chart.addSeries(letters.legible(one.name()), one.x(), one.y());
    drawn.setLineColor(Ink.series(index));
    drawn.setLineStyle(Ink.stroke(index));
    drawn.setMarkerColor(Ink.series(index));
    drawn.setMarker(one.x().size() > MOST_MARKS ? SeriesMarkers.NONE : MARKS[index % MARKS.length]);
  }

  /** There along the greatest, back along the least. */
  private void addBand(XYChart chart, int index) {
    Series one = series.get(index);
    List<Double> x = new ArrayList<>(one.x());
    List<Double> y = new ArrayList<>(one.greatest());
    for (int i = one.x().size() - 1; i >= 0; i--) {
      x.add(one.x().get(i));
      y.add(one.least().get(i));
    }
    Color color = Ink.series(index);
    // Names are keys, and this one no user can have taken.
    XYSeries band = chart.addSeries("\0band " + index, x, y);
    band.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 45));
    band.setLineColor(Ink.NONE);
    band.setMarker(SeriesMarkers.NONE);
    band.setShowInLegend(false);
  }

  private static void requirePositive(String what, List<Double> values) {
    for (double value : values) {
      if (!(value > 0)) {
        throw new IllegalArgumentException(
            "Curve." + what + ": " + value + " is not above 0 and has no logarithm.");
      }
    }
  }

  /** Where each curve starts, ends and has its extremes. */
  @Override
  public String alt() {
    return "Curves"
        + (title.isEmpty() ? "" : " \"" + title + "\"")
        + (yAxis.isEmpty() ? "" : ", " + yAxis + " against " + xAxis)
        + "."
        + series.stream().map(Curve::words).collect(Collectors.joining());
  }

  private static String words(Series s) {
    int last = s.x().size() - 1;
    return String.format(
            Locale.ROOT,
            " %s: %d points from %s to %s, least %s, greatest %s.",
            s.name(),
            last + 1,
            point(s, 0),
            point(s, last),
            number(Collections.min(s.y())),
            number(Collections.max(s.y())))
        + (s.hasBand()
            ? " The runs end from "
                + number(s.least().get(last))
                + " to "
                + number(s.greatest().get(last))
                + "."
            : "");
  }

  private static String point(Series s, int index) {
    return "(" + number(s.x().get(index)) + ", " + number(s.y().get(index)) + ")";
  }

  private static String number(double value) {
    return Digits.of(new double[] {value}, Digits.USUAL).format(value);
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** The description in words. */
  @Override
  public String toString() {
    return alt();
  }
}
