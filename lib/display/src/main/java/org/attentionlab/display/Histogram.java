package org.attentionlab.display;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.attentionlab.tensor.Tensor;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How often numbers of each size come: steps over intervals of equal width, the same for every
 * sample, so that samples compare.
 *
 * <pre>
 * Histogram.of("scores", scores).and("scores / sqrt(dK)", scaled).axis("score").bins(40)
 * </pre>
 *
 * <p>Heights are shares of the sample, in percent. Numbers that are not finite are left out. The
 * setters change this view and return it.
 */
public final class Histogram extends Picture {
  private static final int WIDTH = 620;
  private static final int HEIGHT = 320;

  private final List<Sample> samples = new ArrayList<>();
  private String title = "";
  private String axis = "";
  private int bins = 30;

  private record Sample(String name, List<Double> values) {
    DoubleStream stream() {
      return values.stream().mapToDouble(Double::doubleValue);
    }

    double mean() {
      return stream().average().orElseThrow();
    }

    double deviation() {
      double mean = mean();
      return Math.sqrt(stream().map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }
  }

  private Histogram() {}

  /**
   * A first sample.
   *
   * @param name what it is called
   * @param values the elements of a tensor of any shape
   * @return the view
   */
  public static Histogram of(String name, Tensor values) {
    return new Histogram().and(name, values);
  }

  /**
   * A first sample.
   *
   * @param name what it is called
   * @param values the numbers
   * @return the view
   */
  public static Histogram of(String name, double[] values) {
    return new Histogram().and(name, values);
  }

  /**
   * Adds a sample.
   *
   * @param name what it is called; each has its own name
   * @param values the elements of a tensor of any shape
   * @return this view
   * @throws IllegalArgumentException if none of them is finite, or the name is taken
   */
  public Histogram and(String name, Tensor values) {
    float[] data = values.toArray();
    double[] numbers = new double[data.length];
    Arrays.setAll(numbers, i -> data[i]);
    return and(name, numbers);
  }

  /**
   * Adds a sample.
   *
   * @param name what it is called; each has its own name
   * @param values the numbers
   * @return this view
   * @throws IllegalArgumentException if none of them is finite, or the name is taken
   */
  public Histogram and(String name, double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    if (finite.length == 0) {
      throw new IllegalArgumentException(
          "Histogram " + name + ": none of " + values.length + " values is a finite number.");
    }
    if (samples.stream().anyMatch(s -> s.name().equals(name))) {
      throw new IllegalArgumentException("Histogram: the name " + name + " is taken.");
    }
    samples.add(new Sample(name, Arrays.stream(finite).boxed().toList()));
    return this;
  }

  /**
   * Puts a title over the picture.
   *
   * @param text the title
   * @return this view
   */
  public Histogram title(String text) {
    title = text;
    return this;
  }

  /**
   * Says what the numbers are.
   *
   * @param ofX what runs to the right
   * @return this view
   */
  public Histogram axis(String ofX) {
    axis = ofX;
    return this;
  }

  /**
   * Sets how many intervals there are.
   *
   * @param count from 1 to 500
   * @return this view
   */
  public Histogram bins(int count) {
    if (count < 1 || count > 500) {
      throw new IllegalArgumentException("Histogram.bins: " + count + " is not from 1 to 500.");
    }
    bins = count;
    return this;
  }

  private Span span() {
    double[] all = samples.stream().flatMapToDouble(Sample::stream).toArray();
    return Span.of(Arrays.stream(all).min().getAsDouble(), Arrays.stream(all).max().getAsDouble());
  }

  /** The share of each interval, in percent; the last one holds its upper end too. */
  double[] shares(int sample) {
    List<Double> values = samples.get(sample).values();
    Span span = span();
    double[] shares = new double[bins];
    for (double value : values) {
      int bin = (int) ((value - span.low()) / (span.high() - span.low()) * bins);
      shares[Math.min(bins - 1, bin)] += 100.0 / values.size();
    }
    return shares;
  }

  @Override
  Sheet sheet() {
    List<String> texts = new ArrayList<>(List.of(title, axis));
    samples.forEach(s -> texts.add(s.name()));
    Lettering letters = Lettering.of(texts);
    XYChart chart = new XYChart(WIDTH, HEIGHT, ChartTheme.XChart);
    Ink.apply(chart.getStyler(), letters);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setLegendVisible(samples.size() > 1);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setXAxisMin(span().low());
    chart.getStyler().setXAxisMax(span().high());
    chart.setXAxisTitle(letters.legible(axis));
    chart.setYAxisTitle("share in %");
    for (int i = 0; i < samples.size(); i++) {
      add(chart, letters.legible(samples.get(i).name()), i);
    }
    return Ink.titled(letters, title, chart);
  }

  private void add(XYChart chart, String name, int index) {
    double[] shares = shares(index);
    Span span = span();
    double width = (span.high() - span.low()) / bins;
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    x.add(span.low());
    y.add(0.0);
    for (int i = 0; i < bins; i++) {
      x.add(span.low() + i * width);
      y.add(shares[i]);
      x.add(span.low() + (i + 1) * width);
      y.add(shares[i]);
    }
    x.add(span.high());
    y.add(0.0);
    Color color = Ink.series(index);
    XYSeries drawn = chart.addSeries(name, x, y);
    drawn.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
    drawn.setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 60));
    drawn.setLineColor(color);
    drawn.setLineStyle(Ink.stroke(index));
    drawn.setMarker(SeriesMarkers.NONE);
  }

  /** The number, mean and deviation of each sample. */
  @Override
  public String alt() {
    return "Histogram"
        + (title.isEmpty() ? "" : " \"" + title + "\"")
        + (axis.isEmpty() ? "" : " of " + axis)
        + "."
        + samples.stream().map(Histogram::words).collect(Collectors.joining());
  }

  private static String words(Sample s) {
    Digits format = Digits.of(new double[] {s.mean(), s.deviation()}, 2);
    return String.format(
        Locale.ROOT,
        " %s: %,d values, mean %s, standard deviation %s.",
        s.name(),
        s.values().size(),
        format.format(s.mean()),
        format.format(s.deviation()));
  }

  /** The description in words. */
  @Override
  public String toString() {
    return alt();
  }
}
