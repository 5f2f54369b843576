package org.attentionlab.kernel.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What is open at the end of code: brackets, a comment, a text block. */
final class Brackets {
  /** A bracket that is open. */
  record Open(char bracket, int offset, int line) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private boolean comment;
  private boolean textBlock;
  private boolean literal;
  private int lastLine;

  private Brackets() {}

  static Brackets of(String code) {
    Brackets brackets = new Brackets();
    brackets.scan(code);
    return brackets;
  }

  private void scan(String code) {
    lastLine = (int) code.stripTrailing().chars().filter(c -> c == '\n').count();
    int line = 0;
    int i = 0;
    while (i < code.length()) {
      char c = code.charAt(i);
      int end = i + 1;
      if (code.startsWith("//", i)) {
        int newline = code.indexOf('\n', i);
        end = newline < 0 ? code.length() : newline;
        comment = newline < 0;
      } else if (code.startsWith("/*", i)) {
        end = indexAfter(code, "*/", i + 2);
        comment = end < 0;
      } else if (code.startsWith("\"\"\"", i)) {
        end = endOfTextBlock(code, i + 3);
        textBlock = end < 0;
      } else if (c == '"' || c == '\'') {
        end = endOfLiteral(code, i);
        boolean closed = end - 1 > i && code.charAt(end - 1) == c;
        literal = end == code.length() && !closed;
      } else if ("([{".indexOf(c) >= 0) {
        open.push(new Open(c, i, line));
      } else if (")]}".indexOf(c) >= 0 && !open.isEmpty()) {
        open.pop();
      }
      end = end < 0 ? code.length() : end;
      line += (int) code.substring(i, end).chars().filter(x -> x == '\n').count();
      i = end;
    }
  }

  private static int indexAfter(String code, String token, int from) {
    int at = code.indexOf(token, from);
    return at < 0 ? -1 : at + token.length();
  }

  private static int endOfTextBlock(String code, int from) {
    for (int i = from; i < code.length(); i++) {
      if (code.charAt(i) == '\\') {
        i++;
      } else if (code.startsWith("\"\"\"", i)) {
        return i + 3;
      }
    }
    return -1;
  }

  private static int endOfLiteral(String code, int from) {
    int i = from + 1;
    while (i < code.length() && code.charAt(i) != code.charAt(from) && code.charAt(i) != '\n') {
      i += code.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, code.length());
  }

  boolean inComment() {
    return comment;
  }

  boolean inTextBlock() {
    return textBlock;
  }

  /** Whether a string or a character has begun and not ended. */
  boolean inLiteral() {
    return literal;
  }

  /**
   * The innermost call or constructor whose arguments the end lies in: where its bracket stands.
   */
  Optional<Integer> enclosingCall() {
    return open.stream()
        .takeWhile(o -> o.bracket() != '{')
        .filter(o -> o.bracket() == '(')
        .map(Open::offset)
        .findFirst();
  }

  /** Whether the last line opened something that is open still. */
  boolean lastLineOpens() {
    return !open.isEmpty() && open.peek().line() == lastLine;
  }

  /** The lines on which something was opened that is open still, each counted once. */
  int depth() {
    return (int) open.stream().mapToInt(Open::line).distinct().count();
  }
}
