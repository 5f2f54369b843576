package org.attentionlab.grading.remote;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.attentionlab.grading.GradingException;

/**
 * Starts a worker in a sandbox: bubblewrap, with namespaces of the Linux kernel.
 *
 * <ul>
 *   <li>files: the JVM, the C library and the worker's own class path, all read-only; an empty
 *       folder in memory to write to, limited in size; nothing else exists
 *   <li>network: none, not even the machine's own
 *   <li>processes: it sees its own alone and can start no other (see {@link SystemCalls}); it dies
 *       with the grader
 *   <li>environment: none of the grader's (see {@link WorkerCommand#ENVIRONMENT})
 *   <li>limits: memory of heap, classes, code, buffers and thread stacks together; seconds of CPU;
 *       size of files; open files; no core dumps
 * </ul>
 */
public final class BubblewrapLauncher implements WorkerLauncher {

  private static final String PROGRAM = "bwrap";
  private static final int PROBE_SECONDS = 20;

  /** What a JVM takes beside the heap: classes, compiled code, buffers, stacks of threads. */
  private static final int BESIDE_HEAP_MEGABYTES = 512;

  private static final int METASPACE_MEGABYTES = 128;
  private static final int BUFFERS_MEGABYTES = 64;
  private static final int STACK_KILOBYTES = 512;
  private static final int FOLDER_MEGABYTES = 16;
  private static final int OPEN_FILES = 256;
  private static final int CPU_SECONDS = 240;

  /** Where the C library, its loader and its names of letters live on the usual distributions. */
  private static final List<String> SYSTEM =
      List.of(
          "/lib64",
          "/usr/lib64",
          "/lib/x86_64-linux-gnu",
          "/usr/lib/x86_64-linux-gnu",
          "/lib/aarch64-linux-gnu",
          "/usr/lib/aarch64-linux-gnu",
          "/lib/ld-linux-aarch64.so.1",
          "/lib/ld-musl-x86_64.so.1",
          "/etc/ld.so.cache",
          "/usr/lib/locale/C.utf8",
          "/usr/lib/locale/C.UTF-8",
          "/nix/store");

  /** The archive of classes in the sandbox: not beside the worker's folder, as it is outside. */
  private static final Path ARCHIVE = Path.of("/classes.jsa");

  private final Path program;
  private final Optional<Path> filter;

  private BubblewrapLauncher(Path program, Optional<Path> filter) {
    this.program = program;
    this.filter = filter;
  }

  /**
   * Looks for bubblewrap, and tries whether this machine lets it work.
   *
   * @return the launcher; empty where there is none, see {@link #missing}
   */
  public static Optional<BubblewrapLauncher> find() {
    return program().map(BubblewrapLauncher::with).filter(BubblewrapLauncher::works);
  }

  /** Why there is no sandbox, and what would help. */
  public static String missing() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return "bubblewrap runs on Linux only";
    }
    return program().isEmpty()
        ? "bubblewrap is not installed (Debian: apt-get install bubblewrap)"
        : "bubblewrap is there and cannot make a sandbox: this machine, or the container around it,"
            + " allows no user namespaces";
  }

  private static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static BubblewrapLauncher with(Path program) {
    return new BubblewrapLauncher(program, SystemCalls.filter().map(BubblewrapLauncher::file));
  }

  /** Bubblewrap reads the filter from an open file. */
  private static Path file(byte[] filter) {
    try {
      Path file = Files.createTempFile(Leftovers.prefix("calls"), ".bpf");
      file.toFile().deleteOnExit();
      return Files.write(file, filter);
    } catch (IOException failed) {
      throw new GradingException("grade: cannot write the sandbox's filter: " + failed, failed);
    }
  }

  private boolean works() {
    try {
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      Path directory = Files.createTempDirectory(Leftovers.prefix("probe"));
      try {
        List<String> line = sandbox(new WorkerCommand(java, List.of(), directory, 64));
        line.add(java.toString());
        line.add("-Xmx16m");
        line.add("-version");
        Process probe = start(line);
        probe.getInputStream().close();
        probe.getErrorStream().readAllBytes();
        return probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
      } finally {
        Files.deleteIfExists(directory);
      }
    } catch (IOException failed) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String name() {
    return "bubblewrap sandbox";
  }

  @Override
  public boolean isSandbox() {
    return true;
  }

  @Override
  public Process launch(WorkerCommand command) throws IOException {
    List<String> line = sandbox(command);
    WorkerCommand inside = command.archive().isPresent() ? command.from(ARCHIVE) : command;
    List<String> worker = new ArrayList<>(inside.line());
    worker.addAll(
        1,
        List.of(
            "-XX:MaxMetaspaceSize=" + METASPACE_MEGABYTES + "m",
            "-XX:MaxDirectMemorySize=" + BUFFERS_MEGABYTES + "m",
            "-Xss" + STACK_KILOBYTES + "k",
            "-XX:+DisableAttachMechanism"));
    line.addAll(worker);
    return start(line);
  }

  /**
   * A shell sets the limits, opens the filter and becomes bubblewrap: no process more than without
   * it. Its text is fixed; all that varies comes as arguments.
   */
  private Process start(List<String> line) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().clear();
    return builder.start();
  }

  private List<String> sandbox(WorkerCommand command) throws IOException {
    long dataKilobytes = 1024L * (command.heapMegabytes() + BESIDE_HEAP_MEGABYTES);
    // Files are counted in blocks of 512 bytes.
    String limits =
        String.format(
            Locale.ROOT,
            "ulimit -c 0; ulimit -t %d; ulimit -n %d; ulimit -f %d; ulimit -d %d; ",
            CPU_SECONDS,
            OPEN_FILES,
            FOLDER_MEGABYTES * 2048,
            dataKilobytes);
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c"));
    line.add(limits + (filter.isPresent() ? "exec 9<\"$0\"; " : "") + "exec \"$@\"");
    line.add(filter.map(Path::toString).orElse("sh"));
    line.add(program.toString());
    line.addAll(List.of("--unshare-all", "--die-with-parent", "--new-session", "--clearenv"));
    WorkerCommand.ENVIRONMENT.forEach(
        (name, value) -> line.addAll(List.of("--setenv", name, value)));
    line.addAll(List.of("--cap-drop", "ALL"));
    if (filter.isPresent()) {
      line.addAll(List.of("--seccomp", "9"));
    }
    for (String place : readable(command)) {
      line.addAll(List.of("--ro-bind", place, place));
    }
    command
        .archive()
        .ifPresent(file -> line.addAll(List.of("--ro-bind", file.toString(), ARCHIVE.toString())));
    line.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    String directory = command.directory().toString();
    line.addAll(List.of("--size", String.valueOf((long) FOLDER_MEGABYTES << 20)));
    line.addAll(List.of("--tmpfs", directory, "--chdir", directory));
    // Root and devices lie in memory too, without a limit on their size.
    line.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
    return line;
  }

  private static Set<String> readable(WorkerCommand command) throws IOException {
    Set<String> places = new LinkedHashSet<>();
    for (String place : SYSTEM) {
      if (Files.exists(Path.of(place))) {
        places.add(place);
      }
    }
    Path home = command.java().getParent().getParent();
    places.add(home.toString());
    places.add(home.toRealPath().toString());
    // Debian keeps the JVM's settings elsewhere, and links to them.
    for (String linked : List.of("conf/security/java.security", "lib/jvm.cfg", "lib/modules")) {
      Path file = home.resolve(linked);
      if (Files.exists(file) && !file.toRealPath().startsWith(home.toRealPath())) {
        places.add(settings(file.toRealPath(), linked).toString());
      }
    }
    command.classPath().forEach(place -> places.add(place.toString()));
    return places;
  }

  /**
   * The folder that stands for conf or lib: /etc/java-17-openjdk for its security/java.security.
   */
  private static Path settings(Path file, String linked) {
    return linked.startsWith("conf/") ? file.getParent().getParent() : file.getParent();
  }
}
