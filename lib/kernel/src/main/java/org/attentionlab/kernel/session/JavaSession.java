package org.attentionlab.kernel.session;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import org.attentionlab.kernel.session.SnippetOrigins.Origin;

/**
 * A Java session: what cells declare lives on, and each cell sees what the ones before it left.
 *
 * <p>Code runs in this JVM, so values are live objects. A cell is first split into statements; when
 * that fails, nothing of it runs. A type that mentions a later one of the same cell is no error: it
 * is judged at the end of the cell.
 */
public final class JavaSession implements AutoCloseable {
  private static final List<String> IMPORTS =
      List.of(
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.nio.file.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.function.*",
          "java.util.prefs.*",
          "java.util.regex.*",
          "java.util.stream.*",
          "static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*",
          "static org.attentionlab.kernel.Notebook.clearOutput");

  /** Blanks and comments before a statement. */
  private static final Pattern LEAD =
      Pattern.compile("(?:\\s++|//[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final SnippetLoader loader = new SnippetLoader();
  private final CellRunner runner = new CellRunner(loader.loader());
  private final SnippetControl control = new SnippetControl(loader, runner);
  private final SnippetOrigins origins = new SnippetOrigins();
  private final RuntimeErrors runtimeErrors = new RuntimeErrors(origins);
  private final JShell shell;

  /** Starts JShell with the JVM's own class path and the imports that every cell may rely on. */
  public JavaSession() {
    shell = JShell.builder().executionEngine(control, Map.of()).build();
    shell.addToClasspath(System.getProperty("java.class.path"));
    for (String name : IMPORTS) {
      shell.eval("import " + name + ";");
    }
  }

  /** Runs magics on behalf of the session. */
  public interface Magics {
    /** Runs a line magic; the result may be null. */
    Object line(String name, List<String> arguments) throws Exception;

    /** Runs a cell magic; the result may be null. */
    Object cell(String name, List<String> arguments, String body) throws Exception;
  }

  /**
   * Runs a cell.
   *
   * @param code Java and magics
   * @param cell to which threads, output and error lines belong; empty for the kernel's own code
   * @param magics runs the magics in it
   * @return the value of its last statement, where that is an expression with a value
   * @throws CellFailure if it does not compile, throws, or is interrupted
   */
  public Optional<Object> evaluate(String code, Optional<Cell> cell, Magics magics) {
    CellSource source = CellSource.parse(code);
    List<Step> steps = new ArrayList<>();
    for (CellSource.Part part : source.parts()) {
      if (part instanceof CellSource.Java java) {
        steps.addAll(split(source.code(), java, cell.map(Cell::count).orElse(0)));
      } else if (part instanceof CellSource.Magic magic) {
        steps.add(run -> inCell(cell, () -> magics.line(magic.name(), magic.arguments())));
      } else if (part instanceof CellSource.WholeCell whole) {
        steps.add(
            run -> inCell(cell, () -> magics.cell(whole.name(), whole.arguments(), whole.body())));
      }
    }
    Run run = new Run(cell);
    Optional<Object> value = Optional.empty();
    for (Step step : steps) {
      value = step.take(run);
      run.applied++;
    }
    run.judgeDeclarations();
    return value;
  }

  /**
   * Calls code that may be the user's, such as a toString, on a thread of the cell.
   *
   * @throws CellFailure if it throws or is interrupted
   */
  public <T> Optional<T> inCell(Optional<Cell> cell, Callable<T> body) {
    try {
      return Optional.ofNullable(
          cell.isPresent() ? runner.run(cell.get(), body::call) : body.call());
    } catch (CellInterruptedError e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (Exception e) {
      throw failure(e);
    }
  }

  /** What the user is told of anything that was thrown. */
  public static CellFailure failure(Throwable thrown) {
    if (thrown instanceof CellFailure failure) {
      return failure;
    }
    if (thrown instanceof CellInterruptedError error) {
      return interrupted(error);
    }
    List<String> lines =
        Style.message(thrown.getClass().getName(), String.valueOf(thrown.getMessage()));
    return new CellFailure(
        thrown.getClass().getSimpleName(), String.valueOf(thrown.getMessage()), lines, thrown);
  }

  private static CellFailure interrupted(CellInterruptedError e) {
    return new CellFailure(
        "Interrupted", e.getMessage(), Style.message("Interrupted", e.getMessage()), e);
  }

  /** Splits code into statements without running any. */
  private List<Step> split(String code, CellSource.Java java, int cell) {
    List<Step> steps = new ArrayList<>();
    int at = java.from();
    String rest = code.substring(java.from(), java.to());
    while (!rest.isBlank()) {
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      // JShell counts lines from the first token; so do errors.
      int lead = lead(rest);
      Origin origin = new Origin(cell, code, at + lead);
      switch (info.completeness()) {
        case EMPTY -> {
          return steps;
        }
        case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> throw CompileErrors.incomplete(origin);
        case UNKNOWN -> throw syntaxError(origin, rest.substring(lead));
        default -> {
          String source = info.source().substring(lead);
          steps.add(run -> run.snippet(source, origin));
        }
      }
      at += rest.length() - info.remaining().length();
      rest = info.remaining();
    }
    return steps;
  }

  private static int lead(String code) {
    Matcher lead = LEAD.matcher(code);
    return lead.lookingAt() ? lead.end() : 0;
  }

  private CellFailure syntaxError(Origin origin, String code) {
    for (SnippetEvent event : shell.eval(code)) {
      List<Diag> diagnostics = shell.diagnostics(event.snippet()).toList();
      if (event.status() == Status.REJECTED && diagnostics.stream().anyMatch(Diag::isError)) {
        return CompileErrors.of(origin, diagnostics, 0);
      }
    }
    return CompileErrors.incomplete(origin);
  }

  private interface Step {
    Optional<Object> take(Run run);
  }

  /** The state of one evaluation. */
  private final class Run {
    private final Optional<Cell> cell;
    private final Map<String, Snippet> open = new LinkedHashMap<>();
    private int applied;

    Run(Optional<Cell> cell) {
      this.cell = cell;
    }

    Optional<Object> snippet(String source, Origin origin) {
      if (source.strip().equals(";") || isImported(source)) {
        return Optional.empty();
      }
      control.enter(cell);
      List<SnippetEvent> events = shell.eval(source);
      Optional<Throwable> thrown = control.takeThrown();
      if (thrown.isPresent() && thrown.get() instanceof CellInterruptedError e) {
        throw interrupted(e);
      }
      Optional<Object> value = Optional.empty();
      for (SnippetEvent event : events) {
        Optional<Object> result = control.take(String.valueOf(event.value()));
        if (event.causeSnippet() == null) {
          origins.put(event.snippet().id(), origin);
          judge(event, origin, thrown);
          value = isShown(event.snippet()) ? result : Optional.empty();
        }
      }
      return value;
    }

    private void judge(SnippetEvent event, Origin origin, Optional<Throwable> thrown) {
      if (thrown.isPresent() && thrown.get() instanceof CellFailure nested) {
        // From code that the cell itself evaluated or loaded: it tells its own place.
        throw nested;
      }
      JShellException exception = event.exception();
      if (exception instanceof EvalException e) {
        throw runtimeErrors.of(e, thrown);
      }
      if (exception instanceof UnresolvedReferenceException e) {
        throw unresolved(e.getSnippet());
      }
      switch (event.status()) {
        case REJECTED ->
            throw CompileErrors.of(origin, shell.diagnostics(event.snippet()).toList(), applied);
        case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED ->
            open.put(event.snippet().id(), event.snippet());
        default -> {}
      }
    }

    /** At the end of the cell: what is still missing for the declarations in it? */
    void judgeDeclarations() {
      for (Snippet snippet : open.values()) {
        Status status = shell.status(snippet);
        if (status == Status.RECOVERABLE_NOT_DEFINED) {
          throw unresolved((DeclarationSnippet) snippet);
        }
        if (status == Status.RECOVERABLE_DEFINED && snippet instanceof DeclarationSnippet d) {
          String note =
              "Note: " + named(d) + " cannot be used before there is " + joined(missing(d)) + ".";
          inCell(
              cell,
              () -> {
                System.err.println(note);
                return note;
              });
        }
      }
    }
  }

  private CellFailure unresolved(DeclarationSnippet snippet) {
    List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
    Origin origin = origins.get(snippet.id()).orElse(new Origin(0, snippet.source(), 0));
    return errors.isEmpty() || !missing(snippet).isEmpty()
        ? CompileErrors.unresolved(origin, named(snippet), missing(snippet))
        : CompileErrors.of(origin, errors, 0);
  }

  private List<String> missing(DeclarationSnippet snippet) {
    return shell.unresolvedDependencies(snippet).collect(Collectors.toList());
  }

  private static String joined(List<String> names) {
    return names.isEmpty() ? "what it mentions" : String.join(", ", names);
  }

  private static String named(DeclarationSnippet snippet) {
    return snippet instanceof MethodSnippet ? "method " + snippet.name() + "()" : snippet.name();
  }

  private static boolean isShown(Snippet snippet) {
    return switch (snippet.subKind()) {
      case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> true;
      default -> false;
    };
  }

  /** An import that stands already: to repeat it would make JShell declare variables anew. */
  private boolean isImported(String source) {
    String text = BLANKS.matcher(source.strip()).replaceAll(" ");
    return text.startsWith("import ")
        && shell
            .imports()
            .map(ImportSnippet::source)
            .map(known -> BLANKS.matcher(known.strip()).replaceAll(" "))
            .anyMatch(text::equals);
  }

  /**
   * Makes jars and directories known to the code of the cells that follow.
   *
   * @param paths of files that exist
   */
  public void addToClasspath(List<String> paths) {
    shell.addToClasspath(String.join(File.pathSeparator, paths));
  }

  /** Ends what runs of a cell. */
  public void interrupt(Cell cell) {
    runner.interrupt(cell);
  }

  /** The loader of the session's classes, which also sees all jars added. */
  public ClassLoader loader() {
    return loader.loader();
  }

  /** What names mean in the session. */
  public SessionNames names() {
    return new SessionNames(shell, loader.loader());
  }

  /** What JShell knows about code that is not run. */
  public SourceCodeAnalysis analysis() {
    return shell.sourceCodeAnalysis();
  }

  @Override
  public void close() {
    shell.close();
  }
}
