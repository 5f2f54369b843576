package org.attentionlab.grading.remote;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attentionlab.grading.worker.WorkerMain;
import org.attentionlab.numerics.Numerics;

/**
 * What a worker's process runs.
 *
 * @param java the JVM's program
 * @param classPath the library and the contracts: all that a learner has, nothing that a grader has
 * @param directory working directory, empty and of this worker alone
 * @param heapMegabytes its heap
 * @param archive classes to map, see {@link ClassArchive}
 */
public record WorkerCommand(
    Path java, List<Path> classPath, Path directory, int heapMegabytes, Optional<Path> archive) {

  /**
   * The whole environment of a worker. Without it a JVM takes the names of files for ASCII, and
   * finds no class path below a folder such as {@code /home/jürgen}.
   */
  static final Map<String, String> ENVIRONMENT = Map.of("LC_CTYPE", "C.UTF-8");

  /** A command without an archive of classes. */
  public WorkerCommand(Path java, List<Path> classPath, Path directory, int heapMegabytes) {
    this(java, classPath, directory, heapMegabytes, Optional.empty());
  }

  /** Copies the list. */
  public WorkerCommand {
    classPath = List.copyOf(classPath);
  }

  /** The same with an archive of classes. */
  WorkerCommand from(Path classes) {
    return new WorkerCommand(java, classPath, directory, heapMegabytes, Optional.of(classes));
  }

  /** Program and arguments. */
  public List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(java.toString());
    line.add("-Xmx" + heapMegabytes + "m");
    line.add("-XX:+UseSerialGC");
    line.add("-Xshare:auto");
    line.add("-XX:TieredStopAtLevel=1");
    // A worker lives for a second: what the quick compiler saves beyond this it costs itself.
    line.add("-XX:CompileThresholdScaling=3");
    archive.ifPresent(file -> line.add("-XX:SharedArchiveFile=" + file));
    line.add("-XX:-UsePerfData");
    // The JVM's own warnings would stand among the replies on standard output.
    line.add("-Xlog:disable");
    line.add("-Xlog:all=warning:stderr");
    line.add("-XX:+DisplayVMOutputToStderr");
    line.add("-XX:-CreateCoredumpOnCrash");
    // A dying JVM's last words would too: their place is settled before the option above is read.
    line.add("-XX:+SuppressFatalErrorMessage");
    // What suits the quick compiler, and no word of it among what the student's code prints.
    line.add("-D" + Numerics.PROPERTY + "=plain");
    line.add("-Djava.awt.headless=true");
    line.add("-Dfile.encoding=UTF-8");
    line.add("-Djava.io.tmpdir=" + directory);
    line.add("-Duser.home=" + directory);
    line.add("-cp");
    line.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    line.add(WorkerMain.class.getName());
    return line;
  }
}
