package org.attentionlab.kernel.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.attentionlab.kernel.protocol.KernelLog;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager;

/**
 * What was run in this session and in those before it.
 *
 * <p>This session's cells are in memory; the others are read when they are asked for. A thread of
 * its own writes, so no cell ever waits for a disk, and a history that cannot be written costs one
 * line in the log.
 */
public final class SessionHistory implements HistoryManager {
  private static final long LARGEST_FILE = 4L << 20;
  private static final int CELLS_IN_MEMORY = 10_000;
  private static final long READ_MILLIS = 1000;
  private static final long CLOSE_MILLIS = 300;

  private final Optional<HistoryFile> file;
  private final Deque<HistoryCell> own = new ArrayDeque<>();

  /** Creates its thread when there is something to write. */
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), SessionHistory::thread);

  /** 0 until the session has its number. */
  private volatile int session;

  /** Touched by the writer's thread alone. */
  private boolean failed;

  /**
   * A history.
   *
   * @param file that keeps it; empty where it is not to be kept
   */
  public SessionHistory(Optional<Path> file) {
    this(file, LARGEST_FILE);
  }

  SessionHistory(Optional<Path> file, long largest) {
    this.file = file.map(path -> new HistoryFile(path, largest));
    if (file.isEmpty()) {
      session = 1;
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "History");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Adds a cell of this session.
   *
   * @param number as in In [number]
   * @param input the code
   * @param output its result as text; empty where there is none
   */
  public void add(int number, String input, String output) {
    synchronized (own) {
      own.add(new HistoryCell(0, number, input, output));
      if (own.size() > CELLS_IN_MEMORY) {
        own.removeFirst();
      }
    }
    file.ifPresent(
        kept ->
            writer.execute(
                () ->
                    attempt(
                        () -> {
                          begin(kept);
                          kept.add(new HistoryCell(session, number, input, output));
                        })));
  }

  private interface Write {
    void run() throws IOException;
  }

  private void attempt(Write write) {
    try {
      if (!failed) {
        write.run();
      }
    } catch (IOException | RuntimeException e) {
      failed = true;
      session = Math.max(session, 1);
      KernelLog.warn("the history is not kept, the session goes on without: " + e);
    }
  }

  private void begin(HistoryFile kept) throws IOException {
    if (session == 0) {
      session = kept.begin();
    }
  }

  /** Waits a moment for what is still to be written. */
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
        KernelLog.warn("the end of the history could not be written in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<HistoryEntry> lookupRange(int session, int start, int end, Set<ResultFlag> flags) {
    List<HistoryCell> all = all();
    int wanted = session > 0 ? session : this.session + session;
    Predicate<HistoryCell> inRange = c -> c.number() >= start && c.number() < end;
    return found(all, inRange.and(c -> c.session() == wanted), 0, flags);
  }

  @Override
  public List<HistoryEntry> lookupTail(int length, Set<ResultFlag> flags) {
    return found(all(), c -> true, length, flags);
  }

  @Override
  public List<HistoryEntry> search(String glob, int length, Set<ResultFlag> flags) {
    Glob pattern = new Glob(glob);
    return found(all(), c -> pattern.matches(c.input()), length, flags);
  }

  /** Those of other sessions first, so that scrolling back begins with what was just typed. */
  private List<HistoryCell> all() {
    List<HistoryCell> all = new ArrayList<>(file.map(this::others).orElse(List.of()));
    synchronized (own) {
      own.forEach(c -> all.add(new HistoryCell(session, c.number(), c.input(), c.output())));
    }
    return all;
  }

  private List<HistoryCell> others(HistoryFile kept) {
    List<HistoryCell> others = new ArrayList<>();
    try {
      // On the writer's thread: behind what is still to be written, and never waiting for a lock.
      Future<?> read =
          writer.submit(
              () ->
                  attempt(
                      () -> {
                        begin(kept);
                        List<HistoryCell> cells = kept.cells();
                        synchronized (others) {
                          cells.stream().filter(c -> c.session() != session).forEach(others::add);
                        }
                      }));
      read.get(READ_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      KernelLog.warn("the history of other sessions cannot be read in time");
    }
    synchronized (others) {
      return List.copyOf(others);
    }
  }

  /** The last of those wanted; all where length is 0 or less. */
  private static List<HistoryEntry> found(
      List<HistoryCell> cells, Predicate<HistoryCell> wanted, int length, Set<ResultFlag> flags) {
    List<HistoryCell> all = cells.stream().filter(wanted).toList();
    if (flags.contains(ResultFlag.UNIQUE)) {
      Map<String, HistoryCell> last = new LinkedHashMap<>();
      for (HistoryCell cell : all) {
        last.remove(cell.input());
        last.put(cell.input(), cell);
      }
      all = List.copyOf(last.values());
    }
    boolean output = flags.contains(ResultFlag.INCLUDE_OUTPUT);
    int from = length > 0 ? Math.max(0, all.size() - length) : 0;
    return all.subList(from, all.size()).stream()
        .map(c -> new HistoryEntry(c.session(), c.number(), c.input(), output ? c.output() : null))
        .toList();
  }
}
