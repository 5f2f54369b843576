package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Finds errors in the statements behind one that does not compile, so that all can be mended at
 * once.
 *
 * <p>The statements are compiled as the body of a method that is never called. As some code means
 * something else there, only errors that are certain are told: wrong types, and names that nothing
 * in the rest of the cell declares.
 */
final class LaterErrors {
  private static final Set<String> CERTAIN =
      Set.of(
          "compiler.err.prob.found.req",
          "compiler.err.cant.apply.symbol",
          "compiler.err.cant.apply.symbols",
          "compiler.err.operator.cant.be.applied",
          "compiler.err.operator.cant.be.applied.1",
          "compiler.err.incomparable.types");

  private static final String UNKNOWN_NAME = "compiler.err.cant.resolve";

  private static final Pattern MODIFIERS =
      Pattern.compile("(?:(?:public|protected|private|static|final|volatile|transient)\\s+)+");

  /** What is no expression; JShell itself cannot tell where names are unknown. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\{|(?:for|while|do|if|try|switch|synchronized|throw|return|assert|break|continue)\\b");

  private static final Pattern NAME = Pattern.compile("\\w+");

  private final JShell shell;
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private final Set<String> declared = new HashSet<>();

  private record Piece(Statement statement, int begin, int end) {}

  LaterErrors(JShell shell) {
    this.shell = shell;
  }

  /**
   * The errors.
   *
   * @param failed the statement that does not compile
   * @param rest what follows it; looked at up to the first import
   */
  List<Problem> after(Statement failed, List<Statement> rest) {
    List<Statement> body = new ArrayList<>();
    text.append("class LaterStatements {\n");
    for (Statement statement : Stream.concat(Stream.of(failed), rest.stream()).toList()) {
      if (statement.isImport()) {
        break;
      }
      if (!statement.isEmpty()) {
        sort(statement, statement.equals(failed), body);
      }
    }
    if (pieces.isEmpty() && body.isEmpty()) {
      return List.of();
    }
    text.append("interface Run { void run() throws Throwable; }\n")
        .append("interface Give { Object give() throws Throwable; }\n")
        .append("static void take(Run run) {}\nstatic void take(Give give) {}\n")
        .append("void later() throws Throwable {\n");
    body.forEach(this::append);
    text.append("}\n}");
    return problems(failed);
  }

  private void sort(Statement statement, boolean failed, List<Statement> body) {
    Snippet snippet = kindOf(statement);
    if (snippet instanceof PersistentSnippet p) {
      declared.add(p.name());
    }
    if (snippet.kind() == Kind.METHOD || snippet.kind() == Kind.TYPE_DECL) {
      add("", statement, statement.source(), "\n");
    } else if (!failed || snippet.kind() == Kind.VAR) {
      body.add(statement);
    }
  }

  private Snippet kindOf(Statement statement) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    return analysis.sourceToSnippets(statement.source()).get(0);
  }

  private void append(Statement statement) {
    Snippet snippet = kindOf(statement);
    String source = statement.source().stripTrailing();
    if (snippet.kind() == Kind.VAR) {
      Matcher modifiers = MODIFIERS.matcher(source);
      int bare = modifiers.lookingAt() ? modifiers.end() : 0;
      add("", statement, " ".repeat(bare) + source.substring(bare), ";\n");
    } else if (STATEMENT.matcher(source).lookingAt()) {
      add("", statement, source, "\n");
    } else {
      boolean ended = source.endsWith(";");
      String bare = ended ? source.substring(0, source.length() - 1) : source;
      add("take(() -> ", statement, bare, ");\n");
    }
  }

  private void add(String before, Statement statement, String source, String after) {
    text.append(before);
    pieces.add(new Piece(statement, text.length(), text.length() + source.length()));
    text.append(source).append(after);
  }

  private List<Problem> problems(Statement failed) {
    List<Problem> problems = new ArrayList<>();
    for (SnippetEvent event : shell.eval(text.toString())) {
      if (event.causeSnippet() == null) {
        shell
            .diagnostics(event.snippet())
            .filter(Diag::isError)
            .filter(this::isCertain)
            .forEach(d -> place(d, failed, problems));
        if (shell.status(event.snippet()).isActive()) {
          shell.drop(event.snippet());
        }
      }
    }
    return problems;
  }

  private boolean isCertain(Diag diagnostic) {
    if (diagnostic.getCode().startsWith(UNKNOWN_NAME)) {
      Matcher name = NAME.matcher(text).region((int) diagnostic.getPosition(), text.length());
      return !name.lookingAt() || !declared.contains(name.group());
    }
    return CERTAIN.contains(diagnostic.getCode());
  }

  private void place(Diag diagnostic, Statement failed, List<Problem> problems) {
    pieces.stream()
        .filter(piece -> !piece.statement().equals(failed))
        .filter(
            piece ->
                piece.begin() <= diagnostic.getPosition()
                    && diagnostic.getPosition() <= piece.end())
        .findFirst()
        .ifPresent(
            piece ->
                problems.add(Problem.of(piece.statement().origin(), diagnostic, piece.begin())));
  }
}
