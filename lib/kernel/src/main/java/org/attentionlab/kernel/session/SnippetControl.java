package org.attentionlab.kernel.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs snippets in this JVM and keeps their values as live objects.
 *
 * <p>JShell passes values as text; what it gets here is a key, by which {@link #take} finds the
 * object. What a snippet threw is kept in the same way.
 */
final class SnippetControl extends DirectExecutionControl implements ExecutionControlProvider {
  private final CellRunner runner;
  private final Optional<StatementLimit> limit;
  private final Map<String, Object> values = new ConcurrentHashMap<>();
  private final AtomicLong keys = new AtomicLong();
  private volatile Optional<Cell> cell = Optional.empty();
  private volatile Optional<Throwable> thrown = Optional.empty();

  SnippetControl(SnippetLoader loader, CellRunner runner, Optional<StatementLimit> limit) {
    super(loader);
    this.runner = runner;
    this.limit = limit;
  }

  @Override
  public String name() {
    return "attentionlab";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
    return this;
  }

  /** Names the cell that the next snippets belong to; empty for the kernel's own. */
  void enter(Optional<Cell> next) {
    cell = next;
  }

  /** Whether the cell that snippets belong to now was interrupted, perhaps while one compiled. */
  boolean isInterrupted() {
    return cell.isPresent() && runner.isInterrupted(cell.get());
  }

  /** The object behind a key, which is forgotten. */
  Optional<Object> take(String key) {
    return Optional.ofNullable(values.remove(key));
  }

  /** What the last snippet threw, which is forgotten. */
  Optional<Throwable> takeThrown() {
    Optional<Throwable> last = thrown;
    thrown = Optional.empty();
    return last;
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    Object value;
    try {
      value = cell.isPresent() ? inTime(cell.get(), snippet) : snippet.invoke(null);
    } catch (CellInterruptedError e) {
      thrown = Optional.of(e);
      throw new StoppedException();
    } catch (ExecutionException e) {
      thrown = Optional.of(e.getCause());
      throw new InvocationTargetException(e.getCause());
    }
    if (value == null) {
      return "";
    }
    String key = "@" + keys.incrementAndGet();
    values.put(key, value);
    return key;
  }

  /** Runs a snippet; one that runs too long is interrupted as if the user had done it. */
  private Object inTime(Cell owner, Method snippet) throws ExecutionException {
    if (limit.isEmpty()) {
      return runner.run(owner, () -> call(snippet));
    }
    AtomicBoolean over = new AtomicBoolean();
    Future<?> alarm =
        limit
            .get()
            .whenOver(
                () -> {
                  over.set(true);
                  runner.interrupt(owner);
                });
    try {
      return runner.run(owner, () -> call(snippet));
    } catch (CellInterruptedError e) {
      throw over.get() ? new CellInterruptedError(limit.get().message()) : e;
    } finally {
      alarm.cancel(false);
    }
  }

  private static Object call(Method snippet) throws Throwable {
    Stopwatch.enter();
    try {
      return snippet.invoke(null);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      Stopwatch.leave();
    }
  }

  @Override
  protected String throwConvertedInvocationException(Throwable cause)
      throws RunException, InternalException {
    throw converted(cause);
  }

  private static RunException converted(Throwable thrown) {
    if (thrown instanceof SPIResolutionException unresolved) {
      return new ResolutionException(unresolved.id(), named(unresolved.getStackTrace()));
    }
    UserException user =
        new UserException(
            String.valueOf(thrown.getMessage()),
            thrown.getClass().getName(),
            named(thrown.getStackTrace()));
    if (thrown.getCause() != null && thrown.getCause() != thrown) {
      user.initCause(converted(thrown.getCause()));
    }
    return user;
  }

  /** JShell fails on frames without a file name, which proxies and hidden classes have. */
  private static StackTraceElement[] named(StackTraceElement[] frames) {
    StackTraceElement[] named = frames.clone();
    for (int i = 0; i < named.length; i++) {
      StackTraceElement f = named[i];
      if (f.getFileName() == null) {
        named[i] =
            new StackTraceElement(f.getClassName(), f.getMethodName(), "<none>", f.getLineNumber());
      }
    }
    return named;
  }
}
