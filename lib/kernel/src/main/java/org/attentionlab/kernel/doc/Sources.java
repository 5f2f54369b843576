package org.attentionlab.kernel.doc;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds the Java source of a class.
 *
 * <p>Looked through in this order: what the system property {@value #PROPERTY} lists; {@code
 * x-sources.jar} beside {@code x.jar}; {@code src/main/java} where the class comes from a Maven
 * build's {@code target}; for the JDK's own classes, {@code lib/src.zip}.
 */
public final class Sources {
  /** Folders and jars with sources, separated as in a class path. */
  public static final String PROPERTY = "attentionlab.sources";

  private final List<Path> listed;
  private final Path jdk;

  /** Sources as this JVM was told of them. */
  public Sources() {
    this(
        Arrays.stream(System.getProperty(PROPERTY, "").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isBlank())
            .map(Path::of)
            .toList(),
        Path.of(System.getProperty("java.home"), "lib", "src.zip"));
  }

  /** Sources from given folders or jars, and the JDK's from a zip that need not exist. */
  Sources(List<Path> listed, Path jdk) {
    this.listed = List.copyOf(listed);
    this.jdk = jdk;
  }

  /** The text of the file that declares a class. */
  Optional<String> of(Class<?> type) {
    Class<?> top = type;
    while (top.getEnclosingClass() != null) {
      top = top.getEnclosingClass();
    }
    String file = top.getName().replace('.', '/') + ".java";
    for (Path place : listed) {
      Optional<String> text = read(place, file);
      if (text.isPresent()) {
        return text;
      }
    }
    String module = top.getModule().getName();
    if (module != null) {
      return read(jdk, module + "/" + file);
    }
    return besideClasses(top).stream()
        .map(place -> read(place, file))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static List<Path> besideClasses(Class<?> type) {
    List<Path> places = new ArrayList<>();
    origin(type)
        .ifPresent(
            origin -> {
              String name = origin.getFileName().toString();
              if (name.endsWith(".jar")) {
                places.add(origin.resolveSibling(name.replaceFirst("\\.jar$", "-sources.jar")));
              }
              Path folder = origin.getParent();
              if (folder != null && folder.endsWith("target")) {
                places.add(folder.resolveSibling("src").resolve("main").resolve("java"));
              }
            });
    return places;
  }

  private static Optional<Path> origin(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()).toAbsolutePath());
    } catch (URISyntaxException | RuntimeException e) {
      // A class from somewhere else than a file system has no sources beside it.
      return Optional.empty();
    }
  }

  private static Optional<String> read(Path place, String file) {
    try {
      if (Files.isDirectory(place)) {
        Path path = place.resolve(file);
        return Files.isRegularFile(path) ? Optional.of(Files.readString(path)) : Optional.empty();
      }
      if (!Files.isRegularFile(place)) {
        return Optional.empty();
      }
      try (ZipFile zip = new ZipFile(place.toFile())) {
        ZipEntry entry = zip.getEntry(file);
        if (entry == null) {
          return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
          return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      // Help without its text is better than none.
      return Optional.empty();
    }
  }
}
