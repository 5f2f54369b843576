package org.attentionlab.kernel.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.attentionlab.kernel.protocol.InputChannel;
import org.attentionlab.kernel.protocol.Publisher;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/**
 * One execution of a cell: who asked for it, and where its output goes.
 *
 * <p>A thread belongs to the cell that started it, even when it outlives the cell, so its output
 * always lands below the right cell.
 */
public final class Cell {
  private static final InheritableThreadLocal<Cell> OWNER = new InheritableThreadLocal<>();

  /** The groups of cells that have ended, some with threads that live on. */
  private static final Deque<ThreadGroup> GROUPS = new ArrayDeque<>();

  private static volatile Optional<Cell> running = Optional.empty();

  private final MessageContext request;
  private final int count;
  private final boolean silent;
  private final boolean stdinAllowed;
  private final Publisher publisher;
  private final StreamBuffer streams;
  private final ThreadGroup threads;

  /**
   * A cell that is about to run.
   *
   * @param request the execute request
   * @param count its number, shown as In [count]
   * @param silent true if nothing of it is shown
   * @param stdinAllowed whether the front end answers questions
   * @param publisher where its output goes
   */
  public Cell(
      MessageContext request,
      int count,
      boolean silent,
      boolean stdinAllowed,
      Publisher publisher) {
    this.request = request;
    this.count = count;
    this.silent = silent;
    this.stdinAllowed = stdinAllowed;
    this.publisher = publisher;
    this.streams = new StreamBuffer(this);
    this.threads = quietGroup();
  }

  /** The cell that the current thread belongs to; empty on a thread of the kernel's own. */
  public static Optional<Cell> current() {
    // The common pool's threads are started by the first cell that needs them and serve all.
    if (Thread.currentThread() instanceof ForkJoinWorkerThread worker
        && worker.getPool() == ForkJoinPool.commonPool()) {
      return running;
    }
    return Optional.ofNullable(OWNER.get());
  }

  /** Makes this the cell that runs now. */
  public void begin() {
    StopCheck.reset();
    running = Optional.of(this);
  }

  /** Sends what was printed; the cell no longer runs. */
  public void end() {
    streams.flush();
    running = Optional.empty();
    synchronized (GROUPS) {
      GROUPS.add(threads);
    }
  }

  /**
   * A thread group that no thread is alive in.
   *
   * <p>Groups are used again, because Java before 19 never frees one that is not destroyed, and to
   * destroy one would break threads that the user has made but not yet started.
   */
  private static ThreadGroup quietGroup() {
    synchronized (GROUPS) {
      for (ThreadGroup group : GROUPS) {
        if (group.activeCount() == 0) {
          GROUPS.remove(group);
          return group;
        }
      }
    }
    return new ThreadGroup("cell");
  }

  /** Makes the current thread, and those that it starts, belong to this cell. */
  void adoptCurrentThread() {
    OWNER.set(this);
  }

  /** Sends a message to all front ends, after what was printed before it. */
  public <T extends ContentType<T>> void publish(T content) {
    streams.flush();
    send(content);
  }

  /** Takes text for a stream; it is sent soon, together with what is printed about then. */
  void print(StreamType stream, byte[] utf8, int offset, int length) {
    streams.append(stream, utf8, offset, length);
  }

  <T extends ContentType<T>> void send(T content) {
    if (!silent) {
      publisher.sendMessage(new Message<>(request, content.getType(), content));
    }
  }

  void awaitRoom() {
    publisher.awaitRoom();
  }

  /** Whether nothing of it is shown. */
  public boolean silent() {
    return silent;
  }

  /** Its number, shown as In [count]. */
  public int count() {
    return count;
  }

  /** Shows what was printed, so that a question has its context, and asks. */
  String ask(InputChannel channel, String prompt, boolean password) throws InterruptedException {
    streams.flush();
    return channel.ask(request, prompt, password);
  }

  /** Whether the front end answers questions. */
  boolean stdinAllowed() {
    return stdinAllowed;
  }

  /** The cell's threads, so that an interrupt reaches all of them. */
  ThreadGroup threads() {
    return threads;
  }
}
