package org.attentionlab.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everything lies in a clone of the course.
 *
 * @param root the folder that holds {@code pom.xml} and {@code lab}
 */
record Project(Path root) {

  /** The jars of the command line, the kernel and the course, without the solutions. */
  List<Path> jars() {
    return list(root.resolve("lib/lab/target/dist/lib"), ".jar");
  }

  /** The jar with hidden tests and reference answers. */
  Path solutionsJar() {
    List<Path> jars = list(root.resolve("solutions/target"), ".jar");
    if (jars.isEmpty()) {
      throw new LabException(
          "the solutions are not built: solutions/target holds no jar. Run ./mvnw package");
    }
    return jars.get(0);
  }

  /** What the command line itself keeps between runs; git does not see it. */
  Path state() {
    return root.resolve(".lab");
  }

  /** A path as a person in this folder would type it. */
  String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(root)
        ? root.relativize(absolute).toString().replace('\\', '/')
        : path.toString();
  }

  private static List<Path> list(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new LabException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }
}
