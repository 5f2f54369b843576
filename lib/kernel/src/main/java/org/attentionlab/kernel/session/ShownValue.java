package org.attentionlab.kernel.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * The expression that a cell ends with, as the declaration of a variable of type Object.
 *
 * <p>JShell compiles a bare expression four times, twice of which to find out its type, and such a
 * declaration twice. What is no expression, or has no value, does not compile as one and has not
 * run then.
 */
final class ShownValue {
  private static final String NAME = "$shown$";

  /** What is seldom an expression with a value, or hides its end from the closing bracket. */
  private static final Pattern ENDS_OTHERWISE = Pattern.compile("(?s).*[;}]\\s*");

  /**
   * The type that is expected decides what ? and switch give; an assignment is not shown; comments
   * are no part of an expression.
   */
  private static final Pattern DIFFERS =
      Pattern.compile("[?]|\\bswitch\\b|(?<![-=!<>+*/%&|^])=(?!=)|//|/\\*");

  private final AtomicLong count = new AtomicLong();

  /** The declaration; empty where the code is to be given to JShell as it is. */
  Optional<String> declaration(String code) {
    boolean plain = !ENDS_OTHERWISE.matcher(code).matches() && !DIFFERS.matcher(code).find();
    // On the expression's first line, so that errors tell its lines.
    return plain
        ? Optional.of("Object " + NAME + count.incrementAndGet() + " = (" + code + "\n);")
        : Optional.empty();
  }

  /** Whether a declaration compiled; if so, it has run. */
  static boolean isDeclared(List<SnippetEvent> events) {
    return events.size() == 1
        && is(events.get(0).snippet())
        && events.get(0).status() == Status.VALID;
  }

  /** Whether it is such a variable. */
  static boolean is(Snippet snippet) {
    return snippet instanceof VarSnippet variable && variable.name().startsWith(NAME);
  }
}
