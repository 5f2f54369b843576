package org.attentionlab.grading.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts a worker in a container, where bubblewrap is not to be had: macOS, Windows, a host that
 * allows no user namespaces.
 *
 * <p>The image holds a JDK of the grader's version or newer and nothing of the course; the class
 * path comes in read-only. No network, no capabilities, a read-only root, a user without name,
 * limits on memory, processes, files and time. Docker's own filter of system calls stays on.
 */
public final class DockerLauncher implements WorkerLauncher {

  /** What is used unless another image is named. */
  public static final String IMAGE = "eclipse-temurin:17-jdk";

  private static final int SECONDS = 240;
  private static final int PROBE_SECONDS = 60;
  private static final int BESIDE_HEAP_MEGABYTES = 512;
  private static final int FOLDER_MEGABYTES = 16;
  private static final int TASKS = 128;
  private static final int OPEN_FILES = 256;

  private final String image;

  private DockerLauncher(String image) {
    this.image = image;
  }

  /**
   * Looks for a Docker that works and has the image; nothing is downloaded.
   *
   * @return the launcher; empty where there is none
   */
  public static Optional<DockerLauncher> find(String image) {
    return answers("docker", "image", "inspect", image)
        ? Optional.of(new DockerLauncher(image))
        : Optional.empty();
  }

  private static boolean answers(String... line) {
    try {
      Process process =
          new ProcessBuilder(line)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String name() {
    return "Docker container of " + image;
  }

  @Override
  public boolean isSandbox() {
    return true;
  }

  @Override
  public Process launch(WorkerCommand command) throws IOException {
    return new ProcessBuilder(line(image, command)).start();
  }

  /**
   * The command. A worker ends when its input does, also when the client is killed; the time limit
   * ends one that closes its ears.
   */
  static List<String> line(String image, WorkerCommand command) {
    int memory = command.heapMegabytes() + BESIDE_HEAP_MEGABYTES;
    String folder = command.directory().toString();
    List<String> line = new ArrayList<>(List.of("docker", "run", "--rm", "--interactive"));
    line.addAll(List.of("--pull", "never", "--network", "none", "--ipc", "private"));
    line.addAll(List.of("--read-only", "--cap-drop", "ALL", "--user", "65534:65534"));
    line.addAll(List.of("--security-opt", "no-new-privileges", "--log-driver", "none"));
    line.addAll(List.of("--memory", memory + "m", "--memory-swap", memory + "m"));
    line.addAll(List.of("--pids-limit", Integer.toString(TASKS)));
    line.addAll(List.of("--ulimit", "nofile=" + OPEN_FILES, "--ulimit", "core=0"));
    line.addAll(List.of("--ulimit", "fsize=" + ((long) FOLDER_MEGABYTES << 20)));
    line.addAll(List.of("--tmpfs", folder + ":rw,mode=1777,size=" + FOLDER_MEGABYTES + "m"));
    line.addAll(List.of("--workdir", folder, "--entrypoint", "timeout"));
    WorkerCommand.ENVIRONMENT.forEach(
        (name, value) -> line.addAll(List.of("--env", name + "=" + value)));
    for (Path place : command.classPath()) {
      line.addAll(List.of("--mount", "type=bind,readonly,source=" + place + ",target=" + place));
    }
    line.add(image);
    line.addAll(List.of("--signal=KILL", Integer.toString(SECONDS), "java"));
    // Without an archive of classes: the image's JVM is another one than the archive's.
    List<String> worker =
        new WorkerCommand(
                command.java(), command.classPath(), command.directory(), command.heapMegabytes())
            .line();
    line.addAll(worker.subList(1, worker.size()));
    return line;
  }
}
