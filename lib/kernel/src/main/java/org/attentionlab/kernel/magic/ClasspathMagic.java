package org.attentionlab.kernel.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attentionlab.kernel.JavaKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;

/** {@code %classpath GLOB...} and {@code %jars GLOB...}: jars and directories for later code. */
final class ClasspathMagic implements LineMagic<Void, JavaKernel> {
  @Override
  public Void eval(JavaKernel kernel, List<String> globs) {
    if (globs.isEmpty()) {
      throw MagicErrors.usage("classpath", "which jars?", "lib/*.jar");
    }
    List<String> paths = new ArrayList<>();
    for (String glob : globs) {
      paths.addAll(matches(glob));
    }
    kernel.addToClasspath(paths);
    return null;
  }

  private static List<String> matches(String glob) {
    Path plain = Path.of(glob.replace('*', '_').replace('?', '_'));
    boolean isGlob = !plain.toString().equals(Path.of(glob).toString());
    List<Path> found = isGlob ? resolved(glob) : List.of(Path.of(glob));
    List<String> existing =
        found.stream().filter(Files::exists).map(p -> p.toAbsolutePath().toString()).toList();
    if (existing.isEmpty()) {
      throw MagicErrors.of(
          "classpath",
          "nothing matches "
              + glob
              + "\n  Looked in "
              + Path.of("").toAbsolutePath()
              + "; relative paths begin there.");
    }
    return existing;
  }

  private static List<Path> resolved(String glob) {
    try {
      return PathsHandler.resolveGlobs(glob);
    } catch (RuntimeException e) {
      // The resolver throws this where a directory before the first * is missing.
      return List.of();
    }
  }
}
