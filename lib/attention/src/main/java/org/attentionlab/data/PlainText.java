package org.attentionlab.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attentionlab.text.TextLines;

/**
 * Reads text that a user supplies, in UTF-8: as lines, or as sentences.
 *
 * <p>Lines end with LF, CRLF or CR, and a byte order mark in front is dropped.
 */
public final class PlainText {
  private static final Pattern END =
      Pattern.compile("[.!?…]+[\"'”’»)\\]]*\\s++(?!\\p{Ll})|[。！？]+[”’」』）]*\\s*");
  private static final String CHINESE = "[\\p{IsHan}，、；：。！？…“”‘’「」『』（）《》]";
  private static final Pattern NO_SPACE =
      Pattern.compile("(?<=" + CHINESE + ")\n(?=" + CHINESE + ")");

  private PlainText() {}

  /**
   * The lines of a file, for text with one example on each.
   *
   * @param file with text
   * @return the lines without the space around them; empty ones are skipped
   * @throws IOException if the file cannot be read, is not UTF-8 or holds no text; the message
   *     names file and line
   */
  public static List<String> lines(Path file) throws IOException {
    return stripped(file).stream().filter(line -> !line.isEmpty()).toList();
  }

  /**
   * The sentences of a file, for text whose lines end anywhere.
   *
   * <pre>
   * It rained, e.g. in     -&gt;  It rained, e.g. in May.
   * May. The cat slept.        The cat slept.
   *
   * 猫睡了。狗没               -&gt;  猫睡了。
   * 睡。                        狗没睡。
   * </pre>
   *
   * <p>A sentence ends behind ". ! ? …" with what closes a quotation, if space and no small letter
   * follows; behind "。 ！ ？" whatever follows; and at an empty line. So "Dr. Li" is cut in two.
   *
   * @param file with text
   * @return the sentences, each in one line
   * @throws IOException if the file cannot be read, is not UTF-8 or holds no text; the message
   *     names file and line
   */
  public static List<String> sentences(Path file) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (String paragraph : String.join("\n", stripped(file)).split("\n\n+", -1)) {
      String text = NO_SPACE.matcher(paragraph.strip()).replaceAll("").replace('\n', ' ');
      Matcher end = END.matcher(text);
      int from = 0;
      while (end.find()) {
        sentences.add(text.substring(from, end.end()).strip());
        from = end.end();
      }
      if (from < text.length()) {
        sentences.add(text.substring(from));
      }
    }
    return List.copyOf(sentences);
  }

  private static List<String> stripped(Path file) throws IOException {
    List<String> lines = TextLines.read(file).stream().map(String::strip).toList();
    if (lines.stream().allMatch(String::isEmpty)) {
      throw TextLines.problem(file, 1, "the file holds no text");
    }
    return lines;
  }
}
