package org.attentionlab.display;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers as lying bars, each with its value at the end: one for each label, or one of each series
 * for each label.
 *
 * <pre>
 * Bars.of(List.of("greedy", "beam 4"), new double[] {0.91, 0.94}).title("Exact translations")
 * Bars.of("with attention", lengths, accuracies).and("without", others).range(0, 1)
 * </pre>
 *
 * <p>Bars begin at 0, so that twice the length is twice the number. The setters change this view
 * and return it.
 */
public final class Bars extends Picture {
  private static final double MOST_LABEL = 230;
  private static final double ROOM = 400;
  private static final double GAP = 8;
  private static final double KEY = 14;

  private final List<String> labels;
  private final List<Series> series = new ArrayList<>();
  private String title = "";
  private int digits = 3;
  private double[] range = {};

  private record Series(String name, List<Double> values) {
    DoubleStream stream() {
      return values.stream().mapToDouble(Double::doubleValue);
    }
  }

  private Bars(List<String> labels) {
    this.labels = List.copyOf(labels);
  }

  /**
   * One bar for each label.
   *
   * @param labels what the bars are, from the top
   * @param values one number for each
   * @return the view
   * @throws IllegalArgumentException if there are none, more of one than of the other, or one is
   *     not finite
   */
  public static Bars of(List<String> labels, double[] values) {
    return of("", labels, values);
  }

  /**
   * A first series.
   *
   * @param name what the series is called
   * @param labels what the bars are, from the top
   * @param values one number for each
   * @return the view
   * @throws IllegalArgumentException if there are none, more of one than of the other, or one is
   *     not finite
   */
  public static Bars of(String name, List<String> labels, double[] values) {
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("Bars: there are no labels.");
    }
    return new Bars(labels).and(name, values);
  }

  /**
   * Adds a series.
   *
   * @param name what it is called; each has its own name
   * @param values one number for each label
   * @return this view
   * @throws IllegalArgumentException if there are more or fewer, one is not finite, or the name is
   *     taken
   */
  public Bars and(String name, double[] values) {
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(
          "Bars"
              + after(name)
              + ": "
              + values.length
              + " values for "
              + labels.size()
              + " labels.");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "Bars" + after(name) + ": the value of " + labels.get(i) + " is " + values[i] + ".");
      }
    }
    if (series.stream().anyMatch(s -> s.name().equals(name))) {
      throw new IllegalArgumentException("Bars: the name " + name + " is taken.");
    }
    series.add(new Series(name, Arrays.stream(values).boxed().toList()));
    return this;
  }

  private static String after(String name) {
    return name.isEmpty() ? "" : " " + name;
  }

  /**
   * Puts a title over the picture.
   *
   * @param text the title
   * @return this view
   */
  public Bars title(String text) {
    title = text;
    return this;
  }

  /**
   * Sets the numbers at the ends, such as 0 and 1 for shares; else they follow from the values.
   *
   * @param min the left end, at most 0
   * @param max the right end, at least 0
   * @return this view
   * @throws IllegalArgumentException if 0 is not between them
   */
  public Bars range(double min, double max) {
    if (!(min <= 0 && max >= 0 && min < max)) {
      throw new IllegalArgumentException(
          "Bars.range: 0, where bars begin, is not between " + min + " and " + max + ".");
    }
    range = new double[] {min, max};
    return this;
  }

  /**
   * Sets how many decimals are shown; zeros at the end of all numbers are left out.
   *
   * @param most from 0 to 17
   * @return this view
   */
  public Bars digits(int most) {
    if (most < 0 || most > 17) {
      throw new IllegalArgumentException("Bars.digits: " + most + " is not from 0 to 17.");
    }
    digits = most;
    return this;
  }

  /** Where everything stands. */
  private record Plan(
      Lettering letters,
      List<String> titleLines,
      Digits format,
      double low,
      double high,
      double left,
      double valuesLeft,
      double top,
      double bar,
      int width,
      int height) {
    double x(double value) {
      double cut = Math.max(low, Math.min(high, value));
      return left + (cut - low) / (high - low) * ROOM;
    }
  }

  private Plan plan() {
    List<String> texts = new ArrayList<>(labels);
    series.forEach(s -> texts.add(s.name()));
    texts.add(title);
    Lettering letters = Lettering.of(texts);
    double[] all = series.stream().flatMapToDouble(Series::stream).toArray();
    Digits format = Digits.of(all, digits);
    double low = range.length == 2 ? range[0] : Math.min(0, Arrays.stream(all).min().getAsDouble());
    double high =
        range.length == 2 ? range[1] : Math.max(0, Arrays.stream(all).max().getAsDouble());
    Font font = letters.plain(Ink.LABEL);
    double widest =
        letters.legible(labels).stream().mapToDouble(t -> Lettering.width(t, font)).max().orElse(0);
    double number =
        Arrays.stream(all)
            .mapToObj(format::format)
            .mapToDouble(t -> Lettering.width(t, font))
            .max()
            .orElse(0);
    double left = Ink.PADDING + Math.min(MOST_LABEL, widest) + GAP;
    double beforeZero = low < 0 ? number + GAP : 0;
    double width = left + beforeZero + ROOM + number + GAP + Ink.PADDING;
    List<String> lines =
        Ink.wrapped(letters.legible(title), letters.bold(Ink.TITLE), width - 2.0 * Ink.PADDING);
    double top = Math.max(Ink.PADDING, Ink.titleHeight(lines) + 4) + (hasKey() ? KEY + GAP : 0);
    double bar = series.size() == 1 ? 20 : 15;
    double height = top + labels.size() * step(bar) + Ink.PADDING - GAP;
    return new Plan(
        letters,
        lines,
        format,
        low,
        low < high ? high : low + 1,
        left + beforeZero,
        left,
        top,
        bar,
        (int) Math.ceil(width),
        (int) Math.ceil(height));
  }

  private boolean hasKey() {
    return series.size() > 1;
  }

  private double step(double bar) {
    return bar * series.size() + GAP;
  }

  @Override
  Sheet sheet() {
    Plan plan = plan();
    return new Sheet(plan.width(), plan.height(), g -> draw(g, plan));
  }

  private void draw(Graphics2D g, Plan plan) {
    Ink.drawTitle(g, plan.titleLines(), plan.letters().bold(Ink.TITLE));
    if (hasKey()) {
      drawKey(g, plan);
    }
    Font font = plan.letters().plain(Ink.LABEL);
    for (int i = 0; i < labels.size(); i++) {
      double y = plan.top() + i * step(plan.bar());
      String label = Ink.shortened(plan.letters().legible(labels.get(i)), font, MOST_LABEL);
      double x = plan.valuesLeft() - GAP - Lettering.width(label, font);
      Ink.drawText(g, label, font, Ink.TEXT, x, y + plan.bar() * series.size() / 2 + 4.5);
      for (int s = 0; s < series.size(); s++) {
        drawBar(g, plan, series.get(s).values().get(i), s, y + s * plan.bar());
      }
    }
    g.setColor(Ink.SOFT);
    double zero = plan.x(0);
    g.draw(new Line2D.Double(zero, plan.top() - 4, zero, plan.height() - Ink.PADDING + 4.0));
  }

  private void drawBar(Graphics2D g, Plan plan, double value, int index, double y) {
    double from = Math.min(plan.x(0), plan.x(value));
    double length = Math.abs(plan.x(value) - plan.x(0));
    g.setColor(Ink.series(index));
    g.fill(new Rectangle2D.Double(from, y, length, plan.bar() - 2));
    String text = plan.format().format(value);
    Font font = plan.letters().plain(Ink.AXIS);
    double x = value < 0 ? from - 5 - Lettering.width(text, font) : from + length + 5;
    Ink.drawText(g, text, font, Ink.TEXT, x, y + plan.bar() / 2 + 3.5);
  }

  private void drawKey(Graphics2D g, Plan plan) {
    Font font = plan.letters().plain(Ink.AXIS);
    double x = plan.valuesLeft();
    double y = plan.top() - KEY - GAP;
    for (int s = 0; s < series.size(); s++) {
      String name = plan.letters().legible(series.get(s).name());
      g.setColor(Ink.series(s));
      g.fill(new Rectangle2D.Double(x, y, 12, 12));
      Ink.drawText(g, name, font, Ink.TEXT, x + 17, y + 11);
      x += 17 + Lettering.width(name, font) + 18;
    }
  }

  /** All the values in words. */
  @Override
  public String alt() {
    double[] all = series.stream().flatMapToDouble(Series::stream).toArray();
    Digits format = Digits.of(all, digits);
    Stream<String> sentences =
        series.stream()
            .map(
                s ->
                    IntStream.range(0, labels.size())
                        .mapToObj(i -> labels.get(i) + " " + format.format(s.values().get(i)))
                        .collect(
                            Collectors.joining(
                                ", ", s.name().isEmpty() ? "" : s.name() + ": ", ".")));
    return "Bars"
        + (title.isEmpty() ? "" : " \"" + title + "\"")
        + ". "
        + sentences.collect(Collectors.joining(" "));
  }

  /** The values in words. */
  @Override
  public String toString() {
    return alt();
  }
}
