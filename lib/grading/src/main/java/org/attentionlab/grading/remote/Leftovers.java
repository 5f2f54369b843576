package org.attentionlab.grading.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Temporary files that carry their grader's process number, so that those of a killed grader are
 * known and can be removed.
 */
public final class Leftovers {

  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
  private static final Pattern NAME = Pattern.compile("attention-lab-(\\d+)-.*");

  private Leftovers() {}

  /** How the name of a temporary file or folder begins. */
  static String prefix(String what) {
    return "attention-lab-" + ProcessHandle.current().pid() + "-" + what;
  }

  /** Removes what graders left behind that are gone. */
  public static void sweep() {
    List<Path> left;
    try (Stream<Path> files = Files.list(TEMPORARY)) {
      left = files.filter(Leftovers::isOfTheDead).toList();
    } catch (IOException | UncheckedIOException unreadable) {
      return;
    }
    for (Path file : left) {
      try {
        delete(file);
      } catch (IOException | UncheckedIOException held) {
        // Another user's, or another grader swept it at the same time.
      }
    }
  }

  private static boolean isOfTheDead(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches()
        && name.group(1).length() < 12
        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  /** Removes a file or a folder with all that is in it; links are removed and not followed. */
  static void delete(Path start) throws IOException {
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failed)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
