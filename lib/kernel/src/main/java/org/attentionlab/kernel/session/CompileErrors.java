package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;

/**
 * Compile errors as the user reads them: the line, a caret below the place, the compiler's words.
 *
 * <pre>
 * CompilationException: line 3: cannot find symbol
 *    3 | int y = foo(x);
 *      |         ^^^
 *      symbol: method foo(int)
 * </pre>
 */
final class CompileErrors {
  static final String NAME = "CompilationException";

  private CompileErrors() {}

  /**
   * The failure that the compiler's messages tell.
   *
   * @param origin where the snippet stands
   * @param diagnostics of the snippet, at least one of them an error
   * @param applied how many statements of the cell ran before it
   */
  static CellFailure of(SnippetOrigins.Origin origin, List<Diag> diagnostics, int applied) {
    List<String> lines = new ArrayList<>();
    String summary = "";
    for (Diag d : diagnostics.stream().filter(Diag::isError).toList()) {
      int position = clamp(origin, origin.offset() + d.getPosition());
      int line = origin.lineAt(position);
      List<String> message = d.getMessage(Locale.ROOT).lines().toList();
      String first = message.isEmpty() ? d.getCode() : message.get(0);
      if (summary.isEmpty()) {
        summary = "line " + line + ": " + first;
        lines.add(Style.error(NAME) + ": " + summary);
      } else {
        lines.add("line " + line + ": " + first);
      }
      int from = clamp(origin, origin.offset() + d.getStartPosition());
      int to = clamp(origin, origin.offset() + d.getEndPosition());
      lines.addAll(marked(origin, line, from, to, position));
      message.stream()
          .skip(1)
          .map(String::strip)
          .filter(text -> !text.isEmpty() && !text.startsWith("location: class"))
          .forEach(text -> lines.add("     " + text));
    }
    lines.addAll(applied(applied));
    return new CellFailure(NAME, summary, lines, null);
  }

  /** The failure of code that ends too early. */
  static CellFailure incomplete(SnippetOrigins.Origin origin) {
    String code = origin.code().stripTrailing();
    int line = origin.lineAt(code.length());
    List<String> lines = new ArrayList<>();
    String summary = "line " + line + ": the code ends in the middle of a statement";
    lines.add(Style.error(NAME) + ": " + summary);
    lines.addAll(marked(origin, line, code.length(), code.length(), code.length()));
    lines.add("     Is a closing ), } or \" missing?");
    return new CellFailure(NAME, summary, lines, null);
  }

  /** The failure of a declaration that mentions what is nowhere declared. */
  static CellFailure unresolved(
      SnippetOrigins.Origin origin, String declaration, List<String> missing) {
    int line = origin.line(1);
    String summary =
        declaration + " needs " + String.join(", ", missing) + ", which the session does not have";
    List<String> lines = new ArrayList<>();
    lines.add(Style.error(NAME) + ": " + summary);
    lines.add("  at " + origin.label() + ", line " + line + ":");
    lines.add(String.format("%4d | %s", line, origin.text(line)));
    return new CellFailure(NAME, summary, lines, null);
  }

  private static List<String> applied(int statements) {
    return switch (statements) {
      case 0 -> List.of();
      case 1 -> List.of(Style.faint("The statement above it has run."));
      default -> List.of(Style.faint("The " + statements + " statements above it have run."));
    };
  }

  private static List<String> marked(
      SnippetOrigins.Origin origin, int line, int from, int to, int position) {
    String text = origin.text(line);
    int begin = origin.code().lastIndexOf('\n', position - 1) + 1;
    int first = Math.max(0, Math.min(from, position) - begin);
    int marks = Math.max(1, Math.min(to - begin, text.length()) - first);
    // Tabs are kept so that the carets stand below their place.
    String blanks = text.substring(0, Math.min(first, text.length())).replaceAll("[^\\t]", " ");
    return List.of(
        String.format("%4d | %s", line, text), "     | " + blanks + Style.error("^".repeat(marks)));
  }

  private static int clamp(SnippetOrigins.Origin origin, long position) {
    return (int) Math.max(0, Math.min(position, origin.code().length()));
  }
}
