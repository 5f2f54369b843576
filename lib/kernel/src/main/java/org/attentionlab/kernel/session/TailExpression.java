package org.attentionlab.kernel.session;

import java.util.Optional;

/** Expressions found by reading code backwards from its end. */
final class TailExpression {
  private TailExpression() {}

  /**
   * The longest chain of names, calls, indices and literals that the code ends with, such as {@code
   * a.b(c)[0].d}, with {@code new} before it where it stands there.
   */
  static String chain(String code) {
    int at = code.length();
    int start = at;
    while (at > 0) {
      int link = link(code, at);
      if (link < 0) {
        break;
      }
      start = link;
      at = skipBlanks(code, link);
      if (at == 0 || code.charAt(at - 1) != '.') {
        break;
      }
      at = skipBlanks(code, at - 1);
    }
    int word = skipBlanks(code, start);
    return code.substring(0, word).matches("(?s).*\\bnew") && word < start
        ? code.substring(word - 3)
        : code.substring(start);
  }

  /** Where the link begins that ends at a place: a name or a literal, with brackets behind it. */
  private static int link(String code, int end) {
    int at = end;
    while (at > 0 && ")]>".indexOf(code.charAt(at - 1)) >= 0) {
      Optional<Integer> open = matching(code, at - 1);
      if (open.isEmpty()) {
        return -1;
      }
      at = skipBlanks(code, open.get());
      if (at == 0 || !(isPart(code.charAt(at - 1)) || ")]>".indexOf(code.charAt(at - 1)) >= 0)) {
        // A parenthesised expression stands for itself.
        return open.get();
      }
    }
    if (at > 0 && code.charAt(at - 1) == '"') {
      int open = at - 2;
      while (open >= 0 && (code.charAt(open) != '"' || isEscaped(code, open))) {
        open--;
      }
      return open < 0 || code.charAt(open) != '"' ? -1 : open;
    }
    int start = at;
    while (start > 0 && isPart(code.charAt(start - 1))) {
      start--;
    }
    return start == at ? -1 : start;
  }

  private static boolean isEscaped(String code, int at) {
    int slashes = 0;
    while (at - 1 - slashes >= 0 && code.charAt(at - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private static Optional<Integer> matching(String code, int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      char c = code.charAt(i);
      if (c == '"') {
        int open = code.lastIndexOf('"', i - 1);
        i = open < 0 ? 0 : open;
      } else if (")]>".indexOf(c) >= 0 && !(c == '>' && i > 0 && code.charAt(i - 1) == '-')) {
        depth++;
      } else if ("([<".indexOf(c) >= 0) {
        depth--;
        if (depth == 0) {
          return Optional.of(i);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isPart(char c) {
    return Character.isJavaIdentifierPart(c);
  }

  private static int skipBlanks(String code, int end) {
    int at = end;
    while (at > 0 && Character.isWhitespace(code.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
