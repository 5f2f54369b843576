package org.attentionlab.grading.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attentionlab.display.Html;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table of the class report: names to the left, numbers to the right. */
final class ReportTable {

  private ReportTable() {}

  /** A table of numbers and of texts, which are escaped. */
  static String of(Table table) {
    if (table.isEmpty()) {
      return "<p>None.</p>\n";
    }
    List<List<String>> rows = new ArrayList<>();
    for (Row row : table) {
      List<String> cells = new ArrayList<>();
      for (Column<?> column : table.columns()) {
        Object value = column.get(row.getRowNumber());
        cells.add(
            value instanceof Integer || value instanceof String
                ? Html.escape(value.toString())
                : number(value instanceof Double real ? real : Double.NaN));
      }
      rows.add(cells);
    }
    return of(table.columnNames(), rows);
  }

  /** A table of cells that are HTML. */
  static String of(List<String> header, List<List<String>> rows) {
    StringBuilder html = new StringBuilder("<table>\n<tr>");
    for (int i = 0; i < header.size(); i++) {
      cell(html, "th", header.get(i), isNumbers(rows, i));
    }
    html.append("</tr>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        cell(html, "td", row.get(i), isNumbers(rows, i));
      }
      html.append("</tr>\n");
    }
    return html.append("</table>\n").toString();
  }

  /** At most two digits behind the point; a hyphen where there is no number. */
  static String number(double value) {
    return Double.isNaN(value)
        ? "-"
        : String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
  }

  private static void cell(StringBuilder html, String tag, String content, boolean number) {
    html.append('<').append(tag).append(number ? " class=\"al-number\">" : ">");
    html.append(content).append("</").append(tag).append('>');
  }

  private static boolean isNumbers(List<List<String>> rows, int column) {
    return rows.stream().allMatch(row -> row.get(column).matches("-|-?[\\d.]+"));
  }
}
