package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
   * @param problems at least one
   * @param applied what of the cell ran before it
   */
  static CellFailure of(List<Problem> problems, List<Statement> applied) {
    List<String> lines = new ArrayList<>();
    String summary = "";
    for (Problem p : problems) {
      int line = p.origin().lineAt(p.position());
      List<String> message = p.message().lines().toList();
      String title = "line " + line + ": " + (message.isEmpty() ? p.code() : message.get(0));
      if (summary.isEmpty()) {
        summary = title;
        lines.add(Style.error(NAME) + ": " + title);
      } else {
        lines.add(title);
      }
      lines.addAll(marked(p.origin(), line, p.from(), p.to(), p.position()));
      message.stream()
          .skip(1)
          .map(String::strip)
          .filter(text -> !text.isEmpty() && !text.startsWith("location: class"))
          .forEach(text -> lines.add("     " + text));
    }
    applied(problems.get(0).origin(), applied).ifPresent(lines::add);
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

  /** The failure of a declaration, often of another cell, that what came after it has broken. */
  static CellFailure broken(String declaration, List<Problem> problems) {
    Problem first = problems.get(0);
    int line = first.origin().lineAt(first.position());
    String summary =
        declaration
            + " does not compile any more: "
            + first.message().lines().findFirst().orElse(first.code());
    List<String> lines = new ArrayList<>();
    lines.add(Style.error(NAME) + ": " + summary);
    lines.add("  at " + first.origin().label() + ", line " + line + ":");
    lines.addAll(marked(first.origin(), line, first.from(), first.to(), first.position()));
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
    lines.add(String.format(Locale.ROOT, "%4d | %s", line, origin.text(line)));
    return new CellFailure(NAME, summary, lines, null);
  }

  /** What has run already, so that the reader knows what to repeat and what not. */
  private static Optional<String> applied(SnippetOrigins.Origin origin, List<Statement> applied) {
    if (applied.isEmpty()) {
      boolean alone = origin.code().lines().filter(line -> !line.isBlank()).count() < 2;
      return alone ? Optional.empty() : Optional.of(Style.faint("Nothing of the cell has run."));
    }
    int first = applied.stream().mapToInt(Statement::firstLine).min().orElse(1);
    int last = applied.stream().mapToInt(Statement::lastLine).max().orElse(1);
    String lines = first == last ? "line " + first : "lines " + first + "-" + last;
    return Optional.of(
        Style.faint(
            applied.size() == 1
                ? "Statement 1 (" + lines + ") has run, the rest has not."
                : "Statements 1 to "
                    + applied.size()
                    + " ("
                    + lines
                    + ") have run, the rest has"
                    + " not."));
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
        String.format(Locale.ROOT, "%4d | %s", line, text),
        "     | " + blanks + Style.error("^".repeat(marks)));
  }
}
