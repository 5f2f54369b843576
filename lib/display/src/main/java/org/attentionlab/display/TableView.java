package org.attentionlab.display;

import java.util.Arrays;
import java.util.Locale;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table: column names with their types, numbers aligned, rows limited.
 *
 * <p>The setters change this view and return it.
 */
public final class TableView implements HtmlView {
  private static final int USUAL_LIMIT = 20;

  private final Table table;
  private int limit = USUAL_LIMIT;
  private int digits = Digits.USUAL;

  private TableView(Table table) {
    this.table = table;
  }

  /**
   * A view of a table.
   *
   * @param table any table
   * @return the view
   */
  public static TableView of(Table table) {
    return new TableView(table);
  }

  /**
   * Sets how many rows are shown, from the first.
   *
   * @param rows at least 1
   * @return this view
   */
  public TableView limit(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("TableView.limit: " + rows + " is below 1.");
    }
    limit = rows;
    return this;
  }

  /**
   * Sets how many decimals are shown; zeros at the end of a whole column are left out.
   *
   * @param most from 0 to 17
   * @return this view
   */
  public TableView digits(int most) {
    if (most < 0 || most > 17) {
      throw new IllegalArgumentException("TableView.digits: " + most + " is not from 0 to 17.");
    }
    digits = most;
    return this;
  }

  @Override
  public String toHtml() {
    int shown = Math.min(limit, table.rowCount());
    String[][] cells = new String[table.columnCount()][];
    StringBuilder out = new StringBuilder("<table class=\"al-t\">");
    out.append(Style.caption(title(), counts())).append("<thead><tr>");
    for (int c = 0; c < cells.length; c++) {
      Column<?> column = table.column(c);
      cells[c] = texts(column, shown);
      out.append("<th scope=\"col\"").append(alignment(column)).append('>');
      out.append(Html.escape(column.name())).append("<small>").append(type(column));
      out.append("</small></th>");
    }
    out.append("</tr></thead><tbody>");
    for (int r = 0; r < shown; r++) {
      out.append("<tr>");
      for (int c = 0; c < cells.length; c++) {
        out.append("<td").append(alignment(table.column(c))).append('>');
        out.append(Html.escape(cells[c][r])).append("</td>");
      }
      out.append("</tr>");
    }
    out.append("</tbody></table>");
    int hidden = table.rowCount() - shown;
    return Style.block(
        out + (hidden == 0 ? "" : Style.note("… " + hidden + " more " + rows(hidden))));
  }

  private String title() {
    return table.name() == null ? "" : table.name();
  }

  private String counts() {
    int columns = table.columnCount();
    return table.rowCount()
        + " "
        + rows(table.rowCount())
        + ", "
        + columns
        + (columns == 1 ? " column" : " columns");
  }

  private static String rows(int count) {
    return count == 1 ? "row" : "rows";
  }

  private static String type(Column<?> column) {
    return Html.escape(column.type().name().toLowerCase(Locale.ROOT));
  }

  private static String alignment(Column<?> column) {
    return column instanceof NumericColumn<?> ? "" : " class=\"al-l\"";
  }

  private String[] texts(Column<?> column, int shown) {
    String[] texts = new String[shown];
    if (column instanceof NumericColumn<?> numbers) {
      double[] values = new double[shown];
      for (int r = 0; r < shown; r++) {
        values[r] = numbers.getDouble(r);
      }
      boolean counts = isCounting(column, values);
      Digits format = Digits.of(values, digits);
      for (int r = 0; r < shown; r++) {
        String text = counts ? grouped(values[r]) : format.format(values[r]);
        texts[r] = numbers.isMissing(r) ? "" : text;
      }
    } else {
      for (int r = 0; r < shown; r++) {
        texts[r] = column.getString(r);
      }
    }
    return texts;
  }

  /** Whole numbers too long to be read without groups; none of their digits may be lost. */
  private static boolean isCounting(Column<?> column, double[] values) {
    boolean whole = column instanceof IntColumn || column instanceof LongColumn;
    return whole && Arrays.stream(values).anyMatch(value -> Math.abs(value) >= 1e7);
  }

  private static String grouped(double whole) {
    return String.format(Locale.ROOT, "%,.0f", whole);
  }

  /** The table's own text, with as many rows. */
  @Override
  public String toString() {
    return table.print(limit);
  }
}
