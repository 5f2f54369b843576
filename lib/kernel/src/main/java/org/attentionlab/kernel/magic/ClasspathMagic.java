package org.attentionlab.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.kernel.Globs;
import org.attentionlab.kernel.JavaKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;

/** {@code %classpath PATH...} and {@code %jars PATH...}: jars and directories for later code. */
final class ClasspathMagic implements LineMagic<List<String>, JavaKernel> {
  private final String name;
  private final boolean jarsOfDirectories;

  private ClasspathMagic(String name, boolean jarsOfDirectories) {
    this.name = name;
    this.jarsOfDirectories = jarsOfDirectories;
  }

  static ClasspathMagic classpath() {
    return new ClasspathMagic("%classpath", false);
  }

  static ClasspathMagic jars() {
    return new ClasspathMagic("%jars", true);
  }

  @Override
  public List<String> eval(JavaKernel kernel, List<String> globs) {
    if (globs.isEmpty()) {
      throw MagicErrors.usage(name, "which jars?");
    }
    List<String> paths = new ArrayList<>();
    for (String glob : globs) {
      List<String> found = jarsOfDirectories ? Globs.jars(glob) : Globs.paths(glob);
      if (found.isEmpty()) {
        throw MagicErrors.of(
            name, "nothing matches " + glob + "\n  " + LoadMagic.whereRelativePathsBegin());
      }
      paths.addAll(found);
    }
    kernel.addToClasspath(paths);
    return paths;
  }
}
