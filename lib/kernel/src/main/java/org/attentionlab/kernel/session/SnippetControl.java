package org.attentionlab.kernel.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
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
  private final Map<String, Object> values = new ConcurrentHashMap<>();
  private final AtomicLong keys = new AtomicLong();
  private volatile Optional<Cell> cell = Optional.empty();
  private volatile Optional<Throwable> thrown = Optional.empty();

  SnippetControl(SnippetLoader loader, CellRunner runner) {
    super(loader);
    this.runner = runner;
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
      value = cell.isPresent() ? runner.run(cell.get(), () -> call(snippet)) : snippet.invoke(null);
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

  private static Object call(Method snippet) throws Throwable {
    try {
      return snippet.invoke(null);
    } catch (InvocationTargetException e) {
      throw e.getCause();
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
