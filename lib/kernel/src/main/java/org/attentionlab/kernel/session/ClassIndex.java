package org.attentionlab.kernel.session;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.attentionlab.kernel.protocol.KernelLog;

/** The classes that a cell could import, from the class path and the JDK's public packages. */
public final class ClassIndex {
  private static final int MOST = 40;
  private static final long PATIENCE_MILLIS = 600;

  private final Map<String, List<String>> ofPlace = new ConcurrentHashMap<>();

  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<Void> whole = new CompletableFuture<>();

  /**
   * Begins to read the class path and the JDK, unless that has begun. It takes some tenths of a
   * second and some memory, so a kernel does it on a thread of its own, and only when it is first
   * asked to complete anything.
   */
  void begin() {
    if (!begun.getAndSet(true)) {
      Thread reader = new Thread(this::read, "Class index");
      reader.setDaemon(true);
      reader.start();
    }
  }

  private void read() {
    classPath().forEach(this::read);
    ofPlace.computeIfAbsent("jrt:", place -> ofTheJdk());
    whole.complete(null);
  }

  private static Stream<String> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(place -> !place.isBlank());
  }

  /**
   * Qualified names of public classes whose simple name begins so; the shortest names first.
   *
   * @param letters the first letters
   * @param names loads the classes, to see whether they are public
   */
  List<String> startingWith(String letters, SessionNames names) {
    begin();
    // What has been read by then is offered; the rest will be there for the next letter.
    whole.copy().completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
    names.added().forEach(this::read);
    return ofPlace.values().stream()
        .flatMap(List::stream)
        .filter(name -> name.startsWith(letters, name.lastIndexOf('.') + 1))
        .distinct()
        .sorted(Comparator.comparing(ClassIndex::rank).thenComparing(Comparator.naturalOrder()))
        .limit(2L * MOST)
        .filter(
            name -> names.load(name).filter(c -> Modifier.isPublic(c.getModifiers())).isPresent())
        .limit(MOST)
        .toList();
  }

  private void read(URL url) {
    try {
      read(Path.of(url.toURI()).toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      ofPlace.putIfAbsent(url.toString(), List.of());
    }
  }

  private static int rank(String name) {
    return name.length() - name.lastIndexOf('.');
  }

  private void read(String place) {
    ofPlace.computeIfAbsent(place, p -> of(Path.of(p)));
  }

  private static List<String> of(Path place) {
    try {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.walk(place)) {
          return files
              .map(file -> place.relativize(file).toString().replace(File.separatorChar, '/'))
              .flatMap(ClassIndex::className)
              .toList();
        }
      }
      if (Files.isRegularFile(place)) {
        try (ZipFile zip = new ZipFile(place.toFile())) {
          return zip.stream().flatMap(entry -> className(entry.getName())).toList();
        }
      }
    } catch (IOException e) {
      // A jar that cannot be read offers no classes to import either.
      return List.of();
    }
    return List.of();
  }

  private static List<String> ofTheJdk() {
    List<String> all = new ArrayList<>();
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      Set<String> packages =
          module.descriptor().exports().stream()
              .filter(exports -> !exports.isQualified())
              .map(Exports::source)
              .collect(Collectors.toCollection(HashSet::new));
      if (!packages.isEmpty()) {
        try (ModuleReader reader = module.open();
            Stream<String> resources = reader.list()) {
          resources
              .flatMap(ClassIndex::className)
              .filter(name -> packages.contains(name.substring(0, name.lastIndexOf('.'))))
              .forEach(all::add);
        } catch (IOException e) {
          KernelLog.warn("the classes of " + module.descriptor().name() + " are not listed: " + e);
        }
      }
    }
    return List.copyOf(all);
  }

  /** The name of the class in a file, where it is one of a package and not nested. */
  private static Stream<String> className(String file) {
    boolean fits =
        file.endsWith(".class")
            && file.indexOf('/') > 0
            && file.indexOf('$') < 0
            && file.indexOf('-') < 0;
    return fits
        ? Stream.of(file.substring(0, file.length() - ".class".length()).replace('/', '.'))
        : Stream.empty();
  }
}
