package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell taken apart into Java code and magics.
 *
 * <p>A line magic is a line that begins with % and a name where a statement may begin, or what
 * follows {@code =} when it begins so ({@code var jars = %maven group:artifact:1}). Text blocks,
 * strings and comments are left alone. A magic inside a block of code becomes a call in its place,
 * so lines keep their numbers.
 *
 * @param code the cell's text, with magics inside blocks replaced
 * @param parts in order
 */
record CellSource(String code, List<Part> parts) {
  private static final Pattern CELL_MAGIC =
      Pattern.compile("\\A\\s*%%([A-Za-z]\\w*)([^\\n]*)(?:\\n(.*))?\\z", Pattern.DOTALL);
  private static final Pattern LINE_MAGIC = Pattern.compile("%([A-Za-z]\\w*)([^\\n]*)");

  /** A stretch of a cell. */
  sealed interface Part permits Java, Magic, WholeCell {}

  /** Java code from one offset of {@link #code} to another. */
  record Java(int from, int to) implements Part {}

  /** A line magic at an offset. */
  record Magic(int from, String name, List<String> arguments) implements Part {}

  /** A cell magic with the rest of the cell. */
  record WholeCell(String name, List<String> arguments, String body) implements Part {}

  static CellSource parse(String cell) {
    Matcher whole = CELL_MAGIC.matcher(cell);
    if (whole.matches()) {
      String body = Optional.ofNullable(whole.group(3)).orElse("");
      return new CellSource(
          cell, List.of(new WholeCell(whole.group(1), MagicArguments.split(whole.group(2)), body)));
    }
    return new Scanner(cell).scan();
  }

  /** Walks over the text and knows whether it is inside a string, a comment or a block. */
  private static final class Scanner {
    private final StringBuilder text;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private int from;
    private int depth;
    private char last = ';';

    Scanner(String cell) {
      text = new StringBuilder(cell);
    }

    CellSource scan() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (startsWith("//")) {
          skipTo("\n", 2);
        } else if (startsWith("/*")) {
          skipTo("*/", 2);
        } else if (startsWith("\"\"\"")) {
          skipTo("\"\"\"", 3);
          last = '"';
        } else if (c == '"' || c == '\'') {
          skipQuoted(c);
          last = c;
        } else if (c == '%' && magicMayBeginHere()) {
          magic();
        } else {
          depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
          last = Character.isWhitespace(c) ? last : c;
          at++;
        }
      }
      code(text.length());
      return new CellSource(text.toString(), List.copyOf(parts));
    }

    private boolean startsWith(String token) {
      return text.indexOf(token, at) == at;
    }

    private void skipTo(String end, int skip) {
      int i = text.indexOf(end, at + skip);
      while (i > 0 && text.charAt(i - 1) == '\\') {
        i = text.indexOf(end, i + 1);
      }
      at = i < 0 ? text.length() : i + end.length();
    }

    private void skipQuoted(char quote) {
      at++;
      while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at = Math.min(at + 1, text.length());
    }

    private boolean magicMayBeginHere() {
      boolean named = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
      boolean first = text.substring(text.lastIndexOf("\n", at) + 1, at).isBlank();
      return named && (last == '=' || (first && ";{}".indexOf(last) >= 0));
    }

    private void magic() {
      Matcher m = LINE_MAGIC.matcher(text);
      m.region(at, text.length());
      m.lookingAt();
      String name = m.group(1);
      boolean value = last == '=';
      String rest = m.group(2).stripTrailing();
      if (value && rest.endsWith(";")) {
        rest = rest.substring(0, rest.length() - 1);
      }
      List<String> arguments = MagicArguments.of(name, rest);
      if (depth == 0 && !value) {
        code(at);
        parts.add(new Magic(at, name, arguments));
        at = m.end();
        from = at;
      } else {
        String call = MagicArguments.call(name, arguments);
        text.replace(at, m.end(), call);
        at += call.length();
      }
      last = ';';
    }

    private void code(int to) {
      if (from < to && !text.substring(from, to).isBlank()) {
        parts.add(new Java(from, to));
      }
    }
  }
}
