package org.attentionlab.kernel;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The command line that starts a kernel, for a kernelspec and for {@link
 * org.attentionlab.kernel.client.KernelClient}.
 *
 * @param java the java program of a JDK
 * @param classpath jars, directories, or {@code dir/*} for all jars of a directory; the kernel's
 *     own are among them, and all are known to the user's code
 * @param options more options for the JVM, such as -Xmx2g
 */
public record KernelCommand(Path java, List<String> classpath, List<String> options) {
  /** Stands for the connection file in a kernelspec; Jupyter puts the path in its place. */
  public static final String CONNECTION_FILE = "{connection_file}";

  private static final List<String> FLAGS =
      List.of(
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8",
          "-Xshare:auto",
          // So that a long session can make JShell forget what is past.
          "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED");

  /** Copies the lists. */
  public KernelCommand {
    if (classpath.isEmpty()) {
      throw new IllegalArgumentException(
          "KernelCommand: the class path is empty; it needs at least the kernel's own jars");
    }
    classpath = List.copyOf(classpath);
    options = List.copyOf(options);
  }

  /**
   * A command for the JDK that runs now.
   *
   * @param classpath as in {@link #classpath}
   */
  public static KernelCommand ofThisJava(List<String> classpath) {
    return new KernelCommand(
        javaOf(Path.of(System.getProperty("java.home"))), classpath, List.of());
  }

  /**
   * The java program of a JDK.
   *
   * @param javaHome the JDK's directory
   */
  public static Path javaOf(Path javaHome) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return javaHome.resolve("bin").resolve(windows ? "java.exe" : "java");
  }

  /** The words of the command line, with {@link #CONNECTION_FILE} as the last. */
  public List<String> argv() {
    List<String> argv = new ArrayList<>();
    argv.add(java.toString());
    argv.addAll(FLAGS);
    argv.addAll(options);
    argv.add("-cp");
    argv.add(String.join(File.pathSeparator, classpath));
    argv.add(KernelMain.class.getName());
    argv.add(CONNECTION_FILE);
    return List.copyOf(argv);
  }
}
