package org.attentionlab.display;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attentionlab.tensor.Tensor;

/** A labelled matrix as text. */
record MatrixWords(Tensor matrix, List<String> rows, List<String> columns) {
  private static final int MOST_CELLS_IN_WORDS = 64;
  private static final int MOST_ROWS_IN_WORDS = 40;
  private static final int MOST = 16;

  /** Sentences: all the cells of a small matrix, else the greatest of each row. */
  String describe(String kind, String title) {
    Digits format = format(2);
    boolean small = matrix.numel() <= MOST_CELLS_IN_WORDS;
    String sentences =
        IntStream.range(0, Math.min(rows.size(), MOST_ROWS_IN_WORDS))
            .mapToObj(i -> " Row " + rows.get(i) + ": " + (small ? all(i, format) : top(i, format)))
            .collect(Collectors.joining());
    int hidden = rows.size() - MOST_ROWS_IN_WORDS;
    return kind
        + (title.isEmpty() ? "" : " \"" + title + "\"")
        + ", "
        + rows.size()
        + " by "
        + columns.size()
        + "."
        + sentences
        + (hidden > 0 ? " And " + hidden + " more rows." : "");
  }

  /** What each cell says, row by row; nothing where there are too many to point at. */
  List<String> cells() {
    if (matrix.numel() > Overlay.MOST_CELLS) {
      return List.of();
    }
    Digits format = format(3);
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        cells.add(rows.get(i) + " → " + columns.get(j) + ": " + format.format(matrix.at(i, j)));
      }
    }
    return cells;
  }

  /** Aligned rows and columns, elided where there are many. */
  String table() {
    Digits format = format(Digits.USUAL);
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    Window.of(columns.size(), MOST)
        .forEach(j -> head.add(j == Window.GAP ? "..." : columns.get(j)));
    lines.add(head);
    for (int i : Window.of(rows.size(), MOST)) {
      List<String> line = new ArrayList<>(List.of(i == Window.GAP ? "..." : rows.get(i)));
      Window.of(columns.size(), MOST)
          .forEach(
              j ->
                  line.add(
                      i == Window.GAP || j == Window.GAP ? "..." : format.format(matrix.at(i, j))));
      lines.add(line);
    }
    return aligned(lines);
  }

  private String all(int row, Digits format) {
    return IntStream.range(0, columns.size())
        .mapToObj(j -> columns.get(j) + " " + format.format(matrix.at(row, j)))
        .collect(Collectors.joining(", ", "", "."));
  }

  private String top(int row, Digits format) {
    int best = matrix.get(row).argmax(0)[0];
    return "most on " + columns.get(best) + ", " + format.format(matrix.at(row, best)) + ".";
  }

  private Digits format(int decimals) {
    float[] data = matrix.toArray();
    double[] values = IntStream.range(0, data.length).mapToDouble(i -> data[i]).toArray();
    return Digits.of(values, decimals);
  }

  private static String aligned(List<List<String>> lines) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int j = 0; j < widths.length; j++) {
        widths[j] = Math.max(widths[j], columnsOf(line.get(j)));
      }
    }
    return lines.stream()
        .map(
            line ->
                IntStream.range(0, widths.length)
                    .mapToObj(j -> " ".repeat(widths[j] - columnsOf(line.get(j))) + line.get(j))
                    .collect(Collectors.joining("  ")))
        .collect(Collectors.joining("\n"));
  }

  /** How many columns of a terminal a text takes: a Chinese character takes two. */
  private static int columnsOf(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
