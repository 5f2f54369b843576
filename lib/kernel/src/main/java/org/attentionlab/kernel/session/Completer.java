package org.attentionlab.kernel.session;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Proposes how code may go on. */
public final class Completer {
  /** Whole lines that JShell cannot read beside statements: imports and magics. */
  private static final Pattern NOT_STATEMENTS =
      Pattern.compile("^[ \\t]*(?:%|import\\s)[^\\n]*\\n", Pattern.MULTILINE);

  private final SourceCodeAnalysis analysis;

  /** Asks JShell's analysis. */
  public Completer(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /**
   * Proposals for a place.
   *
   * @param options what may stand from {@code start} to the cursor
   * @param start an offset in the code
   */
  public record Completion(List<String> options, int start) {}

  /**
   * Proposes.
   *
   * @param code the whole cell
   * @param cursor an offset in it
   */
  public Completion complete(String code, int cursor) {
    String before = code.substring(0, cursor);
    String readable = NOT_STATEMENTS.matcher(before).replaceAll(m -> blank(m.group()));
    Completion all = suggestions(readable, 0);
    if (!all.options().isEmpty()) {
      return all;
    }
    // Declarations before the cursor may be in the way; try the unfinished statement alone.
    int start = startOfLast(readable);
    return start > 0 ? suggestions(readable.substring(start), start) : all;
  }

  private Completion suggestions(String code, int offset) {
    int[] anchor = {code.length()};
    List<Suggestion> found = analysis.completionSuggestions(code, code.length(), anchor);
    List<String> options =
        found.stream()
            .sorted(Comparator.comparing((Suggestion s) -> !s.matchesType()))
            .map(Suggestion::continuation)
            .distinct()
            .toList();
    return new Completion(options, offset + (options.isEmpty() ? code.length() : anchor[0]));
  }

  private int startOfLast(String code) {
    int at = 0;
    String rest = code;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(rest);
      if (!info.completeness().isComplete() || info.remaining().isBlank()) {
        return at;
      }
      at += rest.length() - info.remaining().length();
      rest = info.remaining();
    }
    return at;
  }

  private static String blank(String line) {
    return " ".repeat(line.length() - 1) + "\n";
  }
}
