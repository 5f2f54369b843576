package org.attentionlab.display.views;

import org.attentionlab.tensor.Tensor;

/**
 * A small heat map as SVG: a few shades, each one path of cells, so that a picture of 32 by 32
 * weights stays small.
 */
record Thumbnail(Tensor matrix, double greatest) {
  private static final int SHADES = 10;

  String svg() {
    int rows = matrix.size(0);
    int columns = matrix.size(1);
    StringBuilder out = new StringBuilder("<svg viewBox=\"0 0 " + columns + " " + rows + "\"");
    out.append(
        " preserveAspectRatio=\"none\" shape-rendering=\"crispEdges\" aria-hidden=\"true\">");
    for (int shade = 1; shade <= SHADES; shade++) {
      String cells = cells(shade);
      if (!cells.isEmpty()) {
        double opacity = Math.round(100.0 * shade / SHADES) / 100.0;
        out.append("<path fill-opacity=\"" + opacity + "\" d=\"" + cells + "\"/>");
      }
    }
    return out.append("</svg>").toString();
  }

  /** Runs of cells with a shade, each a rectangle one row high. */
  private String cells(int shade) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < matrix.size(0); i++) {
      int from = 0;
      while (from < matrix.size(1)) {
        int to = from;
        while (to < matrix.size(1) && shade(i, to) == shade) {
          to++;
        }
        if (to > from) {
          path.append("M" + from + " " + i + "h" + (to - from) + "v1H" + from + "z");
        }
        from = to + 1;
      }
    }
    return path.toString();
  }

  private long shade(int row, int column) {
    return greatest == 0 ? 0 : Math.round(SHADES * matrix.at(row, column) / greatest);
  }
}
