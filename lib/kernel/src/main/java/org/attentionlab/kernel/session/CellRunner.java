package org.attentionlab.kernel.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Runs the user's code on a thread of the running cell, so that it can be interrupted.
 *
 * <p>An interrupt is carried out in steps: the cell's threads are interrupted, which ends sleeps
 * and reads; the {@link StopCheck} ends loops; a thread that is still busy in a library after two
 * seconds is stopped where Java still allows that (before 20); and after four it is left behind, so
 * that the session goes on in any case.
 */
final class CellRunner {
  private static final long STEP_MILLIS = 50;
  private static final long STOP_MILLIS = 2000;
  private static final long LEAVE_MILLIS = 4000;

  private final ClassLoader loader;

  /** The call that runs, guarded by this. */
  private Optional<Call> running = Optional.empty();

  private Optional<Cell> interrupted = Optional.empty();

  /** Code that may throw anything, as the user's may. */
  interface Body<T> {
    T call() throws Throwable;
  }

  CellRunner(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Calls and waits.
   *
   * <p>On a thread that already belongs to the cell, the call is made directly.
   *
   * @return what the call returned
   * @throws CellInterruptedError if the cell was interrupted
   * @throws ExecutionException with what the call threw
   */
  <T> T run(Cell cell, Body<T> body) throws ExecutionException {
    if (Cell.current().isPresent()) {
      try {
        return body.call();
      } catch (Throwable e) {
        throw new ExecutionException(e);
      }
    }
    Call call = new Call();
    CompletableFuture<T> result = new CompletableFuture<>();
    call.end = result;
    call.thread =
        new Thread(
            cell.threads(),
            () -> {
              cell.adoptCurrentThread();
              try {
                result.complete(body.call());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            },
            "Cell " + cell.count());
    call.thread.setContextClassLoader(loader);
    call.thread.setDaemon(true);
    synchronized (this) {
      if (interrupted.equals(Optional.of(cell))) {
        throw new CellInterruptedError("the cell was interrupted");
      }
      running = Optional.of(call);
    }
    try {
      call.thread.start();
      T value = result.get();
      if (isInterrupted(cell)) {
        // What it waited for was ended by the interrupt first, so that it went on as if all were
        // well.
        throw new CellInterruptedError("the cell was interrupted");
      }
      return value;
    } catch (InterruptedException e) {
      throw new IllegalStateException("the kernel itself was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CellInterruptedError || isInterrupted(cell)) {
        throw endOf(call, e.getCause());
      }
      throw e;
    } finally {
      synchronized (this) {
        running = Optional.empty();
      }
    }
  }

  private static CellInterruptedError endOf(Call call, Throwable thrown) {
    CellInterruptedError end =
        thrown instanceof CellInterruptedError error && call.leftBehind
            ? error
            : new CellInterruptedError("the cell was interrupted");
    if (thrown != end) {
      end.initCause(thrown);
    }
    return end;
  }

  /** Whether a cell was interrupted, also when nothing of it ran just then. */
  synchronized boolean isInterrupted(Cell cell) {
    return interrupted.equals(Optional.of(cell));
  }

  /** Interrupts a cell: what runs of it now, and what would run next. */
  void interrupt(Cell cell) {
    Optional<Call> call;
    synchronized (this) {
      interrupted = Optional.of(cell);
      call = running;
    }
    StopCheck.stop(cell);
    call.ifPresent(
        c -> {
          interruptThreads(cell, c);
          Thread enforcer = new Thread(() -> enforce(cell, c), "Interrupt");
          enforcer.setDaemon(true);
          enforcer.start();
        });
  }

  /** Only while the call runs: afterwards its thread group may serve another cell. */
  private synchronized void interruptThreads(Cell cell, Call call) {
    if (running.equals(Optional.of(call))) {
      cell.threads().interrupt();
    }
  }

  private void enforce(Cell cell, Call call) {
    long begin = System.nanoTime();
    boolean stopTried = false;
    try {
      while (!call.end.isDone()) {
        TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        if (millis > LEAVE_MILLIS) {
          call.leaveBehind();
        } else if (millis > STOP_MILLIS && !stopTried) {
          stopTried = true;
          stop(call.thread);
        } else {
          // Code may have swallowed the interrupt before.
          interruptThreads(cell, call);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("deprecation")
  private static void stop(Thread thread) {
    try {
      thread.stop();
    } catch (UnsupportedOperationException e) {
      // Java 20 and later: the thread will be left behind.
    }
  }

  private static final class Call {
    private Thread thread;
    private CompletableFuture<?> end;
    private volatile boolean leftBehind;

    private void leaveBehind() {
      StackTraceElement[] stack = thread.getStackTrace();
      String where =
          stack.length == 0
              ? ""
              : " in " + stack[0].getClassName() + "." + stack[0].getMethodName();
      leftBehind = true;
      end.completeExceptionally(
          new CellInterruptedError(
              "the cell was interrupted, but its thread is still busy"
                  + where
                  + " and cannot be stopped; it goes on beside the session. Restart the kernel to"
                  + " be rid of it."));
    }
  }
}
