package org.attentionlab.display;

import java.util.List;

/**
 * A table with labels on both axes, elided where it is large.
 *
 * @param kind a style class of its own, or empty
 * @param caption the whole caption element
 * @param rows one label for each row
 * @param columns one label for each column
 * @param cell what a cell holds
 */
record Grid(String kind, String caption, List<String> rows, List<String> columns, Cell cell) {
  private static final int MOST_ROWS = 20;
  private static final int MOST_COLUMNS = 16;

  /** Makes the element of one cell. */
  interface Cell {
    String html(int row, int column);
  }

  static List<Integer> shownRows(int size) {
    return Window.of(size, MOST_ROWS);
  }

  static List<Integer> shownColumns(int size) {
    return Window.of(size, MOST_COLUMNS);
  }

  String html() {
    StringBuilder out = new StringBuilder("<table class=\"al-t");
    out.append(kind.isEmpty() ? "" : " " + kind).append("\">").append(caption);
    out.append("<thead><tr><th></th>");
    for (int j : shownColumns(columns.size())) {
      out.append(j == Window.GAP ? gap("th", "…") : "<th scope=\"col\">" + label(columns, j));
      out.append("</th>");
    }
    out.append("</tr></thead><tbody>");
    for (int i : shownRows(rows.size())) {
      out.append(
          i == Window.GAP ? "<tr>" + gap("th", "⋮") : "<tr><th scope=\"row\">" + label(rows, i));
      out.append("</th>");
      for (int j : shownColumns(columns.size())) {
        out.append(cell(i, j));
      }
      out.append("</tr>");
    }
    return out.append("</tbody></table>").toString();
  }

  private String cell(int row, int column) {
    if (row == Window.GAP) {
      return gap("td", column == Window.GAP ? "⋱" : "⋮") + "</td>";
    }
    return column == Window.GAP ? gap("td", "…") + "</td>" : cell.html(row, column);
  }

  private static String label(List<String> labels, int index) {
    return Html.escape(labels.get(index));
  }

  private static String gap(String element, String sign) {
    return "<" + element + " class=\"al-gap\">" + sign;
  }
}
