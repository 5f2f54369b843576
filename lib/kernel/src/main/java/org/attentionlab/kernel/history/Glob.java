package org.attentionlab.kernel.history;

/**
 * A pattern as SQLite's GLOB has it, which the protocol's history takes over from IPython.
 *
 * <pre>
 * *      any number of characters      [abc]   one of these
 * ?      one character                 [a-z]   one of a range
 *                                      [^abc]  none of these
 * </pre>
 *
 * <p>Needs time in proportion to pattern and text, whatever the pattern: only the last star is ever
 * tried again.
 */
final class Glob {
  private final String pattern;

  Glob(String pattern) {
    this.pattern = pattern;
  }

  boolean matches(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int starText = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        starText = t;
      } else if (p < pattern.length() && matchesOne(p, text.charAt(t))) {
        p = after(p);
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++starText;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private boolean matchesOne(int p, char c) {
    int close = close(p);
    return switch (pattern.charAt(p)) {
      case '?' -> true;
      case '[' -> close < 0 ? c == '[' : inSet(pattern.substring(p + 1, close), c);
      default -> pattern.charAt(p) == c;
    };
  }

  private int after(int p) {
    int close = close(p);
    return close < 0 ? p + 1 : close + 1;
  }

  /** Where the set that begins here ends; -1 where none begins or it never ends. */
  private int close(int p) {
    if (pattern.charAt(p) != '[') {
      return -1;
    }
    // A bracket that comes first stands for itself.
    int first = pattern.startsWith("^", p + 1) ? p + 2 : p + 1;
    return pattern.indexOf(']', first + 1);
  }

  private static boolean inSet(String set, char c) {
    boolean negated = set.startsWith("^");
    int i = negated ? 1 : 0;
    boolean found = false;
    while (i < set.length()) {
      char from = set.charAt(i);
      boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
      char to = range ? set.charAt(i + 2) : from;
      found |= from <= c && c <= to;
      i += range ? 3 : 1;
    }
    return found != negated;
  }
}
