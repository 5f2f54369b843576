package org.attentionlab.kernel.session;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

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
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which packages the jars of a class path hold, written down beforehand, so that a session need not
 * open jars of which it uses nothing. Of the packages that every cell imports it has the classes.
 *
 * <p>A jar that has changed since, by its size or time, counts as unknown.
 */
public final class PackageIndex {
  /** The system property that names the file of an index. */
  public static final String PROPERTY = "attentionlab.packages";

  private static final Pattern BLANK = Pattern.compile(" ");
  private static final String VERSIONS = "META-INF/versions/";
  private static final String CLASS = ".class";

  private final Map<Path, Jar> jars;

  /** The names of the classes are those behind the package's, of a few packages alone. */
  private record Jar(String stamp, Set<String> packages, Map<String, List<String>> classes) {}

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
      if (parts.length < 3) {
        throw new IllegalArgumentException(file + " is no index of packages: " + line);
      }
      Map<String, List<String>> classes = new HashMap<>();
      for (String listed : List.of(parts).subList(3, parts.length)) {
        List<String> names = List.of(BLANK.split(listed));
        classes.put(names.get(0), names.subList(1, names.size()));
      }
      jars.put(Path.of(parts[0]), new Jar(parts[1], Set.of(BLANK.split(parts[2])), classes));
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
        Optional<List<String>> entries = entries(path);
        if (entries.isPresent()) {
          lines.add(path + "\t" + stamp(path) + "\t" + contents(entries.get()));
        }
      }
    }
    Files.write(file, lines);
  }

  /** The names of classes and sources in a jar; empty if its manifest names other jars. */
  private static Optional<List<String>> entries(Path jar) throws IOException {
    try (JarFile zip = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ)) {
      Manifest manifest = zip.getManifest();
      if (manifest != null && manifest.getMainAttributes().getValue("Class-Path") != null) {
        return Optional.empty();
      }
      return Optional.of(
          zip.stream().map(ZipEntry::getName).filter(PackageIndex::concernsCompiler).toList());
    }
  }

  private static boolean concernsCompiler(String entry) {
    boolean type = entry.endsWith(CLASS) || entry.endsWith(".java");
    return type && !entry.endsWith("module-info.class");
  }

  private static String contents(List<String> entries) {
    Map<String, List<String>> byPackage =
        entries.stream().collect(groupingBy(PackageIndex::packageOf, TreeMap::new, toList()));
    StringBuilder line = new StringBuilder(String.join(" ", byPackage.keySet()));
    for (String name : DefaultImports.packages()) {
      List<String> files = byPackage.getOrDefault(name, List.of());
      // Which class counts where versions differ, or there is a source, javac knows best.
      boolean plain = files.stream().allMatch(f -> f.endsWith(CLASS) && !f.startsWith(VERSIONS));
      if (plain && !files.isEmpty()) {
        line.append('\t').append(name);
        files.forEach(file -> line.append(' ').append(simpleName(file)));
      }
    }
    return line.toString();
  }

  private static String simpleName(String classFile) {
    return classFile.substring(classFile.lastIndexOf('/') + 1, classFile.length() - CLASS.length());
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

  /** The simple names of the classes in a package of a known jar; empty if they are not listed. */
  Optional<List<String>> classesOf(Path jar, String packageName) {
    return Optional.ofNullable(jars.get(jar)).map(known -> known.classes().get(packageName));
  }
}
