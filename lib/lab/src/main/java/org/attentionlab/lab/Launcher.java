package org.attentionlab.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the project when its sources changed, then runs the command line from the jars.
 *
 * <p>The scripts {@code lab} and {@code lab.cmd} start this file: as source on a fresh clone, as a
 * class afterwards. It uses the JDK alone, because nothing else is there before the first build.
 */
public final class Launcher {

  private static final Pattern MODULE =
      Pattern.compile("\\[INFO\\] Building (.+?) \\S+ +\\[(\\d+/\\d+)\\]");

  private final Path root;
  private final Path dist;
  private final PrintStream err = System.err;

  private Launcher(Path root) {
    this.root = root;
    this.dist = root.resolve("lib/lab/target/dist");
  }

  /**
   * Runs the command line.
   *
   * @param args the project's folder, then the arguments of the command line
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Launcher launcher = new Launcher(Path.of(args[0]).toRealPath());
    if (!launcher.buildWhereStale()) {
      System.exit(1);
    }
    launcher.run(Arrays.copyOfRange(args, 1, args.length));
  }

  private boolean buildWhereStale() throws IOException, InterruptedException {
    if (!Files.exists(root.resolve("pom.xml"))) {
      return true; // What students and graders get is built already.
    }
    Path stamp = dist.resolve("sources.stamp");
    String now = describeSources();
    if (Files.exists(stamp) && Files.readString(stamp).equals(now)) {
      return true;
    }
    long start = System.nanoTime();
    boolean first = !Files.exists(root.resolve(".lab"));
    err.println(
        first
            ? "Building Attention Lab; the first time takes a few minutes, most of it downloads."
            : "Building Attention Lab: its sources changed.");
    deleteTree(dist);
    Path log = Files.createDirectories(root.resolve(".lab")).resolve("build.log");
    if (maven(log) != 0) {
      err.println("lab: the build failed. The first errors (all of it is in " + log + "):");
      try (Stream<String> lines = Files.lines(log)) {
        lines.filter(line -> line.startsWith("[ERROR]")).limit(12).forEach(err::println);
      }
      return false;
    }
    Files.writeString(stamp, now);
    err.printf(Locale.ROOT, "Built in %.0f s.%n", (System.nanoTime() - start) / 1e9);
    return true;
  }

  /** Runs the Maven wrapper, keeps its output in a file and shows one line for each module. */
  private int maven(Path log) throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<String> command = new ArrayList<>();
    command.add(root.resolve(windows ? "mvnw.cmd" : "mvnw").toString());
    // The checks of style and the tests are for those who change the code: ./mvnw verify runs them.
    command.addAll(List.of("-B", "-ntp", "-Plearner", "-DskipTests", "package"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var writer = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        writer.write(line);
        writer.newLine();
        Matcher module = MODULE.matcher(line);
        if (module.find()) {
          err.println("  " + module.group(2) + "  " + module.group(1));
        }
      }
    }
    return process.waitFor();
  }

  /** One line for each file that the jars are made from, so that a change or a deletion shows. */
  private String describeSources() throws IOException {
    StringBuilder out = new StringBuilder();
    describe(root.resolve("pom.xml"), out);
    for (String module : List.of("lib", "exercises", "solutions")) {
      try (Stream<Path> files = Files.walk(root.resolve(module))) {
        files
            .filter(file -> isSource(root.relativize(file).toString().replace('\\', '/')))
            .sorted()
            .forEach(file -> describe(file, out));
      }
    }
    return out.toString();
  }

  private static boolean isSource(String path) {
    return !path.contains("/target/")
        && (path.endsWith("/pom.xml") || path.contains("/src/main/"))
        && path.indexOf('.', path.lastIndexOf('/') + 1) > 0;
  }

  private void describe(Path file, StringBuilder out) {
    try {
      out.append(root.relativize(file))
          .append(' ')
          .append(Files.size(file))
          .append(' ')
          .append(Files.getLastModifiedTime(file).toMillis())
          .append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = new ArrayList<>(walk.toList());
    }
    for (int i = files.size() - 1; i >= 0; i--) {
      Files.delete(files.get(i));
    }
  }

  private void run(String[] args) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("lib", "tool")) {
      try (Stream<Path> jars = Files.list(dist.resolve(folder))) {
        jars.sorted().forEach(files::add);
      }
    }
    URL[] jars = files.stream().map(Launcher::url).toArray(URL[]::new);
    // The parent is the platform's loader: the classes that started this one must not shadow the
    // jars.
    URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    try {
      loader
          .loadClass("org.attentionlab.lab.Lab")
          .getMethod("main", Path.class, String[].class)
          .invoke(null, root, args);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("lab: the command failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "lab: the built jars do not fit this launcher; delete " + dist + " and try again", e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
