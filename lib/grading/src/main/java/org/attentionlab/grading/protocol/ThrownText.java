package org.attentionlab.grading.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an answer threw, as lines for the learner: the exception and the learner's own frames. */
public final class ThrownText {

  /** Name under which a submitted file is compiled, whatever the student called it. */
  public static final String SUBMISSION = "Submission.java";

  private static final int FRAMES = 3;
  private static final int LONGEST = 500;

  /** Below these an answer's frames end: whoever called the check is of no interest. */
  private static final List<String> CALLERS =
      List.of("org.attentionlab.grading.engine.", "org.attentionlab.grading.worker.");

  /** Frames of everybody but the learner. */
  private static final List<String> FOREIGN =
      List.of("java.", "javax.", "jdk.", "sun.", "org.junit.", "org.attentionlab.");

  private ThrownText() {}

  /** The lines; the first names the exception, the others say where it came from. */
  public static List<String> of(Throwable thrown) {
    return of("The answer", thrown);
  }

  /**
   * The lines for something else than an answer's call.
   *
   * @param who what threw: {@code The answer}, {@code Lesson04}, {@code cell 3}
   */
  public static List<String> of(String who, Throwable thrown) {
    List<String> lines = new ArrayList<>();
    lines.add(shorten(who + " throws " + name(thrown) + message(thrown)));
    Arrays.stream(thrown.getStackTrace())
        .takeWhile(frame -> CALLERS.stream().noneMatch(frame.getClassName()::startsWith))
        .filter(frame -> FOREIGN.stream().noneMatch(frame.getClassName()::startsWith))
        .filter(frame -> !isWrapped(frame))
        .limit(FRAMES)
        .map(ThrownText::frame)
        .distinct()
        .forEach(lines::add);
    return lines;
  }

  private static String name(Throwable thrown) {
    String simple = thrown.getClass().getSimpleName();
    return simple.isEmpty() ? thrown.getClass().getName() : simple;
  }

  private static String message(Throwable thrown) {
    return Optional.ofNullable(thrown.getMessage())
        .filter(text -> !text.isBlank())
        .map(text -> ": " + text)
        .orElse("");
  }

  /** JShell counts the lines of a file that it wraps around a cell and that nobody sees. */
  private static boolean isWrapped(StackTraceElement frame) {
    return Optional.ofNullable(frame.getFileName()).orElse("").startsWith("$JShell$");
  }

  /**
   * JShell names its files {@code #12}; the number is the snippet's and tells the learner little.
   */
  private static String frame(StackTraceElement frame) {
    String file = Optional.ofNullable(frame.getFileName()).orElse("");
    if (file.equals(SUBMISSION)) {
      return "at line " + frame.getLineNumber() + " of the file";
    }
    if (file.endsWith(".java")) {
      return "at " + file + ", line " + frame.getLineNumber();
    }
    return "at line " + frame.getLineNumber() + " of the cell";
  }

  private static String shorten(String text) {
    String line = text.replace('\n', ' ').replace('\r', ' ');
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
  }
}
