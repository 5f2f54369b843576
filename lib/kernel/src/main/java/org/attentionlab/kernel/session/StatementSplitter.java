package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.attentionlab.kernel.session.SnippetOrigins.Origin;

/** Splits the Java of a cell into statements without running any. */
final class StatementSplitter {
  /** Blanks and comments before a statement. */
  private static final Pattern LEAD =
      Pattern.compile("(?:\\s++|//[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+");

  /** What the JShell of Java 17 reads as a subtraction. */
  private static final Pattern NON_SEALED =
      Pattern.compile("\\bnon-sealed(?=\\s+(?:\\w+\\s+)*(?:class|interface)\\s)");

  /** A modifier of the same length that may stand in its place. */
  private static final String SAME_LENGTH = "abstract  ";

  private final JShell shell;

  StatementSplitter(JShell shell) {
    this.shell = shell;
  }

  /**
   * Splits.
   *
   * @param cell the cell's number
   * @throws CellFailure if the syntax is wrong, or the code ends too early
   */
  List<Statement> split(String code, CellSource.Java java, int cell) {
    List<Statement> statements = new ArrayList<>();
    int at = java.from();
    String rest = code.substring(java.from(), java.to());
    while (!rest.isBlank()) {
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(readable(rest));
      // JShell counts lines from the first token; so do errors.
      int lead = lead(rest);
      Origin origin = new Origin(cell, code, at + lead);
      switch (info.completeness()) {
        case EMPTY -> {
          return statements;
        }
        case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> throw CompileErrors.incomplete(origin);
        case UNKNOWN -> throw syntaxError(origin, rest.substring(lead));
        default -> statements.add(new Statement(source(info, rest).substring(lead), origin));
      }
      int taken = rest.length() - info.remaining().length();
      at += taken;
      rest = rest.substring(taken);
    }
    return statements;
  }

  /** Code of the same length that this JShell takes apart as it should. */
  static String readable(String code) {
    return NON_SEALED.matcher(code).replaceAll(SAME_LENGTH);
  }

  /** As it was written, where it was made readable. */
  private static String source(CompletionInfo info, String code) {
    String source = info.source();
    String written = code.substring(0, Math.min(source.length(), code.length()));
    return readable(written).equals(source) ? written : source;
  }

  private static int lead(String code) {
    Matcher lead = LEAD.matcher(code);
    return lead.lookingAt() ? lead.end() : 0;
  }

  private CellFailure syntaxError(Origin origin, String code) {
    for (SnippetEvent event : shell.eval(code)) {
      List<Problem> problems = Problem.of(origin, shell.diagnostics(event.snippet()));
      if (event.status() == Status.REJECTED && !problems.isEmpty()) {
        return CompileErrors.of(problems, List.of());
      }
    }
    return CompileErrors.incomplete(origin);
  }
}
