package org.attentionlab.display.views;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tokens along an axis, as a reader can see them. */
final class Tokens {
  private Tokens() {}

  /**
   * Tokens made visible.
   *
   * @param what the call that they were given to, for the message
   * @throws IllegalArgumentException if there is not one for each index
   */
  static List<String> of(String what, List<String> tokens, int size) {
    if (tokens.size() != size) {
      throw new IllegalArgumentException(
          what
              + ": "
              + tokens.size()
              + (tokens.size() == 1 ? " token" : " tokens")
              + " for an axis of size "
              + size
              + ": "
              + tokens
              + ".\n  Give one token for each index, [PAD] and [EOS] included.");
    }
    return tokens.stream().map(Tokens::visible).toList();
  }

  /** The indices, where no tokens were given. */
  static List<String> indices(int size) {
    return IntStream.range(0, size).mapToObj(String::valueOf).toList();
  }

  /** A token in which blanks at its ends can be seen, and which is never empty. */
  static String visible(String token) {
    if (token.isEmpty()) {
      return "∅";
    }
    int first = token.length() - token.stripLeading().length();
    int end = token.stripTrailing().length();
    return IntStream.range(0, token.length())
        .filter(i -> !Character.isLowSurrogate(token.charAt(i)))
        .mapToObj(
            i ->
                i > first && i < end && token.charAt(i) == ' '
                    ? " "
                    : visible(token.codePointAt(i)))
        .collect(Collectors.joining());
  }

  private static String visible(int c) {
    return switch (c) {
      case ' ' -> "␣";
      case '\n' -> "↵";
      case '\t' -> "⇥";
      default ->
          Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
              ? String.format(Locale.ROOT, "U+%04X", c)
              : Character.toString(c);
    };
  }
}
