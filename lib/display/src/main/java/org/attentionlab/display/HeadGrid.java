package org.attentionlab.display;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * The weights of all heads at a glance: a small heat map for each, all with one scale. A layer of
 * heads is a row; a single layer is wrapped where it is long.
 *
 * <pre>
 * HeadGrid.of(result.weights().get(0)).tokens(words).title("Four heads")
 * HeadGrid.ofLayers(trace.attentions()).tokens(words)
 * </pre>
 *
 * <p>A cell that the pointer is on shows its number. The setters change this view and return it.
 */
public final class HeadGrid extends Picture {
  private static final int MOST_IN_A_ROW = 4;
  private static final double SIDE = 168;
  private static final double GAP = 22;
  private static final double HEAD = 22;
  private static final double LEGIBLE = 13;
  private static final double LABEL = 11.5;
  private static final double MOST_LABEL = 70;
  private static final double BAR = 76;

  private final List<Tensor> layers;
  private final int heads;
  private List<String> rows;
  private List<String> columns;
  private List<String> names;
  private String title = "";
  private Span scale = new Span(0, 1);
  private Ramp ramp = Ramp.AMOUNT;

  private HeadGrid(List<Tensor> layers) {
    this.layers = layers;
    this.heads = layers.get(0).size(0);
    this.rows = Labels.orIndices("HeadGrid.rows", List.of(), layers.get(0).size(1));
    this.columns = Labels.orIndices("HeadGrid.columns", List.of(), layers.get(0).size(2));
    this.names =
        IntStream.range(0, layers.size() * heads)
            .mapToObj(
                i -> (layers.size() == 1 ? "head " : "layer " + i / heads + ", head ") + i % heads)
            .toList();
  }

  /**
   * The heads of one layer.
   *
   * @param weights (H, T, S), or (1, H, T, S)
   * @return the view
   * @throws ShapeException if the shape is another, or empty
   */
  public static HeadGrid of(Tensor weights) {
    return ofLayers(List.of(weights));
  }

  /**
   * The heads of several layers, from the first.
   *
   * @param weights for each layer (H, T, S), or (1, H, T, S); all of one shape
   * @return the view
   * @throws ShapeException if a shape is another, or empty
   */
  public static HeadGrid ofLayers(List<Tensor> weights) {
    if (weights.isEmpty()) {
      throw new IllegalArgumentException("HeadGrid: there are no layers to show.");
    }
    List<Tensor> layers = weights.stream().map(HeadGrid::heads).toList();
    for (Tensor layer : layers) {
      if (!Arrays.equals(layer.shape(), layers.get(0).shape())) {
        throw new ShapeException(
            "HeadGrid: the layers have shapes "
                + layers.get(0).shapeString()
                + " and "
                + layer.shapeString()
                + "; one grid needs the same for all.");
      }
    }
    return new HeadGrid(layers);
  }

  private static Tensor heads(Tensor weights) {
    if (weights.rank() == 4 && weights.size(0) == 1) {
      return heads(weights.get(0));
    }
    if (weights.rank() != 3 || weights.numel() == 0) {
      throw new ShapeException(
          "HeadGrid: needs the weights of one example, (H, T, S), but the shape is "
              + weights.shapeString()
              + "."
              + (weights.rank() == 4 ? "\n  Did you mean get(0), the first of the batch?" : ""));
    }
    return weights;
  }

  /**
   * Names queries and keys alike.
   *
   * @param labels one for each
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public HeadGrid tokens(List<String> labels) {
    return rows(labels).columns(labels);
  }

  /**
   * Names the queries, from the top.
   *
   * @param labels one for each
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public HeadGrid rows(List<String> labels) {
    rows = Labels.orIndices("HeadGrid.rows", List.copyOf(labels), layers.get(0).size(1));
    return this;
  }

  /**
   * Names the keys, from the left.
   *
   * @param labels one for each
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public HeadGrid columns(List<String> labels) {
    columns = Labels.orIndices("HeadGrid.columns", List.copyOf(labels), layers.get(0).size(2));
    return this;
  }

  /**
   * Names the heads, in place of layer and number.
   *
   * @param labels one for each head, layer by layer
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public HeadGrid names(List<String> labels) {
    names = Labels.orIndices("HeadGrid.names", List.copyOf(labels), layers.size() * heads);
    return this;
  }

  /**
   * Puts a title over the picture.
   *
   * @param text the title
   * @return this view
   */
  public HeadGrid title(String text) {
    title = text;
    return this;
  }

  /**
   * Lets the scale go from the least to the greatest number of all heads, in place of 0 to 1.
   *
   * @return this view
   */
  public HeadGrid fit() {
    scale = Span.of(layers);
    return this;
  }

  /**
   * For numbers of both signs: below 0 one hue, above it another, one scale for all heads.
   *
   * @return this view
   */
  public HeadGrid signed() {
    ramp = Ramp.SIGNED;
    scale = Span.of(layers).aroundZero();
    return this;
  }

  /** Where everything stands. */
  private record Plan(
      Lettering letters,
      List<String> titleLines,
      int across,
      int count,
      double cellWidth,
      double cellHeight,
      double left,
      double top,
      double below,
      int width,
      int height) {}

  private Plan plan() {
    List<String> texts = new ArrayList<>(rows);
    texts.addAll(columns);
    texts.addAll(names);
    texts.add(title);
    Lettering letters = Lettering.of(texts);
    int count = layers.size() * heads;
    int across = layers.size() == 1 ? Math.min(heads, MOST_IN_A_ROW) : heads;
    double side = Math.min(SIDE, Math.max(60, 900.0 / across - GAP));
    int longest = Math.max(rows.size(), columns.size());
    double cell = Math.min(26, side / longest);
    boolean legible = cell >= LEGIBLE;
    double left = Ink.PADDING + (legible ? widest(letters, rows) + 6 : 0);
    double below = legible ? widest(letters, columns) + 8 : 0;
    int down = (count + across - 1) / across;
    double panel = Math.max(cell * columns.size(), widestName(letters));
    int width = (int) Math.ceil(left + across * (panel + GAP) + BAR);
    List<String> lines =
        Ink.wrapped(letters.legible(title), letters.bold(Ink.TITLE), width - 2.0 * Ink.PADDING);
    double top = Math.max(Ink.PADDING, Ink.titleHeight(lines) + 4);
    int height = (int) Math.ceil(top + down * (HEAD + cell * rows.size() + 12) + below);
    return new Plan(
        letters,
        lines,
        across,
        count,
        panel / columns.size(),
        cell,
        left,
        top,
        below,
        width,
        height);
  }

  private double widestName(Lettering letters) {
    Font font = letters.plain(Ink.AXIS);
    return names.stream().mapToDouble(n -> Lettering.width(n, font)).max().orElse(0);
  }

  private static double widest(Lettering letters, List<String> labels) {
    Font font = letters.plain(LABEL);
    double widest = labels.stream().mapToDouble(t -> Lettering.width(t, font)).max().orElse(0);
    return Math.min(MOST_LABEL, widest);
  }

  private Rectangle2D panel(Plan plan, int index) {
    double w = plan.cellWidth() * columns.size();
    double h = plan.cellHeight() * rows.size();
    int row = index / plan.across();
    double x = plan.left() + index % plan.across() * (w + GAP);
    double y = plan.top() + row * (h + HEAD + 12) + HEAD;
    return new Rectangle2D.Double(x, y, w, h);
  }

  private Tensor head(int index) {
    return layers.get(index / heads).get(index % heads);
  }

  @Override
  Sheet sheet() {
    Plan plan = plan();
    return new Sheet(plan.width(), plan.height(), g -> draw(g, plan), () -> overlays(plan));
  }

  private List<Overlay> overlays(Plan plan) {
    if ((long) plan.count() * rows.size() * columns.size() > Overlay.MOST_CELLS) {
      return List.of();
    }
    List<Overlay> overlays = new ArrayList<>();
    for (int i = 0; i < plan.count(); i++) {
      Rectangle2D room = panel(plan, i);
      String name = names.get(i);
      List<String> words =
          new MatrixWords(head(i), rows, columns)
              .cells().stream().map(cell -> name + ": " + cell).toList();
      overlays.add(
          new Overlay(
              room.getX(), room.getY(), room.getWidth(), room.getHeight(), columns.size(), words));
    }
    return overlays;
  }

  private void draw(Graphics2D g, Plan plan) {
    Ink.drawTitle(g, plan.titleLines(), plan.letters().bold(Ink.TITLE));
    Font name = plan.letters().plain(Ink.AXIS);
    for (int i = 0; i < plan.count(); i++) {
      Rectangle2D room = panel(plan, i);
      String text = plan.letters().legible(names.get(i));
      Ink.drawText(g, text, name, Ink.TEXT, room.getX(), room.getY() - 6);
      cells(g, head(i), room);
      if (plan.cellHeight() >= LEGIBLE && i % plan.across() == 0) {
        rowLabels(g, plan, room);
      }
      if (plan.cellHeight() >= LEGIBLE && i + plan.across() >= plan.count()) {
        columnLabels(g, plan, room);
      }
    }
    Rectangle2D first = panel(plan, 0);
    double x = panel(plan, plan.across() - 1).getMaxX() + GAP;
    ColorBar.draw(
        g,
        plan.letters().plain(LABEL),
        ramp,
        scale,
        new Rectangle2D.Double(x, first.getY(), 12, Math.max(60, first.getHeight())));
  }

  private void cells(Graphics2D g, Tensor matrix, Rectangle2D room) {
    double w = room.getWidth() / columns.size();
    double h = room.getHeight() / rows.size();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        float value = matrix.at(i, j);
        boolean finite = Float.isFinite(value);
        Color color = ramp.at((value - scale.low()) / (scale.high() - scale.low()));
        g.setColor(finite ? color : Ink.LINE);
        g.fill(new Rectangle2D.Double(room.getX() + j * w, room.getY() + i * h, w, h));
      }
    }
    g.setColor(Ink.LINE);
    g.draw(room);
  }

  private void rowLabels(Graphics2D g, Plan plan, Rectangle2D room) {
    Font font = plan.letters().plain(LABEL);
    for (int i = 0; i < rows.size(); i++) {
      String text = Ink.shortened(plan.letters().legible(rows.get(i)), font, MOST_LABEL);
      double x = room.getX() - 6 - Lettering.width(text, font);
      Ink.drawText(g, text, font, Ink.TEXT, x, room.getY() + (i + 0.5) * plan.cellHeight() + 4);
    }
  }

  /** Upright from below, so that long words stand under narrow cells. */
  private void columnLabels(Graphics2D g, Plan plan, Rectangle2D room) {
    Font font = plan.letters().plain(LABEL);
    for (int j = 0; j < columns.size(); j++) {
      String text = Ink.shortened(plan.letters().legible(columns.get(j)), font, MOST_LABEL);
      double x = room.getX() + (j + 0.5) * plan.cellWidth() + 4;
      double y = room.getMaxY() + 6 + Lettering.width(text, font);
      var before = g.getTransform();
      g.rotate(-Math.PI / 2, x, y);
      Ink.drawText(g, text, font, Ink.TEXT, x, y);
      g.setTransform(before);
    }
  }

  /** Where each head puts the most weight, in words. */
  @Override
  public String alt() {
    String start =
        String.format(
            Locale.ROOT,
            "Heat maps%s of %d %s, each %d by %d.",
            title.isEmpty() ? "" : " \"" + title + "\"",
            layers.size() * heads,
            layers.size() * heads == 1 ? "head" : "heads",
            rows.size(),
            columns.size());
    return IntStream.range(0, layers.size() * heads)
        .limit(24)
        .mapToObj(this::greatest)
        .collect(Collectors.joining("", start, ""));
  }

  private String greatest(int index) {
    Tensor matrix = head(index);
    int at = matrix.reshape(-1).argmax(0)[0];
    int row = at / columns.size();
    int column = at % columns.size();
    String value =
        Digits.of(new double[] {matrix.at(row, column)}, 2).format(matrix.at(row, column));
    return " "
        + names.get(index)
        + ": greatest "
        + rows.get(row)
        + " → "
        + columns.get(column)
        + ", "
        + value
        + ".";
  }

  /** The description in words. */
  @Override
  public String toString() {
    return alt();
  }
}
