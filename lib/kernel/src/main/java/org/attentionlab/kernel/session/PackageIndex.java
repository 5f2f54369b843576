package org.attentionlab.kernel.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which packages the jars of a class path hold, written down beforehand, so that a session need not
 * open jars of which it uses nothing.
 *
 * <p>A jar that has changed since, by its size or time, counts as unknown.
 */
public final class PackageIndex {
  /** The system property that names the file of an index. */
  public static final String PROPERTY = "attentionlab.packages";

  private static final Pattern BLANK = Pattern.compile(" ");
  private static final String VERSIONS = "META-INF/versions/";

  private final Map<Path, Jar> jars;

  private record Jar(String stamp, Set<String> packages) {}

  private PackageIndex(Map<Path, Jar> jars) {
    this.jars = jars;
  }

  /** An index that knows no jar. */
  static PackageIndex empty() {
    return new PackageIndex(Map.of());
  }

  /** The index that the system property names; an empty one where there is none to read. */
  static PackageIndex ofThisJvm() {
    String file = System.getProperty(PROPERTY);
    try {
      return file == null ? empty() : read(Path.of(file));
    } catch (IOException | IllegalArgumentException e) {
      return empty();
    }
  }

  /**
   * Reads an index.
   *
   * @throws IllegalArgumentException if the file is none
   */
  static PackageIndex read(Path file) throws IOException {
    Map<Path, Jar> jars = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\t", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException(file + " is no index of packages: " + line);
      }
      jars.put(Path.of(parts[0]), new Jar(parts[1], Set.of(BLANK.split(parts[2]))));
    }
    return new PackageIndex(jars);
  }

  /**
   * Writes the index of some jars; those that name others in their manifest are left out.
   *
   * @param file to be written
   * @param classpath jars; other files are left out too
   */
  public static void write(Path file, List<Path> classpath) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path path : classpath) {
      if (path.toString().endsWith(".jar") && Files.isRegularFile(path)) {
        Optional<Set<String>> packages = packages(path);
        if (packages.isPresent()) {
          lines.add(path + "\t" + stamp(path) + "\t" + String.join(" ", packages.get()));
        }
      }
    }
    Files.write(file, lines);
  }

  private static Optional<Set<String>> packages(Path jar) throws IOException {
    Set<String> packages = new TreeSet<>();
    try (JarFile zip = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ)) {
      Manifest manifest = zip.getManifest();
      if (manifest != null && manifest.getMainAttributes().getValue("Class-Path") != null) {
        return Optional.empty();
      }
      zip.stream()
          .map(ZipEntry::getName)
          .filter(PackageIndex::concernsCompiler)
          .forEach(name -> packages.add(packageOf(name)));
    }
    return Optional.of(packages);
  }

  private static boolean concernsCompiler(String entry) {
    boolean type = entry.endsWith(".class") || entry.endsWith(".java");
    return type && !entry.endsWith("module-info.class");
  }

  /** A package for a version of Java counts as one of all: what is too many costs only time. */
  private static String packageOf(String entry) {
    String name = entry;
    if (name.startsWith(VERSIONS)) {
      name = name.substring(name.indexOf('/', VERSIONS.length()) + 1);
    }
    return name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.');
  }

  private static String stamp(Path jar) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
    return attributes.size() + ":" + attributes.lastModifiedTime().toMillis();
  }

  /** The packages of a jar; empty where the jar is not known, or no longer as it was. */
  Optional<Set<String>> packagesOf(Path jar) {
    Jar known = jars.get(jar);
    try {
      return known != null && known.stamp().equals(stamp(jar))
          ? Optional.of(known.packages())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
