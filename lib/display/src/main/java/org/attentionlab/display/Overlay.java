package org.attentionlab.display;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Words that lie over a picture and show when the pointer is on them: the value of a cell.
 *
 * <p>Places are in points of the page. No script is needed; whoever hears the page instead of
 * seeing it gets the picture's own text.
 *
 * @param x the left edge
 * @param y the top edge
 * @param width of all cells
 * @param height of all cells
 * @param columns how many cells stand in a row
 * @param words one text for each cell, row by row
 */
record Overlay(double x, double y, double width, double height, int columns, List<String> words) {
  /** Beyond this a cell is too small to point at, and the page would grow for nothing. */
  static final int MOST_CELLS = 4096;

  String html(int pictureWidth, int pictureHeight) {
    return "<div class=\"al-over\" aria-hidden=\"true\" style=\"left:"
        + percent(x / pictureWidth)
        + ";top:"
        + percent(y / pictureHeight)
        + ";width:"
        + percent(width / pictureWidth)
        + ";height:"
        + percent(height / pictureHeight)
        + "\"><div style=\"grid-template-columns:repeat("
        + columns
        + ",1fr)\">"
        + words.stream()
            .map(text -> "<i data-v=\"" + Html.escape(text) + "\"></i>")
            .collect(Collectors.joining())
        + "</div></div>";
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * part);
  }
}
