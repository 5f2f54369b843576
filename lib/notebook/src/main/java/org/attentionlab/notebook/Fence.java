package org.attentionlab.notebook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The opening line of a fenced block.
 *
 * @param indent the blanks before it
 * @param marker the run of backticks or tildes
 * @param info what follows, without the blanks around it
 */
record Fence(String indent, String marker, String info) {

  /** After backticks no other backtick may follow: that is inline code. */
  private static final Pattern OPENING =
      Pattern.compile("(?<indent>[ \t]*)(?<marker>`{3,}(?=[^`]*$)|~{3,})(?<info>.*)");

  private static final Pattern CLOSING = Pattern.compile("[ \t]*(?<marker>`{3,}|~{3,})[ \t]*");

  /** The fence that a line opens. */
  static Optional<Fence> opening(String line) {
    Matcher match = OPENING.matcher(line);
    return match.matches()
        ? Optional.of(
            new Fence(match.group("indent"), match.group("marker"), match.group("info").strip()))
        : Optional.empty();
  }

  /** Whether a line closes it: the same marker, at least as long, and nothing else. */
  boolean closedBy(String line) {
    Matcher match = CLOSING.matcher(line);
    return match.matches() && match.group("marker").startsWith(marker);
  }

  /** Whether it is a block of Java at the left margin, in backticks: what can be a cell. */
  boolean isJava() {
    return indent.isEmpty() && marker.startsWith("`") && language().equals("java");
  }

  /** Whether it asks to be shown only. */
  boolean isShownOnly() {
    return language().equals("java") && (" " + options() + " ").contains(" .noeval ");
  }

  /** What follows the language. */
  String options() {
    return info.substring(language().length()).strip();
  }

  private String language() {
    return info.split("\\s", 2)[0];
  }
}
