package org.attentionlab.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;

/** Paths by pattern: * and ? within a name, and a / at the end for all that a directory holds. */
public final class Globs {
  private Globs() {}

  /**
   * What a pattern matches.
   *
   * @param glob a pattern or a plain path, relative to the working directory or absolute
   * @return absolute paths of existing files and directories, sorted; empty if nothing matches
   */
  public static List<String> paths(String glob) {
    return matches(glob).map(Path::toString).toList();
  }

  /**
   * As {@link #paths}, with the jars of each directory in its place.
   *
   * @param glob a pattern or a plain path
   * @return absolute paths, sorted; empty if nothing matches
   */
  public static List<String> jars(String glob) {
    return matches(glob.replaceFirst("(?<=[^/])/+$", ""))
        .flatMap(Globs::jarsOf)
        .map(Path::toString)
        .toList();
  }

  private static Stream<Path> matches(String glob) {
    String pattern = glob.endsWith("/") ? glob + "*" : glob;
    if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
      return Stream.of(pattern).map(Globs::path).filter(Files::exists);
    }
    try {
      return PathsHandler.resolveGlobs(pattern).stream()
          .map(path -> path.toAbsolutePath().normalize())
          .sorted();
    } catch (RuntimeException e) {
      // Thrown where a directory before the first * is missing.
      return Stream.empty();
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a path: " + text, e);
    }
  }

  private static Stream<Path> jarsOf(Path path) {
    if (!Files.isDirectory(path)) {
      return Stream.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + path, e);
    }
  }
}
