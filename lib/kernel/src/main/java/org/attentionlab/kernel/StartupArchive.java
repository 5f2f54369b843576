package org.attentionlab.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.attentionlab.kernel.client.KernelException;
import org.attentionlab.kernel.session.PackageIndex;

/**
 * The classes of a kernel's start, read and verified beforehand: an AppCDS archive, which the JVM
 * maps into memory instead of loading some 4,000 classes from jars.
 *
 * <p>The JVM itself compares an archive with its own build and with every jar on the class path,
 * and starts without the archive where they differ or where there is none. So an old archive costs
 * time and nothing else; {@link #refresh} makes it anew. Java 17 uses none where a jar's path holds
 * a blank.
 *
 * <p>The {@link PackageIndex} of the same jars and the {@link JitDirectives} lie beside it.
 *
 * @param file of the archive; a file with the ending {@code .stamp} beside it says what it was made
 *     from
 */
public record StartupArchive(Path file) {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration CELL = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(60);

  /** What nearly every session does: a value, an import, a method, output, and an error. */
  private static final List<String> CELLS =
      List.of(
          "1+1",
          "import java.util.stream.IntStream;\nint twice(int n) { return 2 * n; }",
          "var squares = IntStream.range(0, 3).map(n -> twice(n) * n).boxed().toList();\n"
              + "System.out.println(squares);\nsquares",
          "record Pair(int left, int right) {}\nnew Pair(1, 2)",
          "display(\"<b>1</b>\", \"text/html\");",
          "undefined + 1");

  /**
   * A command that uses the archive.
   *
   * @param command without one
   */
  public KernelCommand applyTo(KernelCommand command) {
    return with(command, "-XX:SharedArchiveFile=" + file);
  }

  /**
   * Whether the archive was made from the same JDK, jars and options.
   *
   * @param command as given to {@link #applyTo}
   */
  public boolean isFresh(KernelCommand command) {
    try {
      return Files.exists(stampFile()) && Files.readString(stampFile()).equals(stamp(command));
    } catch (IOException e) {
      throw new KernelException("cannot read what the start-up archive is made from: " + e, e);
    }
  }

  /**
   * Makes the archive, unless it is fresh.
   *
   * @param command as given to {@link #applyTo}
   * @return whether it was made now
   * @throws KernelException if the kernel does not start; a JVM that cannot write archives is no
   *     error, the kernel starts without one then
   */
  public boolean refresh(KernelCommand command) {
    if (isFresh(command)) {
      return false;
    }
    try {
      String stamp = stamp(command);
      Files.createDirectories(file.toAbsolutePath().getParent());
      PackageIndex.write(index(), files(command));
      JitDirectives.write(directives());
      Path fresh = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
      try {
        write(command, fresh);
        if (Files.exists(fresh)) {
          // A running kernel keeps the old one mapped: it is replaced, never written into.
          Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(stampFile(), stamp);
        return true;
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new KernelException("cannot write the start-up archive " + file + ": " + e, e);
    }
  }

  private void write(KernelCommand command, Path fresh) {
    KernelCommand recording = with(command, "-XX:ArchiveClassesAtExit=" + fresh);
    List<String> argv =
        recording.argv().stream()
            .map(word -> word.replace(KernelMain.class.getName(), ArchivingMain.class.getName()))
            .toList();
    Path folder = fresh.toAbsolutePath().getParent();
    try (KernelClient kernel = KernelClient.start(argv, folder, Map.of(), START)) {
      for (String cell : CELLS) {
        Execution ignored = kernel.execute(cell, CELL);
      }
      kernel.end(END);
    }
  }

  private KernelCommand with(KernelCommand command, String option) {
    // What the JVM has to say of an archive that is missing or old would stand in the notebook.
    // Their tags and levels differ between versions of Java, so the whole log is silent.
    return command.plus(
        List.of(
            option,
            "-Xlog:disable",
            "-D" + PackageIndex.PROPERTY + "=" + index(),
            "-D" + JitDirectives.PROPERTY + "=" + directives()));
  }

  private Path index() {
    return file.resolveSibling(file.getFileName() + ".packages");
  }

  private Path directives() {
    return file.resolveSibling(file.getFileName() + ".directives");
  }

  private Path stampFile() {
    return file.resolveSibling(file.getFileName() + ".stamp");
  }

  /** All that the archive depends on: the command, the JDK, and the jars by size and time. */
  private static String stamp(KernelCommand command) throws IOException {
    List<String> lines = new ArrayList<>(command.argv());
    for (Path path : files(command)) {
      if (Files.isRegularFile(path)) {
        lines.add(path + " " + Files.size(path) + " " + Files.getLastModifiedTime(path));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<Path> files(KernelCommand command) throws IOException {
    List<Path> files = new ArrayList<>();
    Path java = command.java().toAbsolutePath();
    if (Files.exists(java)) {
      files.add(java.toRealPath());
      files.add(java.toRealPath().resolveSibling(Path.of("..", "release")).normalize());
      files.add(java.toRealPath().resolveSibling(Path.of("..", "lib", "modules")).normalize());
    }
    for (String entry : command.classpath()) {
      if (entry.endsWith(File.separator + "*") || entry.endsWith("/*")) {
        try (Stream<Path> jars = Files.list(Path.of(entry.substring(0, entry.length() - 2)))) {
          jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(files::add);
        }
      } else {
        files.add(Path.of(entry));
      }
    }
    return files;
  }
}
