package org.attentionlab.numerics;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Threads that take the parts of one work at a time.
 *
 * <p>A ticket holds the number of the work in its upper half and the next part in its lower half.
 * Whoever moves the ticket on by one owns that part, so nobody waits for a thread that has not
 * begun: a caller whose helpers sleep does everything itself. A helper looks at the ticket before
 * it reads the work and moves it on after. The work is only written while the ticket is closed, so
 * a successful move proves that the work it read is the one that the ticket was for.
 */
final class WorkerSet {
  /**
   * A helper looks for work this long before it sleeps: longer than the gaps of a training step.
   */
  private static final long PATIENCE_NANOS = 500_000;

  /** Looks between two glances at the clock. */
  private static final int LOOKS = 64;

  /** A next part that no work has: the ticket between two works. */
  private static final long CLOSED = Integer.MAX_VALUE;

  private final int threads;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicLong ticket = new AtomicLong(CLOSED);
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger sleeping = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean retired;
  private Thread[] helpers = {};

  // The current work; written before the ticket announces it, read after a look at the ticket.
  private int parts;
  private IntConsumer work;

  WorkerSet(int threads) {
    this.threads = threads;
  }

  int threads() {
    return threads;
  }

  /** Runs a work, or returns false at once where the threads are not free. */
  boolean run(int count, IntConsumer part) {
    if (threads == 1 || !busy.compareAndSet(false, true)) {
      return false;
    }
    try {
      start();
      parts = count;
      work = part;
      open.set(count);
      failure.set(null);
      ticket.set(((ticket.get() >>> 32) + 1) << 32);
      wake(count - 1);
      takeParts();
      for (int looks = 0; open.get() > 0; looks++) {
        rest(looks);
      }
      ticket.set(ticket.get() | CLOSED);
      work = null;
      rethrow(failure.get());
      return true;
    } finally {
      busy.set(false);
    }
  }

  void retire() {
    retired = true;
    wake(threads);
  }

  private void start() {
    if (helpers.length == 0) {
      Thread[] made = new Thread[threads - 1];
      for (int i = 0; i < made.length; i++) {
        made[i] = new Thread(this::help, "attention-lab-" + (i + 1));
        made[i].setDaemon(true);
        made[i].start();
      }
      helpers = made;
    }
  }

  private void wake(int wanted) {
    if (sleeping.get() > 0) {
      for (int i = 0; i < Math.min(wanted, helpers.length); i++) {
        LockSupport.unpark(helpers[i]);
      }
    }
  }

  private void help() {
    while (!retired) {
      if (!takeParts()) {
        awaitWork();
      }
    }
  }

  /** Takes parts until none is left; whether there were any. */
  private boolean takeParts() {
    boolean any = false;
    while (true) {
      long seen = ticket.get();
      int next = (int) seen;
      IntConsumer current = work;
      if (next >= parts || current == null) {
        return any;
      }
      if (ticket.compareAndSet(seen, seen + 1)) {
        any = true;
        perform(current, next);
      }
    }
  }

  private void perform(IntConsumer current, int part) {
    try {
      if (failure.get() == null) {
        current.accept(part);
      }
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
    } finally {
      open.decrementAndGet();
    }
  }

  private void awaitWork() {
    long since = System.nanoTime();
    long before = ticket.get() >>> 32;
    for (int looks = 0; ticket.get() >>> 32 == before && !retired; looks++) {
      rest(looks);
      if (looks % LOOKS == LOOKS - 1 && System.nanoTime() - since > PATIENCE_NANOS) {
        sleep(before);
        since = System.nanoTime();
      }
    }
  }

  private void sleep(long before) {
    sleeping.incrementAndGet();
    try {
      // A work that was announced before the count went up did not wake us: look again.
      if (ticket.get() >>> 32 == before && !retired) {
        LockSupport.park(this);
      }
    } finally {
      sleeping.decrementAndGet();
    }
  }

  /** Waits a moment: first within the processor, then letting other threads run. */
  @SuppressWarnings("ThreadPriorityCheck") // only a courtesy; nothing relies on it
  private static void rest(int looks) {
    if (looks < 20 * LOOKS) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }

  private static void rethrow(Throwable thrown) {
    if (thrown instanceof RuntimeException problem) {
      throw problem;
    }
    if (thrown instanceof Error problem) {
      throw problem;
    }
  }
}
