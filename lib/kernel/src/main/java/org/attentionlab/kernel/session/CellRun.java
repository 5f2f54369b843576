package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import org.attentionlab.kernel.session.SnippetOrigins.Origin;

/** One run of a cell: gives its statements to JShell and judges what comes of them. */
final class CellRun {
  private final Parts parts;
  private final JShell shell;
  private final Optional<Cell> cell;
  private final Standing standing;
  private final Redefinitions redefinitions;
  private final Map<String, Snippet> open = new LinkedHashMap<>();
  private final List<Statement> applied = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** What all runs of a session share. */
  record Parts(
      JShell shell,
      SnippetControl control,
      Variables variables,
      SnippetOrigins origins,
      RuntimeErrors errors,
      Forgetting forgetting,
      ShownValue values) {}

  CellRun(Parts parts, Optional<Cell> cell) {
    this.parts = parts;
    this.shell = parts.shell();
    this.cell = cell;
    this.standing = new Standing(shell);
    this.redefinitions = new Redefinitions(shell, parts.variables());
  }

  /**
   * Runs a statement.
   *
   * @param rest the statements that follow it in the cell
   * @return its value, where it is an expression with one
   * @throws CellFailure if it does not compile, throws, or is interrupted
   */
  Optional<Object> take(Statement statement, List<Statement> rest) {
    Optional<Object> value = Optional.empty();
    parts.control().enter(cell);
    if (parts.control().isInterrupted()) {
      throw JavaSession.failure(new CellInterruptedError("the cell was interrupted"));
    }
    if (!statement.isEmpty() && !isStanding(statement)) {
      value = evaluate(statement, rest);
    }
    applied.add(statement);
    return value;
  }

  private boolean isStanding(Statement statement) {
    if (statement.isImport()) {
      return standing.hasImport(statement.source());
    }
    Optional<DeclarationSnippet> same = standing.sameDeclaration(statement.source());
    same.ifPresent(snippet -> parts.origins().put(snippet.id(), statement.origin()));
    return same.isPresent();
  }

  private Optional<Object> evaluate(Statement statement, List<Statement> rest) {
    parts.variables().begin();
    Optional<PersistentSnippet> rival = standing.rival(statement);
    List<SnippetEvent> events = new ArrayList<>();
    rival.ifPresent(r -> events.addAll(shell.drop(r)));
    List<SnippetEvent> evaluated = events(statement, rest.isEmpty());
    Optional<Throwable> thrown = parts.control().takeThrown();
    Optional<Object> value = Optional.empty();
    Optional<CellFailure> failure =
        thrown.filter(CellInterruptedError.class::isInstance).map(JavaSession::failure);
    for (SnippetEvent event : evaluated) {
      Optional<Object> result = parts.control().take(String.valueOf(event.value()));
      if (event.causeSnippet() == null) {
        parts.origins().put(event.snippet().id(), statement.origin());
        failure = failure.or(() -> judge(event, thrown));
        value = isShown(event.snippet()) ? result : Optional.empty();
        if (event.status() == Status.REJECTED && failure.isEmpty()) {
          rival.ifPresent(r -> shell.eval(r.source()));
          failure = Optional.of(rejected(event.snippet(), statement, rest));
        }
      }
    }
    events.addAll(evaluated);
    settle(events);
    if (failure.isPresent()) {
      throw failure.get();
    }
    return value;
  }

  private List<SnippetEvent> events(Statement statement, boolean last) {
    Optional<String> declaration =
        last ? parts.values().declaration(statement.source()) : Optional.empty();
    if (declaration.isPresent()) {
      List<SnippetEvent> events = shell.eval(declaration.get());
      if (ShownValue.isDeclared(events)) {
        return events;
      }
      // Without a value, or wrong: JShell is to judge what the user wrote.
      parts.forgetting().discard(events);
    }
    return shell.eval(statement.source());
  }

  private void settle(List<SnippetEvent> events) {
    if (events.stream().anyMatch(e -> e.causeSnippet() != null)) {
      redefinitions.repair(events).ifPresent(notes::add);
    }
    parts.variables().settle();
    parts.forgetting().after(events);
  }

  private CellFailure rejected(Snippet snippet, Statement statement, List<Statement> rest) {
    List<Problem> problems =
        new ArrayList<>(Problem.of(statement.origin(), shell.diagnostics(snippet)));
    if (problems.size() > 1) {
      // What only follows from the others, as the permits clause was put in by the session.
      problems.removeIf(p -> statement.origin().isAdded(p));
    }
    problems.addAll(new LaterErrors(shell).after(statement, rest));
    return CompileErrors.of(problems, applied);
  }

  private Optional<CellFailure> judge(SnippetEvent event, Optional<Throwable> thrown) {
    if (thrown.isPresent() && thrown.get() instanceof CellFailure nested) {
      // From code that the cell itself evaluated or loaded: it tells its own place.
      return Optional.of(nested);
    }
    JShellException exception = event.exception();
    if (exception instanceof EvalException e) {
      return Optional.of(parts.errors().of(e, thrown));
    }
    if (exception instanceof UnresolvedReferenceException e) {
      return Optional.of(unresolved(e.getSnippet()));
    }
    if (event.status() == Status.RECOVERABLE_DEFINED
        || event.status() == Status.RECOVERABLE_NOT_DEFINED) {
      open.put(event.snippet().id(), event.snippet());
    }
    return Optional.empty();
  }

  /**
   * At the end of the cell: tells which variables were lost, and what is still missing for the
   * declarations in it.
   */
  void end() {
    for (Snippet snippet : open.values()) {
      Status status = shell.status(snippet);
      if (status == Status.RECOVERABLE_NOT_DEFINED) {
        throw unresolved((DeclarationSnippet) snippet);
      }
      if (status == Status.RECOVERABLE_DEFINED && snippet instanceof DeclarationSnippet d) {
        notes.add(named(d) + " cannot be used before there is " + joined(missing(d)) + ".");
      }
    }
  }

  /** What the user is to know although nothing failed. */
  List<String> notes() {
    return notes;
  }

  private CellFailure unresolved(DeclarationSnippet snippet) {
    Origin origin = parts.origins().get(snippet.id()).orElse(new Origin(0, snippet.source(), 0));
    List<Problem> problems = Problem.of(origin, shell.diagnostics(snippet));
    return problems.isEmpty() || !missing(snippet).isEmpty()
        ? CompileErrors.unresolved(origin, named(snippet), missing(snippet))
        : CompileErrors.broken(named(snippet), problems);
  }

  private List<String> missing(DeclarationSnippet snippet) {
    return shell.unresolvedDependencies(snippet).toList();
  }

  private static String joined(List<String> names) {
    return names.isEmpty() ? "what it mentions" : String.join(", ", names);
  }

  private static String named(DeclarationSnippet snippet) {
    return snippet instanceof MethodSnippet ? "method " + snippet.name() + "()" : snippet.name();
  }

  private static boolean isShown(Snippet snippet) {
    if (ShownValue.is(snippet)) {
      return true;
    }
    return switch (snippet.subKind()) {
      case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> true;
      default -> false;
    };
  }
}
