package org.attentionlab.kernel.session;

import java.lang.reflect.Method;
import java.util.Optional;

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
  private static volatile Optional<Cell> stopped = Optional.empty();

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

  static void stop(Cell cell) {
    stopped = Optional.of(cell);
    stopping = true;
  }

  static void reset() {
    stopping = false;
    stopped = Optional.empty();
  }

  private static void throwIfStopped() {
    Optional<Cell> cell = stopped;
    if (cell.isPresent() && cell.equals(Cell.current())) {
      throw new CellInterruptedError("the cell was interrupted");
    }
  }
}
