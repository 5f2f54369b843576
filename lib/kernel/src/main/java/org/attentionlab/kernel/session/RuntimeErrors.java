package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;

/**
 * Exceptions as the user reads them: name, message, the user's own lines, the causes.
 *
 * <pre>
 * java.lang.IllegalStateException: no weights
 *     at Model.load, cell [3], line 7: throw new IllegalStateException("no weights");
 *     at cell [5], line 1: model.load();
 * Caused by: java.io.FileNotFoundException: weights.bin
 *     at Model.load, cell [3], line 5: open("weights.bin");
 * </pre>
 *
 * <p>Frames of libraries between the user's are folded into one line; those of the kernel and of
 * JShell below them are left out.
 */
final class RuntimeErrors {
  private static final Pattern WRAPPERS = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$");
  private static final int FRAMES_SHOWN = 30;

  private final SnippetOrigins origins;

  RuntimeErrors(SnippetOrigins origins) {
    this.origins = origins;
  }

  /**
   * The failure that an exception tells.
   *
   * @param translated JShell's view of it, whose frames name snippets
   * @param thrown the exception itself
   */
  CellFailure of(EvalException translated, Optional<Throwable> thrown) {
    List<String> lines = new ArrayList<>();
    Throwable next = translated;
    while (next != null) {
      String name = next instanceof EvalException e ? e.getExceptionClassName() : "";
      String title = describe(name, next.getMessage());
      lines.add(lines.isEmpty() ? Style.error(title) : Style.error("Caused by: " + title));
      lines.addAll(frames(next.getStackTrace()));
      next = next.getCause();
    }
    String fullName = readable(translated.getExceptionClassName());
    String simpleName = fullName.substring(fullName.lastIndexOf('.') + 1);
    return new CellFailure(
        simpleName.substring(simpleName.lastIndexOf('$') + 1),
        message(translated.getMessage()),
        lines,
        thrown.orElse(translated));
  }

  private static String describe(String className, String message) {
    String text = message(message);
    return text.isEmpty() ? readable(className) : readable(className) + ": " + text;
  }

  private static String message(String message) {
    return message == null || message.equals("null") ? "" : readable(message);
  }

  /** Without the names of the classes that JShell wraps around the user's. */
  static String readable(String text) {
    return WRAPPERS.matcher(text).replaceAll("");
  }

  private List<String> frames(StackTraceElement[] stack) {
    List<String> lines = new ArrayList<>();
    int shown = Math.min(stack.length, FRAMES_SHOWN);
    int folded = 0;
    for (int i = 0; i < shown; i++) {
      Optional<String> own = ownFrame(stack[i]);
      if (own.isEmpty()) {
        folded++;
      } else {
        foldInto(lines, stack, i, folded);
        folded = 0;
        lines.add("    at " + own.get());
      }
    }
    if (stack.length > shown) {
      lines.add(Style.faint("    ... " + (stack.length - shown) + " frames more"));
    }
    return lines;
  }

  private static void foldInto(List<String> lines, StackTraceElement[] stack, int end, int folded) {
    if (folded > 0) {
      StackTraceElement entered = stack[end - 1];
      lines.add(
          Style.faint(
              "    ... in "
                  + entered.getClassName()
                  + "."
                  + entered.getMethodName()
                  + (folded > 1 ? " and " + (folded - 1) + " deeper" : "")));
    }
  }

  private Optional<String> ownFrame(StackTraceElement frame) {
    String file = frame.getFileName();
    if (file == null || !file.startsWith("#")) {
      return Optional.empty();
    }
    return origins
        .get(file.substring(1))
        .map(
            origin -> {
              int line = origin.line(frame.getLineNumber());
              String method = method(frame);
              return (method.isEmpty() ? "" : method + ", ")
                  + origin.label()
                  + ", line "
                  + line
                  + ": "
                  + origin.text(line).strip();
            });
  }

  private static String method(StackTraceElement frame) {
    String method = frame.getMethodName();
    if (method.startsWith("lambda$")) {
      method = "lambda";
    } else if (method.equals("<init>")) {
      method = "new";
    }
    String type = frame.getClassName();
    return type.isEmpty() || method.isEmpty() ? method : type + "." + method;
  }
}
