package org.attentionlab.kernel.session;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/**
 * A Java session: what cells declare lives on, and each cell sees what the ones before it left.
 *
 * <p>Code runs in this JVM, so values are live objects. A cell is first split into statements; when
 * that fails, nothing of it runs. A type that mentions a later one of the same cell is no error: it
 * is judged at the end of the cell.
 */
public final class JavaSession implements AutoCloseable {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private final SnippetLoader loader = new SnippetLoader();
  private final CellRunner runner = new CellRunner(loader.loader());
  private final SnippetControl control;
  private final SnippetOrigins origins = new SnippetOrigins();
  private final AtomicReference<CompilerFiles> files = new AtomicReference<>();
  private final JShell shell;
  private final CellRun.Parts parts;
  private Optional<Boolean> nonSealed = Optional.empty();

  /**
   * Starts JShell with the JVM's own class path and the imports that every cell may rely on.
   *
   * @param compilerOptions the user's; what the JVM was started with is added
   * @param limit how long a statement may run; empty for as long as it likes
   * @throws IllegalArgumentException if the compiler does not take the options
   */
  public JavaSession(List<String> compilerOptions, Optional<StatementLimit> limit) {
    Thread rewriting = new Thread(SnippetRewriter::prepare, "Rewriting");
    rewriting.setDaemon(true);
    rewriting.start();
    control = new SnippetControl(loader, runner, limit);
    shell =
        JShell.builder()
            .executionEngine(control, Map.of())
            .fileManager(
                javac -> {
                  files.set(new CompilerFiles(javac, PackageIndex.ofThisJvm(), CLASS_PATH));
                  return files.get();
                })
            .compilerOptions(JvmFeatures.compilerOptions(compilerOptions).toArray(String[]::new))
            .build();
    DefaultImports.into(shell);
    Variables variables = loader.variables();
    parts =
        new CellRun.Parts(
            shell,
            control,
            variables,
            origins,
            new RuntimeErrors(origins, new UserFrames(shell)),
            new Forgetting(shell, variables, origins),
            new ShownValue());
  }

  /** Runs magics on behalf of the session. */
  public interface Magics {
    /** Runs a line magic that nobody takes the value of; what is to be shown may be null. */
    Object statement(String name, List<String> arguments) throws Exception;

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
    CellRun run = new CellRun(parts, cell);
    Optional<Object> value = Optional.empty();
    try {
      for (Step step : steps(code, cell, magics, run)) {
        value = step.take();
      }
      run.end();
    } finally {
      files.get().letIndex();
      tell(cell, run.notes());
    }
    return value;
  }

  private interface Step {
    Optional<Object> take();
  }

  private List<Step> steps(String code, Optional<Cell> cell, Magics magics, CellRun run) {
    CellSource source = CellSource.parse(code);
    List<Step> steps = new ArrayList<>();
    for (CellSource.Part part : source.parts()) {
      if (part instanceof CellSource.Java java) {
        int count = cell.map(Cell::count).orElse(0);
        List<Statement> statements =
            SealedTypes.arrange(
                new StatementSplitter(shell).split(source.code(), java, count),
                this::canDeclareNonSealed);
        for (int i = 0; i < statements.size(); i++) {
          Statement statement = statements.get(i);
          List<Statement> rest = statements.subList(i + 1, statements.size());
          steps.add(() -> run.take(statement, rest));
        }
      } else if (part instanceof CellSource.Magic magic) {
        steps.add(
            () -> inCell(cell, timed(() -> magics.statement(magic.name(), magic.arguments()))));
      } else if (part instanceof CellSource.WholeCell whole) {
        steps.add(
            () ->
                inCell(
                    cell, timed(() -> magics.cell(whole.name(), whole.arguments(), whole.body()))));
      }
    }
    return steps;
  }

  private boolean canDeclareNonSealed() {
    if (nonSealed.isEmpty()) {
      nonSealed = Optional.of(NonSealedSupport.of(shell));
    }
    return nonSealed.get();
  }

  private static void tell(Optional<Cell> cell, List<String> notes) {
    byte[] text =
        notes.stream()
            .map(note -> "Note: " + note + System.lineSeparator())
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);
    cell.filter(c -> text.length > 0).ifPresent(c -> c.print(StreamType.ERR, text, 0, text.length));
  }

  private static <T> Callable<T> timed(Callable<T> magic) {
    return () -> {
      Stopwatch.enter();
      try {
        return magic.call();
      } finally {
        Stopwatch.leave();
      }
    };
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

  /**
   * Makes jars and directories known to the code of the cells that follow.
   *
   * @param paths of files that exist
   */
  public void addToClasspath(List<String> paths) {
    shell.addToClasspath(String.join(File.pathSeparator, paths));
  }

  /** Tells, below its cell, of an exception that ended a thread. */
  public void uncaught(Thread thread, Throwable thrown) {
    if (!(thrown instanceof CellInterruptedError)) {
      parts.errors().uncaught(thread.getName(), thrown).forEach(System.err::println);
    }
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
