package org.attentionlab.grading.worker;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.attentionlab.grading.protocol.Reply.State;
import org.attentionlab.grading.protocol.Source.CodeCell;
import org.attentionlab.grading.protocol.Wanted;

/**
 * Answers in the variables of a notebook, evaluated with JShell in this process.
 *
 * <p>Imports, classes, methods, variables and assignments of every cell are evaluated. Statements
 * are in an answer's cell alone, and other expressions never are: {@code check(...)}, a displayed
 * picture or a training in between says nothing about an answer.
 */
final class NotebookAnswers implements Answers {

  /** What Java kernels import before the first cell. */
  private static final List<String> IMPORTS =
      List.of(
          "import java.io.*;",
          "import java.math.*;",
          "import java.net.*;",
          "import java.nio.file.*;",
          "import java.util.*;",
          "import java.util.concurrent.*;",
          "import java.util.function.*;",
          "import java.util.regex.*;",
          "import java.util.stream.*;");

  private static final Pattern MAGIC = Pattern.compile("(?m)^[%!].*$");

  private final JShell shell;
  private final List<CodeCell> cells;

  /** What went wrong, by the cell's number; a later run of the same name may have mended it. */
  private final Map<Integer, Lookup> faults = new LinkedHashMap<>();

  NotebookAnswers(List<CodeCell> cells, List<Wanted> wanted) {
    this.cells = cells;
    shell =
        JShell.builder()
            .executionEngine(new LocalExecutionControlProvider(), Map.of())
            .compilerOptions("-proc:none")
            .build();
    Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .forEach(shell::addToClasspath);
    IMPORTS.forEach(shell::eval);
    cells.forEach(this::evaluate);
    evaluateAgain();
    layDown(wanted);
  }

  /** Cells may stand in another order than they were run in: what failed gets another chance. */
  private void evaluateAgain() {
    int before = Integer.MAX_VALUE;
    while (!faults.isEmpty() && faults.size() < before) {
      before = faults.size();
      for (CodeCell cell : cells) {
        if (faults.remove(cell.number()) != null) {
          evaluate(cell);
        }
      }
    }
  }

  /** One snippet for all answers, because the shell compiles every snippet by itself. */
  private void layDown(List<Wanted> wanted) {
    List<String> names = wanted.stream().map(Wanted::name).filter(this::isDefined).toList();
    if (!names.isEmpty()) {
      shell.eval(
          AnswerDesk.class.getName()
              + ".putAll(new String[] {"
              + names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "))
              + "}, new Object[] {"
              + String.join(", ", names)
              + "});");
    }
  }

  private boolean isDefined(String name) {
    return shell
        .variables()
        .filter(variable -> shell.status(variable) == Status.VALID)
        .map(VarSnippet::name)
        .anyMatch(name::equals);
  }

  @Override
  public Lookup find(Wanted wanted) {
    return AnswerDesk.take(wanted.name())
        .map(answer -> Lookup.of(wanted, answer))
        .or(() -> faultOf(wanted))
        .orElseGet(
            () ->
                isDefined(wanted.name())
                    ? Lookup.unusable(wanted.name() + " is null")
                    : Lookup.missing(wanted));
  }

  /** The fault of the cell that would have defined the answer. */
  private Optional<Lookup> faultOf(Wanted wanted) {
    Pattern definition = Pattern.compile("\\b" + Pattern.quote(wanted.name()) + "\\s*=");
    return cells.stream()
        .filter(cell -> faults.containsKey(cell.number()))
        .filter(cell -> definition.matcher(cell.text()).find())
        .map(cell -> faults.get(cell.number()))
        .findFirst();
  }

  private void evaluate(CodeCell cell) {
    if (cell.text().stripLeading().startsWith("%%")) {
      return;
    }
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    String rest = MAGIC.matcher(cell.text()).replaceAll("");
    int line = 1;
    while (!rest.isBlank()) {
      CompletionInfo next = analysis.analyzeCompletion(rest);
      boolean complete = next.completeness().isComplete() && !next.remaining().equals(rest);
      String snippet = complete ? next.source() : rest;
      if (wants(analysis.sourceToSnippets(snippet), cell.answer())) {
        for (SnippetEvent event : shell.eval(snippet)) {
          fault(event, cell, line).ifPresent(lookup -> faults.putIfAbsent(cell.number(), lookup));
        }
      }
      String remaining = complete ? next.remaining() : "";
      line += lines(rest) - lines(remaining);
      rest = remaining;
    }
  }

  private static boolean wants(List<Snippet> parsed, boolean answerCell) {
    if (parsed.isEmpty()) {
      return true;
    }
    Snippet snippet = parsed.get(0);
    return switch (snippet.kind()) {
      case IMPORT, TYPE_DECL, METHOD, VAR, ERRONEOUS -> true;
      case EXPRESSION -> snippet.subKind() == SubKind.ASSIGNMENT_SUBKIND;
      case STATEMENT -> answerCell;
      default -> false;
    };
  }

  private Optional<Lookup> fault(SnippetEvent event, CodeCell cell, int line) {
    if (event.status() == Status.REJECTED && event.snippet().kind() != Kind.IMPORT) {
      List<String> errors = new ArrayList<>();
      shell
          .diagnostics(event.snippet())
          .filter(Diag::isError)
          .limit(3)
          .forEach(diag -> errors.add(error(event, diag, cell, line)));
      return Optional.of(Lookup.without(State.COMPILE_ERROR, errors));
    }
    return Optional.ofNullable(event.exception()).map(thrown -> threw(cell, thrown));
  }

  private static String error(SnippetEvent event, Diag diag, CodeCell cell, int line) {
    String source = event.snippet().source();
    int at = (int) Math.max(0, Math.min(diag.getPosition(), source.length()));
    int below = lines(source.substring(0, at));
    return "code cell "
        + cell.number()
        + ", line "
        + (line + below)
        + ": "
        + JavaCompilation.oneLine(diag.getMessage(null));
  }

  private static Lookup threw(CodeCell cell, JShellException thrown) {
    String name =
        thrown instanceof EvalException eval ? eval.getExceptionClassName() : "an exception";
    String message = Optional.ofNullable(thrown.getMessage()).map(text -> ": " + text).orElse("");
    return Lookup.unusable("code cell " + cell.number() + " throws " + name + message);
  }

  private static int lines(String text) {
    return (int) text.chars().filter(character -> character == '\n').count();
  }
}
