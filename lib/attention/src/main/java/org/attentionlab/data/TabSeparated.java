package org.attentionlab.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attentionlab.text.TextLines;

/**
 * Reads pairs that a user supplies: a source, a tab and a target on each line, in UTF-8.
 *
 * <pre>
 * List&lt;Pair&gt; pairs = TabSeparated.read(Path.of("pairs.tsv"));
 * List&lt;Pair&gt; clean = Duplicates.removed(pairs, pair -&gt; pair);
 * var split = Split.byKey(rng, clean, Pair::source);
 * </pre>
 *
 * <p>Lines end with LF, CRLF or CR, and a byte order mark in front is dropped. Lines that hold
 * spaces alone are skipped. Space around a text is dropped; a quote is a character like any other,
 * so no text holds a tab or the end of a line. There is no line of headings: the first line is a
 * pair as all others are.
 */
public final class TabSeparated {
  private TabSeparated() {}

  /**
   * All pairs of a file.
   *
   * @param file with two columns
   * @return the pairs in their order, duplicates among them
   * @throws IOException if the file cannot be read, is not UTF-8, has a line with other than two
   *     columns or with an empty one, or holds no pair at all; the message names file and line
   */
  public static List<Pair> read(Path file) throws IOException {
    List<String> lines = TextLines.read(file);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean skipped = lines.get(i).isBlank() && !lines.get(i).contains("\t");
      if (!skipped) {
        pairs.add(pair(file, i + 1, lines.get(i)));
      }
    }
    if (pairs.isEmpty()) {
      throw TextLines.problem(
          file, 1, "the file holds no pair; each line needs a source, a tab and a target");
    }
    return List.copyOf(pairs);
  }

  private static Pair pair(Path file, int line, String text) throws IOException {
    String[] columns = text.split("\t", -1);
    if (columns.length == 1) {
      throw TextLines.problem(
          file,
          line,
          "there is no tab, and a source and a target have to be parted by one; an editor may have"
              + " turned it into spaces, or a table may have been saved with commas");
    }
    if (columns.length > 2) {
      throw TextLines.problem(
          file,
          line,
          columns.length + " columns, but a pair has 2, source and target; remove the others");
    }
    Pair pair = new Pair(columns[0].strip(), columns[1].strip());
    if (pair.source().isEmpty() || pair.target().isEmpty()) {
      throw TextLines.problem(
          file,
          line,
          "the "
              + (pair.source().isEmpty() ? "source" : "target")
              + " is empty; fill it in, or remove the line");
    }
    return pair;
  }
}
