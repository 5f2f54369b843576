package org.attentionlab.kernel.session;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the user's compiled code calls: at the start of every method and at the end of every turn of
 * a loop, to see whether its cell was interrupted, and in place of System.exit.
 *
 * <p>Threads cannot be stopped from outside since Java 20, so the code itself has to look; the
 * check is one read of a field. {@link SnippetRewriter} puts the calls in.
 */
@SuppressWarnings("DoNotCallSuggester") // the calls are put in after the compiler has run
public final class StopCheck {
  private static volatile boolean stopping;

  /** The interrupted cells, also past ones of which a thread has not come by here yet. */
  private static volatile Set<Cell> stopped = Set.of();

  private StopCheck() {}

  /** Ends the calling thread's work if its cell was interrupted. */
  public static void check() {
    if (stopping) {
      throwIfStopped();
    }
  }

  /**
   * Stands for {@link System#exit}.
   *
   * @param status ignored
   */
  public static void exit(int status) {
    throw new ExitRefusedError("System.exit(" + status + ")");
  }

  /**
   * Stands for {@link Runtime#exit} and {@link Runtime#halt}.
   *
   * @param runtime ignored
   * @param status ignored
   */
  public static void exit(Runtime runtime, int status) {
    throw new ExitRefusedError("Runtime.exit(" + status + ")");
  }

  /**
   * Stands before {@link Method#invoke}.
   *
   * @param method that is about to be called
   */
  public static void refuseExit(Method method) {
    boolean ends =
        method != null && (method.getName().equals("exit") || method.getName().equals("halt"));
    if (ends) {
      Class<?> owner = method.getDeclaringClass();
      if (owner.equals(System.class) || owner.equals(Runtime.class)) {
        throw new ExitRefusedError(owner.getSimpleName() + "." + method.getName());
      }
    }
  }

  static synchronized void stop(Cell cell) {
    Set<Cell> more = new HashSet<>(stopped);
    more.add(cell);
    stopped = Set.copyOf(more);
    stopping = true;
  }

  /** Before a new cell: forgets the interrupted ones of which no thread is left. */
  static synchronized void reset() {
    stopped =
        stopped.stream()
            .filter(cell -> cell.threads().activeCount() > 0)
            .collect(Collectors.toUnmodifiableSet());
    stopping = !stopped.isEmpty();
  }

  private static void throwIfStopped() {
    if (Cell.current().filter(stopped::contains).isPresent()) {
      throw new CellInterruptedError("the cell was interrupted");
    }
  }
}
