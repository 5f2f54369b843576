package org.attentionlab.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a student gets: the course ready to run, already built, without the solutions and without
 * what builds it.
 *
 * <p>Files are named one by one or by folders that hold nothing else, never "all but the secrets".
 * The same files give the same bytes, so that a release can be compared with the one before.
 */
final class StudentBundle {
  /** Archives carry this instant, as the course's jars do. */
  private static final FileTime INSTANT = FileTime.fromMillis(1_767_225_600_000L);

  private static final String README = "student-readme.md";

  private final Project project;
  private final String version;

  StudentBundle(Project project, String version) {
    this.project = project;
    this.version = version;
  }

  /** The folder that unpacking the archive gives. */
  String folder() {
    return "attention-lab-" + version;
  }

  /** Writes the archive; one of this name is replaced. */
  void write(Path archive) {
    Path root = project.root();
    try {
      Files.deleteIfExists(archive);
      URI uri = URI.create("jar:" + archive.toUri());
      Map<String, String> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
      try (FileSystem zip = FileSystems.newFileSystem(uri, options)) {
        Path top = zip.getPath(folder());
        for (Path file : files()) {
          Path target = top.resolve(project.shown(file));
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(top.resolve("README.md"), readme());
        try (Stream<Path> all = Files.walk(top)) {
          for (Path path : all.toList()) {
            boolean runs = Files.isDirectory(path) || path.equals(top.resolve("lab"));
            Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
            // All three: the archive holds more times of a folder than of a file.
            Files.getFileAttributeView(path, BasicFileAttributeView.class)
                .setTimes(INSTANT, INSTANT, INSTANT);
          }
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new LabException(
          "cannot write " + archive + " from " + root + ": " + e.getMessage(), e);
    }
  }

  private List<Path> files() throws IOException {
    Path root = project.root();
    List<Path> files = new ArrayList<>();
    for (String name : List.of("lab", "lab.cmd", "environment.md", "LICENSE")) {
      files.add(root.resolve(name));
    }
    addTree(root.resolve("docs"), files);
    for (Lesson lesson : project.lessons()) {
      files.add(lesson.notebook(project));
      if (lesson.hasExercises(project)) {
        files.add(lesson.exercises(project));
        files.add(lesson.skeleton(project));
      }
    }
    addTree(project.jars().getParent(), files);
    files.removeIf(file -> file.endsWith("sources.stamp"));
    addLauncher(files);
    // The kernel's help reads Javadoc from them.
    for (Path sources : project.sources()) {
      addTree(sources, files);
    }
    return files;
  }

  private void addLauncher(List<Path> files) throws IOException {
    Path classes = project.root().resolve("lib/lab/target/classes/org/attentionlab/lab");
    try (Stream<Path> all = Files.list(classes)) {
      all.filter(file -> file.getFileName().toString().matches("Launcher(\\$.*)?\\.class"))
          .sorted()
          .forEach(files::add);
    }
  }

  private static void addTree(Path folder, List<Path> files) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
  }

  private String readme() throws IOException {
    try (InputStream in = StudentBundle.class.getResourceAsStream(README)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{version}", version);
    }
  }
}
