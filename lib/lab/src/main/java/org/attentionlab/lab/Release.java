package org.attentionlab.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * The students' bundle, a zip file.
 *
 * <p>What goes in is named here, and never "all but the secrets". The same clone gives the same
 * bytes: entries are sorted, and carry one fixed time.
 */
final class Release {

  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
  private static final int PROGRAM = 0100755;
  private static final int PLAIN = 0100644;

  private Release() {}

  /**
   * Writes the bundle.
   *
   * @return number of files in it
   */
  static int write(Project project, Path target) throws IOException {
    Map<String, Path> files = files(project);
    String top = "attention-lab-" + Lab.VERSION + "/";
    Files.createDirectories(target.toAbsolutePath().getParent());
    StringBuilder contents = new StringBuilder("Attention Lab " + Lab.VERSION + "\n\n");
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(target)) {
      for (Map.Entry<String, Path> file : files.entrySet()) {
        byte[] bytes = Files.readAllBytes(file.getValue());
        contents.append(sha256(bytes)).append("  ").append(file.getKey()).append('\n');
        put(zip, top + file.getKey(), bytes, file.getKey().equals("lab") ? PROGRAM : PLAIN);
      }
      put(zip, top + "RELEASE", contents.toString().getBytes(StandardCharsets.UTF_8), PLAIN);
    }
    return files.size() + 1;
  }

  private static Map<String, Path> files(Project project) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (String name : new String[] {"lab", "lab.cmd", "LICENSE", "README.md", "environment.md"}) {
      files.put(name, project.root().resolve(name));
    }
    add(files, project, "notebooks", 1, "\\d\\d-.*\\.ipynb");
    add(files, project, "exercises", 1, "\\d\\d-.*\\.ipynb");
    add(files, project, "exercises", 2, "Lesson\\d\\d\\.java");
    add(files, project, "lib/lab/target/dist/lib", 1, ".*\\.jar");
    add(files, project, "lib/lab/target/classes/org/attentionlab/lab", 1, "Launcher.*\\.class");
    if (files.keySet().stream().noneMatch(name -> name.endsWith(".jar"))) {
      throw new LabException("the library is not built; run ./mvnw package");
    }
    return files;
  }

  private static void add(
      Map<String, Path> files, Project project, String folder, int depth, String name)
      throws IOException {
    Path start = project.root().resolve(folder);
    if (!Files.isDirectory(start)) {
      return;
    }
    try (Stream<Path> found = Files.walk(start, depth)) {
      found
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().matches(name))
          .forEach(
              file ->
                  files.put(project.root().relativize(file).toString().replace('\\', '/'), file));
    }
  }

  private static void put(ZipArchiveOutputStream zip, String name, byte[] bytes, int mode)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setLastModifiedTime(TIME);
    entry.setUnixMode(mode);
    zip.putArchiveEntry(entry);
    zip.write(bytes);
    zip.closeArchiveEntry();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
