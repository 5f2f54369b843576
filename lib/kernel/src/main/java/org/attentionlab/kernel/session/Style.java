package org.attentionlab.kernel.session;

import java.util.List;
import java.util.stream.Stream;

/** The few colours of error messages, as terminal escapes, which every front end shows. */
final class Style {
  private static final String RED = "\u001b[1;31m";
  private static final String FAINT = "\u001b[2m";
  private static final String OFF = "\u001b[0m";

  private Style() {}

  static String error(String text) {
    return RED + text + OFF;
  }

  static String faint(String text) {
    return FAINT + text + OFF;
  }

  /** A name in red, then a message of any number of lines. */
  static List<String> message(String name, String message) {
    List<String> lines = message.lines().toList();
    if (lines.isEmpty()) {
      return List.of(error(name));
    }
    return Stream.concat(
            Stream.of(error(name) + ": " + lines.get(0)), lines.subList(1, lines.size()).stream())
        .toList();
  }
}
