package org.attentionlab.kernel.history;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The history of all sessions of a user: a file with a line of JSON for each cell.
 *
 * <p>Several kernels may write at once: each write is made under a lock that the system releases
 * when a process dies. A line that a crash has cut short costs itself alone. When the file has
 * grown too large, its older half goes, by way of a second file that then takes its place, so that
 * a crash meanwhile loses nothing. Only the user can read it.
 */
final class HistoryFile {
  private static final Gson JSON = new Gson();

  /** Locks of Java hold between processes only; this one holds within. */
  private static final Object IN_PROCESS = new Object();

  private final Path file;
  private final long largest;

  /** What is done under the lock. */
  private interface Action<T> {
    T run() throws IOException;
  }

  /**
   * A file that need not exist yet.
   *
   * @param file its path
   * @param largest size in bytes beyond which its older half goes
   */
  HistoryFile(Path file, long largest) {
    this.file = file.toAbsolutePath();
    this.largest = largest;
  }

  /** Begins a session and returns its number: one more than any before. */
  int begin() throws IOException {
    return locked(
        () -> {
          shrink();
          int session = read().stream().mapToInt(HistoryCell::session).max().orElse(0) + 1;
          write(HistoryCell.start(session));
          return session;
        });
  }

  /** Adds a cell; one that would fill most of the file is left out. */
  void add(HistoryCell cell) throws IOException {
    if (cell.input().length() < largest / 4) {
      locked(
          () -> {
            shrink();
            write(cell);
            return cell;
          });
    }
  }

  /** All cells, the oldest first; none where there is no file. */
  List<HistoryCell> cells() throws IOException {
    return read().stream().filter(cell -> !cell.isStart()).toList();
  }

  private <T> T locked(Action<T> action) throws IOException {
    Files.createDirectories(file.getParent(), ownerOnly("rwx------"));
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    synchronized (IN_PROCESS) {
      try (FileChannel channel = open(lock, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        return held.isValid() ? action.run() : null;
      }
    }
  }

  private static FileChannel open(Path path, StandardOpenOption how) throws IOException {
    return FileChannel.open(path, Set.of(StandardOpenOption.CREATE, how), ownerOnly("rw-------"));
  }

  private void write(HistoryCell cell) throws IOException {
    // A line that was cut short must not take this one with it.
    String line = (endsMidLine() ? "\n" : "") + JSON.toJson(cell) + "\n";
    try (FileChannel channel = open(file, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private boolean endsMidLine() throws IOException {
    if (Files.notExists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return channel.size() > 0
          && channel.read(last, channel.size() - 1) == 1
          && last.get(0) != '\n';
    }
  }

  private void shrink() throws IOException {
    if (Files.notExists(file) || Files.size(file) <= largest) {
      return;
    }
    List<String> lines = lines();
    long kept = 0;
    int from = lines.size();
    while (from > 0 && kept < largest / 2) {
      from--;
      kept += lines.get(from).getBytes(StandardCharsets.UTF_8).length + 1L;
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, ownerOnly("rw-------"));
    Files.write(fresh, lines.subList(from, lines.size()));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private List<String> lines() throws IOException {
    // Not readAllLines, which gives up at a character that was cut in the middle.
    return Files.notExists(file)
        ? List.of()
        : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
  }

  private List<HistoryCell> read() throws IOException {
    List<HistoryCell> cells = new ArrayList<>();
    for (String line : lines()) {
      parse(line).ifPresent(cells::add);
    }
    return cells;
  }

  private static Optional<HistoryCell> parse(String line) {
    try {
      return Optional.ofNullable(JSON.fromJson(line, HistoryCell.class));
    } catch (RuntimeException e) {
      // No JSON, or not of ours: Gson wraps what the record's constructor throws.
      return Optional.empty();
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
