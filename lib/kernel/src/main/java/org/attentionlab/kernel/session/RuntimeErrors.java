package org.attentionlab.kernel.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private static final Pattern WRAPPING =
      Pattern.compile(
          "REPL\\.\\$JShell\\$\\w+[$.]|org\\.attentionlab\\.kernel\\.session\\."
              // Which loader has which class is of no use to the reader of a failed cast.
              + "| \\([^()]* of loader [^()]*\\)");
  private static final String KERNEL = "org.attentionlab.kernel.";
  private static final int LINES_SHOWN = 30;

  private final SnippetOrigins origins;

  private final UserFrames userFrames;

  RuntimeErrors(SnippetOrigins origins, UserFrames userFrames) {
    this.origins = origins;
    this.userFrames = userFrames;
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
    thrown.ifPresent(t -> suppressed(lines, t));
    String fullName = readable(translated.getExceptionClassName());
    String simpleName = fullName.substring(fullName.lastIndexOf('.') + 1);
    return new CellFailure(
        simpleName.substring(simpleName.lastIndexOf('$') + 1),
        message(translated.getMessage()),
        lines,
        thrown.orElse(translated));
  }

  /**
   * What is told of an exception that ended a thread.
   *
   * @param thread the name of the thread
   */
  List<String> uncaught(String thread, Throwable thrown) {
    List<String> lines = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    String before = "In thread \"" + thread + "\": ";
    for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
      lines.add(Style.error(before + describe(t.getClass().getName(), t.getMessage())));
      lines.addAll(frames(userFrames.translated(t.getStackTrace())));
      before = "Caused by: ";
    }
    suppressed(lines, thrown);
    return lines;
  }

  /** Such as come from closing resources after the exception. */
  private void suppressed(List<String> lines, Throwable thrown) {
    for (Throwable s : thrown.getSuppressed()) {
      lines.add(Style.error("Suppressed: " + describe(s.getClass().getName(), s.getMessage())));
      lines.addAll(frames(userFrames.translated(s.getStackTrace())));
    }
  }

  private static String describe(String className, String message) {
    String text = message(message);
    return text.isEmpty() ? readable(className) : readable(className) + ": " + text;
  }

  private static String message(String message) {
    return message == null || message.equals("null") ? "" : readable(message);
  }

  /** Without what JShell and the kernel put before names. */
  static String readable(String text) {
    return WRAPPING.matcher(text).replaceAll("");
  }

  private List<String> frames(StackTraceElement[] stack) {
    List<String> lines = new ArrayList<>();
    Deque<StackTraceElement> library = new ArrayDeque<>();
    String last = "";
    int repeated = 0;
    for (StackTraceElement frame : stack) {
      Optional<String> own = ownFrame(frame);
      if (own.isEmpty()) {
        if (!frame.getClassName().startsWith(KERNEL)) {
          library.add(frame);
        }
      } else if (own.get().equals(last) && library.isEmpty()) {
        repeated++;
      } else {
        repeated(lines, repeated);
        repeated = 0;
        folded(lines, library);
        library.clear();
        last = own.get();
        lines.add("    at " + last);
      }
    }
    repeated(lines, repeated);
    int more = lines.size() - LINES_SHOWN;
    if (more > 0) {
      lines.subList(LINES_SHOWN, lines.size()).clear();
      lines.add(Style.faint("    ... " + more + " lines more"));
    }
    return lines;
  }

  private static void repeated(List<String> lines, int times) {
    if (times > 0) {
      lines.add(Style.faint("    ... the same " + times + " times more"));
    }
  }

  /** One line for what libraries did between the user's frames: the call that went in. */
  private static void folded(List<String> lines, Deque<StackTraceElement> library) {
    if (!library.isEmpty()) {
      StackTraceElement entered = library.getLast();
      String deeper = library.size() > 1 ? " and " + (library.size() - 1) + " deeper" : "";
      lines.add(
          Style.faint(
              "    ... in " + entered.getClassName() + "." + entered.getMethodName() + deeper));
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
