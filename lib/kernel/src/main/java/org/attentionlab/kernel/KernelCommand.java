package org.attentionlab.kernel;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The command line that starts a kernel, for a kernelspec and for {@link
 * org.attentionlab.kernel.client.KernelClient}.
 *
 * <p>It goes through a shell that adds what the user's environment variables ask for and then
 * becomes the JVM, so there is one process. On Windows no program can become another; there the JVM
 * is started directly, and Java's own variable JDK_JAVA_OPTIONS is the one to set.
 *
 * <p>This is the one place for module flags: the compiler in the kernel follows the JVM.
 *
 * @param java the java program of a JDK
 * @param classpath jars, directories, or {@code dir/*} for all jars of a directory; the kernel's
 *     own are among them, and all are known to the user's code
 * @param options more options for the JVM, such as -Xmx2g
 */
public record KernelCommand(Path java, List<String> classpath, List<String> options) {
  /** Stands for the connection file in a kernelspec; Jupyter puts the path in its place. */
  public static final String CONNECTION_FILE = "{connection_file}";

  /** Environment variables that the shell puts on the command line. */
  static final List<String> VARIABLES =
      List.of(
          "ATTENTIONLAB_JVM_OPTS",
          "JJAVA_JVM_OPTS",
          "ATTENTIONLAB_PREVIEW",
          "ATTENTIONLAB_MODULES");

  /**
   * Takes java as $0, the connection file as $1 and the JVM's options as the rest. The user's
   * options come last, because the JVM goes by the last of two.
   */
  private static final String SCRIPT =
      String.join(
          "\n",
          "connection=$1; shift; set -f",
          "options=${ATTENTIONLAB_JVM_OPTS-${JJAVA_JVM_OPTS-}}",
          "case ${ATTENTIONLAB_PREVIEW-} in ''|0|false) ;; *)"
              + " options=\"$options --enable-preview\" ;; esac",
          "[ -z \"${ATTENTIONLAB_MODULES-}\" ] ||"
              + " options=\"$options --add-modules=$ATTENTIONLAB_MODULES\"",
          "exec \"$0\" \"$@\" $options " + KernelMain.class.getName() + " \"$connection\"");

  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  /**
   * The serial collector and a small first heap: a session that has just started takes less memory.
   * Small methods are optimized (C2) after 15,000 calls, not after 5,000: so the start of a
   * session, and of a training too, has the processor for what matters; loops count as ever.
   * Options given to the command come later and win.
   */
  private static final List<String> FLAGS =
      List.of(
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8",
          "-Xshare:auto",
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-XX:Tier4InvocationThreshold=15000",
          // So that a long session can make JShell forget what is past.
          "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
          // So that the JVM's compiler can be told where not to work.
          JitDirectives.OPENS.get(0),
          JitDirectives.OPENS.get(1));

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
   * A command for the JDK that runs now, with the Vector API where that JDK has it.
   *
   * @param classpath as in {@link #classpath}
   */
  public static KernelCommand ofThisJava(List<String> classpath) {
    return new KernelCommand(
        javaOf(Path.of(System.getProperty("java.home"))),
        classpath,
        ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent()
            ? List.of("--add-modules=" + VECTOR_MODULE)
            : List.of());
  }

  /**
   * The same with more options for the JVM.
   *
   * @param more come last
   */
  public KernelCommand plus(List<String> more) {
    return new KernelCommand(
        java, classpath, Stream.of(options, more).flatMap(List::stream).toList());
  }

  /**
   * The java program of a JDK.
   *
   * @param javaHome the JDK's directory
   */
  public static Path javaOf(Path javaHome) {
    return javaHome.resolve("bin").resolve(hasShell() ? "java" : "java.exe");
  }

  /** Whether this system has a POSIX shell, which all but Windows have. */
  static boolean hasShell() {
    return !System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /** The words of the command line, of which one is {@link #CONNECTION_FILE}. */
  public List<String> argv() {
    return argv(hasShell());
  }

  /** As {@link #argv()}, for a system with or without a shell. */
  List<String> argv(boolean shell) {
    List<String> argv = new ArrayList<>();
    if (shell) {
      argv.addAll(List.of("/bin/sh", "-c", SCRIPT, java.toString(), CONNECTION_FILE));
    } else {
      argv.add(java.toString());
    }
    argv.addAll(FLAGS);
    argv.addAll(options);
    argv.add("-cp");
    argv.add(String.join(File.pathSeparator, classpath));
    if (!shell) {
      argv.addAll(List.of(KernelMain.class.getName(), CONNECTION_FILE));
    }
    return List.copyOf(argv);
  }
}
