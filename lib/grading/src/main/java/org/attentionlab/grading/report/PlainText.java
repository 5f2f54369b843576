package org.attentionlab.grading.report;

import java.util.List;

/**
 * Text from a submission, made harmless to show: no control characters, no invisible characters
 * that reorder or hide others, a bounded length.
 */
public final class PlainText {

  private static final int LONGEST_LINE = 600;
  private static final int MOST_LINES = 8;

  private PlainText() {}

  /** One line; what cannot be shown becomes a replacement character. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_LINE)
        .forEach(point -> line.appendCodePoint(visible(point) ? point : '\uFFFD'));
    return line.toString();
  }

  /** A few lines. */
  public static List<String> lines(List<String> lines) {
    return lines.stream().limit(MOST_LINES).map(PlainText::line).toList();
  }

  /** A text of several lines, its line breaks kept. */
  public static String block(String text) {
    StringBuilder block = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> block.appendCodePoint(point == '\n' || visible(point) ? point : '\uFFFD'));
    return block.toString();
  }

  private static boolean visible(int point) {
    int type = Character.getType(point);
    return !Character.isISOControl(point)
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
