package org.attentionlab.kernel.session;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Proposes how code may go on. */
public final class Completer {
  /** Whole lines that JShell cannot read beside statements: imports and magics. */
  private static final Pattern NOT_STATEMENTS =
      Pattern.compile("^[ \\t]*(?:%|import\\s)[^\\n]*\\n", Pattern.MULTILINE);

  private static final Pattern WORD = Pattern.compile("\\b[\\p{L}_$][\\w$]*");

  /** A name at the end of the text that is not a member of anything. */
  private static final Pattern BEGUN_WORD = Pattern.compile("(?<![.\\w$])([\\p{L}_$][\\w$]*)\\z");

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
    Completion found = suggestions(readable, 0);
    if (found.options().isEmpty()) {
      // As a block, so that JShell sees what the cell itself declares.
      found = suggestions("{" + readable, -1);
    }
    int start = startOfLast(readable);
    if (found.options().isEmpty() && start > 0) {
      found = suggestions(readable.substring(start), start);
    }
    return withWordsOfCell(before, found);
  }

  /** Adds names from the cell, which JShell does not propose before the cell has run. */
  private static Completion withWordsOfCell(String before, Completion found) {
    Matcher begun = BEGUN_WORD.matcher(before);
    if (!begun.find()) {
      return found;
    }
    Set<String> options = new LinkedHashSet<>();
    Matcher words = WORD.matcher(before).region(0, begun.start(1));
    while (words.find()) {
      String word = words.group();
      if (word.startsWith(begun.group(1)) && !SourceVersion.isKeyword(word)) {
        options.add(word);
      }
    }
    boolean samePlace = found.options().isEmpty() || found.start() == begun.start(1);
    if (options.isEmpty() || !samePlace) {
      return found;
    }
    options.addAll(found.options());
    return new Completion(List.copyOf(options), begun.start(1));
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
