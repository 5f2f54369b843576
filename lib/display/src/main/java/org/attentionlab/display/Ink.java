package org.attentionlab.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;

/** The common look of all pictures: colours, sizes, titles. */
final class Ink {
  static final Color TEXT = new Color(0x26292e);
  static final Color SOFT = new Color(0x5b626b);
  static final Color LINE = new Color(0xd5d9de);
  static final Color NONE = new Color(0, 0, 0, 0);
  static final double TITLE = 15;
  static final double AXIS = 12.5;
  static final double LABEL = 13;
  static final int PADDING = 12;

  /** Okabe and Ito's palette, which the colour-blind can tell apart; its yellow is too pale. */
  private static final Color[] SERIES = {
    new Color(0x0072b2),
    new Color(0xd55e00),
    new Color(0x009e73),
    new Color(0xcc79a7),
    new Color(0x56b4e9),
    new Color(0xe69f00),
    new Color(0x000000)
  };

  private static final float[][] DASHES = {{}, {7, 4}, {2, 3}, {9, 3, 2, 3}};

  private Ink() {}

  static Color series(int index) {
    return SERIES[index % SERIES.length];
  }

  /** Lines differ in their dashes too, not in colour alone. */
  static BasicStroke stroke(int index) {
    float[] dashes = DASHES[index % DASHES.length];
    return dashes.length == 0
        ? new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
  }

  static void apply(AxesChartStyler styler, Lettering letters) {
    styler.setBaseFont(letters.plain(LABEL));
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setChartFontColor(TEXT);
    styler.setChartPadding(PADDING);
    styler.setChartTitleVisible(false);
    styler.setLegendBorderColor(NONE);
    styler.setLegendBackgroundColor(NONE);
    styler.setLegendFont(letters.plain(AXIS));
    styler.setPlotBorderVisible(false);
    styler.setAxisTitleFont(letters.plain(AXIS));
    styler.setXAxisTitleColor(SOFT);
    styler.setYAxisTitleColor(SOFT);
    styler.setAxisTickLabelsFont(letters.plain(AXIS));
    styler.setAxisTickMarksColor(LINE);
    styler.setAxisTickLabelsColor(TEXT);
    styler.setAxisTitlePadding(11);
    styler.setPlotGridLinesColor(LINE);
    styler.setLocale(Locale.ROOT);
    styler.setAntiAlias(true);
    styler.setDecimalPattern("#.####");
  }

  /** A title in as many lines as a width asks for; none for an empty title. */
  static List<String> wrapped(String title, Font font, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : title.strip().split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && Lettering.width(longer, font) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  /** A chart under a title that is wrapped to its width. */
  static Picture.Sheet titled(Lettering letters, String title, Chart<?, ?> chart) {
    return titled(letters, title, chart, top -> List.of());
  }

  /** The same, with words over the chart, given where it begins under the title. */
  static Picture.Sheet titled(
      Lettering letters, String title, Chart<?, ?> chart, IntFunction<List<Overlay>> overlays) {
    Font font = letters.bold(TITLE);
    int width = chart.getWidth();
    int height = chart.getHeight();
    List<String> lines = wrapped(letters.legible(title), font, width - 2.0 * PADDING);
    int top = titleHeight(lines);
    return new Picture.Sheet(
        width,
        top + height,
        g -> {
          drawTitle(g, lines, font);
          g.translate(0, top);
          chart.paint(g, width, height);
        },
        () -> overlays.apply(top));
  }

  static int titleHeight(List<String> lines) {
    return lines.isEmpty() ? 0 : (int) Math.ceil(PADDING + lines.size() * TITLE * 1.3);
  }

  static void drawTitle(Graphics2D g, List<String> lines, Font font) {
    for (int i = 0; i < lines.size(); i++) {
      drawText(g, lines.get(i), font, TEXT, PADDING, PADDING + TITLE * (0.95 + 1.3 * i));
    }
  }

  /** A text, cut with an ellipsis where it is wider than there is room. */
  static String shortened(String text, Font font, double room) {
    if (Lettering.width(text, font) <= room) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int length = points.length;
    while (length > 1 && Lettering.width(new String(points, 0, length) + "…", font) > room) {
      length--;
    }
    return new String(points, 0, length) + "…";
  }

  /** Text from a point on its base line; filled outlines look the same at every scale. */
  static void drawText(Graphics2D g, String text, Font font, Color color, double x, double y) {
    if (text.isBlank()) {
      return;
    }
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.setColor(color);
    g.fill(new TextLayout(text, font, g.getFontRenderContext()).getOutline(null));
    g.setTransform(before);
  }
}
