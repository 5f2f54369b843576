package org.attentionlab.grading.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.attentionlab.grading.GradingException;

/**
 * The folder of a batch, held by one grader at a time.
 *
 * <p>The lock is the system's, so that it ends with its process however that ends; drafts that a
 * killed grader left are removed.
 */
final class GradesFolder implements AutoCloseable {

  static final String RESULTS = "results";

  private final Path folder;
  private final FileChannel channel;

  private GradesFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static GradesFolder open(Path folder) {
    try {
      Files.createDirectories(folder.resolve(RESULTS));
      FileChannel channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new GradingException("grade: another grader is at work in " + folder);
      }
      removeDrafts(folder);
      return new GradesFolder(folder, channel);
    } catch (IOException | UncheckedIOException failed) {
      throw new GradingException(
          "grade: cannot write to " + folder + ": " + failed.getMessage(), failed);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      // Held until the channel closes.
      FileLock lock = channel.tryLock();
      return lock != null && lock.isValid();
    } catch (OverlappingFileLockException here) {
      return false;
    }
  }

  /** A grader may be killed over any of its files; they lie in the folder and one below. */
  private static void removeDrafts(Path folder) throws IOException {
    List<Path> drafts;
    try (Stream<Path> files = Files.walk(folder, 2)) {
      drafts =
          files.filter(file -> file.getFileName().toString().matches("\\.draft.*\\.tmp")).toList();
    }
    for (Path draft : drafts) {
      Files.deleteIfExists(draft);
    }
  }

  Path results() {
    return folder.resolve(RESULTS);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new GradingException("grade: cannot release " + folder, failed);
    }
  }
}
