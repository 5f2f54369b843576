package org.attentionlab.display.views;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attentionlab.display.Html;
import org.attentionlab.tensor.Tensor;

/** A matrix as a table without a script; the colours may be lost, the numbers stay. */
record StillTable(Tensor matrix, List<String> rows, List<String> columns, int decimals) {
  /** As many as the style has classes {@code al-w}. */
  private static final int SHADES = 20;

  /** The table under a caption, its colours those of the numbers' share of the greatest. */
  String html(String caption) {
    double greatest = 0;
    for (float value : matrix.toArray()) {
      greatest = Float.isFinite(value) ? Math.max(greatest, Math.abs(value)) : greatest;
    }
    double full = greatest == 0 ? 1 : greatest;
    String head =
        columns.stream()
            .map(name -> "<th scope=\"col\">" + Html.escape(name) + "</th>")
            .collect(Collectors.joining("", "<thead><tr><td></td>", "</tr></thead>"));
    String body =
        IntStream.range(0, rows.size())
            .mapToObj(i -> row(i, full))
            .collect(Collectors.joining("", "<tbody>", "</tbody>"));
    return "<div class=\"al-scroll\"><table class=\"al-table\"><caption>"
        + Html.escape(caption)
        + "</caption>"
        + head
        + body
        + "</table></div>";
  }

  private String row(int i, double full) {
    return IntStream.range(0, columns.size())
        .mapToObj(j -> cell(matrix.at(i, j), full))
        .collect(
            Collectors.joining(
                "", "<tr><th scope=\"row\">" + Html.escape(rows.get(i)) + "</th>", "</tr>"));
  }

  private String cell(float value, double full) {
    long shade = Float.isFinite(value) ? Math.round(SHADES * Math.abs(value) / full) : 0;
    return "<td class=\"al-cell"
        + (shade == 0 ? "" : " al-w" + shade)
        + (value < 0 ? " al-minus" : "")
        + "\">"
        + number(value, decimals)
        + "</td>";
  }

  /** A number as it stands in a cell; no minus before a zero. */
  static String number(double value, int decimals) {
    if (Double.isInfinite(value)) {
      return value < 0 ? "−∞" : "∞";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text.replace("-", "") : text.replace('-', '−');
  }
}
