package org.attentionlab.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * A matrix of attention weights as colours: a row for each query, a column for each key, row 0 at
 * the top as in papers.
 *
 * <pre>
 * Heatmap.of(weights).rows(tokens).columns(tokens).title("Who attends to whom")
 * </pre>
 *
 * <p>The scale goes from 0 to 1 unless another is set, so that two heat maps compare; {@link
 * #onOneScale} finds one for several. The numbers stand in the cells of small ones; large ones have
 * a bar of colours beside them, and show the number of the cell that the pointer is on. A cell that
 * is not a finite number stays empty, with its sign. The setters change this view and return it.
 */
public final class Heatmap extends Picture {
  /** Up to so many rows and columns the cells hold their numbers. */
  private static final int NUMBERS_FIT = 12;

  private static final int END_DIGITS = 3;

  private final Tensor matrix;
  private List<String> rows;
  private List<String> columns;
  private String title = "";
  private String rowAxis = "query (attends)";
  private String columnAxis = "key (is attended to)";
  private Ramp ramp = Ramp.AMOUNT;
  private double low = 0;
  private double high = 1;
  private boolean numbers;
  private int digits = 2;

  private Heatmap(Tensor matrix) {
    this.matrix = matrix;
    this.rows = Labels.orIndices("Heatmap.rows", List.of(), matrix.size(0));
    this.columns = Labels.orIndices("Heatmap.columns", List.of(), matrix.size(1));
    this.numbers = Math.max(matrix.size(0), matrix.size(1)) <= NUMBERS_FIT;
  }

  /**
   * A heat map of a matrix.
   *
   * @param matrix (T, S), such as the weights of attention, at least (1, 1)
   * @return the view
   * @throws ShapeException if it is no matrix, or empty
   */
  public static Heatmap of(Tensor matrix) {
    if (matrix.rank() != 2) {
      throw new ShapeException(
          "Heatmap: needs a matrix (T, S), but the shape is "
              + matrix.shapeString()
              + "."
              + (matrix.rank() > 2 ? "\n  Did you mean one slice of it, such as get(0)?" : ""));
    }
    if (matrix.numel() == 0) {
      throw new ShapeException("Heatmap: shape " + matrix.shapeString() + " has no cells.");
    }
    return new Heatmap(matrix);
  }

  /**
   * Names the rows, from the top.
   *
   * @param labels one for each row; the same may stand twice
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public Heatmap rows(List<String> labels) {
    rows = Labels.orIndices("Heatmap.rows", List.copyOf(labels), matrix.size(0));
    return this;
  }

  /**
   * Names the columns, from the left.
   *
   * @param labels one for each column; the same may stand twice
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public Heatmap columns(List<String> labels) {
    columns = Labels.orIndices("Heatmap.columns", List.copyOf(labels), matrix.size(1));
    return this;
  }

  /**
   * Names rows and columns alike, as self-attention wants.
   *
   * @param labels one for each row and column
   * @return this view
   * @throws IllegalArgumentException if their number is another
   */
  public Heatmap tokens(List<String> labels) {
    return rows(labels).columns(labels);
  }

  /**
   * Puts a title over the picture.
   *
   * @param text the title
   * @return this view
   */
  public Heatmap title(String text) {
    title = text;
    return this;
  }

  /**
   * Says what the axes are, in place of query and key.
   *
   * @param ofRows what a row is
   * @param ofColumns what a column is
   * @return this view
   */
  public Heatmap axes(String ofRows, String ofColumns) {
    rowAxis = ofRows;
    columnAxis = ofColumns;
    return this;
  }

  /**
   * Sets the numbers at the ends of the colours.
   *
   * @param min what is palest
   * @param max what is darkest, above min
   * @return this view
   */
  public Heatmap scale(double min, double max) {
    if (!(min < max)) {
      throw new IllegalArgumentException(
          "Heatmap.scale: min " + min + " is not below max " + max + ".");
    }
    low = min;
    high = max;
    return this;
  }

  /**
   * Lets the scale go from the least to the greatest number of this matrix.
   *
   * @return this view
   */
  public Heatmap fit() {
    return scale(Span.of(List.of(matrix)));
  }

  /**
   * For numbers of both signs, such as scores: below 0 one hue, above it another, 0 in the middle.
   *
   * @return this view
   */
  public Heatmap signed() {
    Span span = Span.of(List.of(matrix)).aroundZero();
    ramp = Ramp.SIGNED;
    return scale(span);
  }

  /**
   * Gives several heat maps one scale, from the least to the greatest number of all, and puts them
   * next to each other: equal colours are equal numbers. Where one of them is {@link #signed}, all
   * are.
   *
   * @param maps the heat maps, which this changes
   * @return all of them
   */
  public static SideBySide onOneScale(Heatmap... maps) {
    Span all = Span.of(Arrays.stream(maps).map(map -> map.matrix).toList());
    boolean signs = Arrays.stream(maps).anyMatch(map -> map.ramp == Ramp.SIGNED);
    for (Heatmap map : maps) {
      map.ramp = signs ? Ramp.SIGNED : Ramp.AMOUNT;
      map.scale(signs ? all.aroundZero() : all);
    }
    return SideBySide.ofAll(List.of(maps));
  }

  /** The ends stand beside the bar of colours: few digits, and no number beyond them. */
  private Heatmap scale(Span span) {
    return scale(
        shortened(span.low(), RoundingMode.FLOOR), shortened(span.high(), RoundingMode.CEILING));
  }

  private static double shortened(double end, RoundingMode outwards) {
    return new BigDecimal(end).round(new MathContext(END_DIGITS, outwards)).doubleValue();
  }

  /**
   * Writes the numbers into the cells, or not.
   *
   * @param on whether they are shown
   * @return this view
   */
  public Heatmap values(boolean on) {
    numbers = on;
    return this;
  }

  /**
   * Sets the decimals of the numbers in the cells.
   *
   * @param decimals from 0 to 6
   * @return this view
   */
  public Heatmap digits(int decimals) {
    if (decimals < 0 || decimals > 6) {
      throw new IllegalArgumentException("Heatmap.digits: " + decimals + " is not from 0 to 6.");
    }
    digits = decimals;
    return this;
  }

  @Override
  Sheet sheet() {
    List<String> texts = new ArrayList<>(rows);
    texts.addAll(columns);
    texts.addAll(List.of(title, rowAxis, columnAxis));
    Lettering letters = Lettering.of(texts);
    TokenGrid grid =
        new TokenGrid(
            letters,
            new TokenGrid.Cells(
                matrix, ramp, low, high, numbers ? digits : TokenGrid.Cells.NO_NUMBERS),
            letters.legible(rows),
            letters.legible(columns));
    grid.setXAxisTitle(letters.legible(columnAxis));
    grid.setYAxisTitle(letters.legible(rowAxis));
    grid.fit();
    List<String> words = new MatrixWords(matrix, rows, columns).cells();
    return Ink.titled(
        letters,
        title,
        grid,
        top -> words.isEmpty() ? List.of() : List.of(grid.overlay(top, words)));
  }

  /** The matrix in words: every weight of a small one, the greatest of each row of a large one. */
  @Override
  public String alt() {
    return new MatrixWords(matrix, rows, columns).describe("Heat map", title);
  }

  /** The matrix as text, with its labels. */
  @Override
  public String toString() {
    return (title.isEmpty() ? "" : title + "\n") + new MatrixWords(matrix, rows, columns).table();
  }
}
