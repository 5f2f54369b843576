package org.attentionlab.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.attentionlab.notebook.Notebook;

/**
 * Where everything lies in a clone of the course.
 *
 * @param root the folder that holds {@code pom.xml} and {@code lab}
 */
record Project(Path root) {

  /** Whether the solutions are here too, not only what students get. */
  boolean isWhole() {
    return Files.isDirectory(root.resolve("solutions"));
  }

  /**
   * The folder with the jars of the kernel and the course, without those of the command line and
   * without the solutions.
   */
  Path jars() {
    return root.resolve("lib/lab/target/dist/lib");
  }

  /** The folders with the Java sources of what is in {@link #jars}. */
  List<Path> sources() {
    return Stream.concat(
            list(root.resolve("lib"), "").stream(), Stream.of(root.resolve("exercises")))
        .map(module -> module.resolve("src").resolve("main").resolve("java"))
        .filter(Files::isDirectory)
        .toList();
  }

  /** The Java files that students start from. */
  List<Path> skeletons() {
    return list(root.resolve("exercises"), "").stream()
        .filter(folder -> folder.getFileName().toString().matches("\\d\\d-.*"))
        .filter(Files::isDirectory)
        .flatMap(folder -> list(folder, ".java").stream())
        .toList();
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

  /** Every notebook that is there to be opened: lessons, exercises, solutions. */
  List<Path> notebooks() {
    return Stream.of("notebooks", "exercises", "solutions")
        .flatMap(folder -> list(root.resolve(folder), ".ipynb").stream())
        .toList();
  }

  /** The lessons that have a source. */
  List<Lesson> lessons() {
    return list(root.resolve("notebooks/src"), ".md").stream().map(Project::lesson).toList();
  }

  private static Lesson lesson(Path file) {
    Notebook source = Notebooks.readSource(file);
    JsonNode about = source.metadata().path("attentionlab");
    String name = file.getFileName().toString().replaceFirst("\\.md$", "");
    if (!about.path("slug").asText().equals(name)) {
      throw new LabException(
          file + ": its slug is \"" + about.path("slug").asText() + "\"; call it \"" + name + "\"");
    }
    return new Lesson(name.substring(0, 2), name, about.path("title").asText(), source);
  }

  /** Documents for learners that notebooks refer to. */
  List<Path> documents() {
    return Stream.concat(
            Stream.of(root.resolve("environment.md")), list(root.resolve("docs"), ".md").stream())
        .toList();
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
