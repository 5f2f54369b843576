package org.attentionlab.display;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.attentionlab.tensor.Tensor;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * XChart's heat map with cells of a chosen size, a token beside every row and under every column,
 * and numbers in the cells that stand out from their colour.
 *
 * <p>XChart lays the axes out and fills the cells; it draws labels from the lowest point of their
 * letters, which lets words dance on the line, and knows one colour of numbers. So labels and
 * numbers are drawn here, over its room for them.
 */
final class TokenGrid extends HeatMapChart {
  /** XChart computes the room for the axes only when it paints; the first size is for that. */
  private static final int FIRST_SIZE = 600;

  private static final double MOST_UPRIGHT = 84;
  private static final int SLANT = 45;
  private static final double GAP = 7;
  private static final double LINE = 14;

  private final Lettering letters;
  private final Cells cells;
  private final List<String> rowLabels;
  private final List<String> columnLabels;
  private final double cellWidth;
  private final double cellHeight;
  private final boolean slanted;

  /**
   * What the cells show.
   *
   * @param matrix (T, S)
   * @param ramp which colours
   * @param low the number of the first colour
   * @param high the number of the last colour
   * @param decimals of the numbers in the cells, or {@link #NO_NUMBERS}
   */
  record Cells(Tensor matrix, Ramp ramp, double low, double high, int decimals) {
    static final int NO_NUMBERS = -1;

    Color color(float value) {
      return ramp.at((value - low) / (high - low));
    }

    boolean showNumbers() {
      return decimals != NO_NUMBERS;
    }

    Digits format() {
      return Digits.fixed(decimals);
    }
  }

  TokenGrid(Lettering letters, Cells cells, List<String> rowLabels, List<String> columnLabels) {
    super(FIRST_SIZE, FIRST_SIZE, ChartTheme.XChart);
    this.letters = letters;
    this.cells = cells;
    this.rowLabels = rowLabels;
    this.columnLabels = columnLabels;
    double widest = widest(columnLabels);
    this.cellHeight = side();
    this.slanted = widest + GAP > (cells.showNumbers() ? MOST_UPRIGHT : MOST_UPRIGHT / 2);
    boolean wide = cells.showNumbers() && !slanted;
    this.cellWidth = wide ? Math.max(cellHeight, widest + 2 * GAP) : cellHeight;
    style();
    addSeries("weights", columnLabels, reversed(rowLabels), heat())
        .setMin(cells.low())
        .setMax(cells.high());
  }

  /** Takes the size at which the cells have theirs: they and the room for the axes. */
  void fit() {
    Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      paint(g, FIRST_SIZE, FIRST_SIZE);
    } finally {
      g.dispose();
    }
    Rectangle2D room = plot.getBounds();
    setWidth((int) Math.round(FIRST_SIZE - room.getWidth() + cellWidth * columnLabels.size()));
    setHeight((int) Math.round(FIRST_SIZE - room.getHeight() + cellHeight * rowLabels.size()));
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    super.paint(g, width, height);
    Rectangle2D room = plot.getBounds();
    double w = room.getWidth() / columnLabels.size();
    double h = room.getHeight() / rowLabels.size();
    for (int i = 0; i < rowLabels.size(); i++) {
      for (int j = 0; j < columnLabels.size(); j++) {
        drawCell(g, cells.matrix().at(i, j), room.getX() + j * w, room.getY() + i * h, w, h);
      }
    }
    drawRowLabels(g, room, h);
    drawColumnLabels(g, room, w);
  }

  /** What each cell says when it is pointed at; after painting, which finds the places. */
  Overlay overlay(double top, List<String> words) {
    Rectangle2D room = plot.getBounds();
    return new Overlay(
        room.getX(),
        top + room.getY(),
        room.getWidth(),
        room.getHeight(),
        columnLabels.size(),
        words);
  }

  private double side() {
    int longest = Math.max(rowLabels.size(), columnLabels.size());
    if (cells.showNumbers()) {
      double number = Lettering.width(cells.format().format(0.5), numberFont()) + 2 * GAP;
      return Math.max(longest <= 6 ? 52 : 42, number);
    }
    return longest <= 16 ? 28 : Math.max(5, 450.0 / longest);
  }

  private void style() {
    Ink.apply(styler, letters);
    styler.setPlotContentSize(1.0);
    styler.setPlotMargin(0);
    styler.setPlotGridLinesVisible(false);
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTicksMarksVisible(false);
    styler.setAxisTickMarkLength(0);
    styler.setAxisTickPadding((int) GAP);
    styler.setAxisTickLabelsFont(labelFont());
    styler.setAxisTickLabelsColor(Ink.NONE);
    styler.setXAxisTickLabelsColor(Ink.NONE);
    styler.setYAxisTickLabelsColor(Ink.NONE);
    styler.setXAxisTickMarkSpacingHint(1);
    styler.setXAxisLabelRotation(slanted ? SLANT : 0);
    styler.setYAxisLabelAlignment(TextAlignment.Right);
    styler.setDrawBorder(false);
    styler.setShowValue(false);
    styler.setRangeColors(cells.ramp().colors());
    styler.setMin(cells.low());
    styler.setMax(cells.high());
    styler.setHeatMapDecimalValueFormatter(
        Digits.of(new double[] {cells.low(), cells.high()}, 2)::format);
    styler.setLegendVisible(!cells.showNumbers());
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendLayout(LegendLayout.Vertical);
    styler.setGradientColorColumnWeight(12);
    styler.setGradientColorColumnHeight(
        (int) Math.max(60, Math.min(160, cellHeight * rowLabels.size() - 50)));
    styler.setLegendPadding(8);
  }

  private List<Number[]> heat() {
    List<Number[]> heat = new ArrayList<>();
    for (int i = 0; i < rowLabels.size(); i++) {
      for (int j = 0; j < columnLabels.size(); j++) {
        float value = cells.matrix().at(i, j);
        heat.add(
            new Number[] {
              j, rowLabels.size() - 1 - i, Float.isFinite(value) ? value : cells.low()
            });
      }
    }
    return heat;
  }

  private void drawCell(Graphics2D g, float value, double x, double y, double w, double h) {
    Rectangle2D cell = new Rectangle2D.Double(x, y, w, h);
    boolean finite = Float.isFinite(value);
    if (!finite) {
      g.setColor(Ink.LINE);
      g.fill(cell);
    }
    if (w >= 20) {
      g.setColor(Color.WHITE);
      g.draw(cell);
    }
    if (cells.showNumbers() || (!finite && w >= 28)) {
      String text =
          cells.showNumbers() ? cells.format().format(value) : Digits.fixed(0).format(value);
      Color ink = finite ? ColorRamp.inkOn(cells.color(value)) : Ink.SOFT;
      double left = x + (w - Lettering.width(text, numberFont())) / 2;
      Ink.drawText(g, text, numberFont(), ink, left, y + h / 2 + 4.5);
    }
  }

  private void drawRowLabels(Graphics2D g, Rectangle2D room, double h) {
    for (int i = 0; i < rowLabels.size(); i += step(LINE, h)) {
      String label = rowLabels.get(i);
      double x = room.getX() - GAP - Lettering.width(label, labelFont());
      Ink.drawText(g, label, labelFont(), Ink.TEXT, x, room.getY() + (i + 0.5) * h + 4.5);
    }
  }

  private void drawColumnLabels(Graphics2D g, Rectangle2D room, double w) {
    double y = room.getMaxY() + GAP + Ink.LABEL * 0.8;
    int step = step(slanted ? LINE : widest(columnLabels) + 4, w);
    for (int j = 0; j < columnLabels.size(); j += step) {
      String label = columnLabels.get(j);
      double width = Lettering.width(label, labelFont());
      double middle = room.getX() + (j + 0.5) * w;
      if (slanted) {
        AffineTransform before = g.getTransform();
        g.rotate(-Math.toRadians(SLANT), middle, y);
        Ink.drawText(g, label, labelFont(), Ink.TEXT, middle - width + 4, y);
        g.setTransform(before);
      } else {
        Ink.drawText(g, label, labelFont(), Ink.TEXT, middle - width / 2, y);
      }
    }
  }

  /** Where labels need more room than a cell has, only every second, third ... is drawn. */
  private static int step(double needed, double side) {
    return (int) Math.max(1, Math.ceil(needed / side));
  }

  private Font labelFont() {
    return letters.plain(Ink.LABEL);
  }

  private Font numberFont() {
    return letters.plain(Ink.LABEL);
  }

  private double widest(List<String> labels) {
    return labels.stream().mapToDouble(t -> Lettering.width(t, labelFont())).max().orElse(0);
  }

  private static List<String> reversed(List<String> labels) {
    List<String> reversed = new ArrayList<>(labels);
    Collections.reverse(reversed);
    return reversed;
  }
}
