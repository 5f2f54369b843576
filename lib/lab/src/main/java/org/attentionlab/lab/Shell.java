package org.attentionlab.lab;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs other programs. */
final class Shell {

  private Shell() {}

  /**
   * Runs a program to its end with everything that it prints in a file.
   *
   * @return its exit code
   */
  static int run(List<String> command, Path folder, Path log) {
    return run(command, folder, Redirect.PIPE, log);
  }

  /**
   * Runs a program that reads a file as its input.
   *
   * @return its exit code
   */
  static int run(List<String> command, Path folder, Path input, Path log) {
    return run(command, folder, Redirect.from(input.toFile()), log);
  }

  private static int run(List<String> command, Path folder, Redirect input, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(input)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
      return waitFor(process);
    } catch (IOException e) {
      throw new LabException("cannot start " + command.get(0) + ": " + e.getMessage(), e);
    }
  }

  /** Waits; a program that outlives an interrupted command would hold its port. */
  static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new LabException("interrupted", e);
    }
  }

  /** The last lines of a log, for a message. */
  static String tail(Path log, int lines) {
    try {
      List<String> all = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    } catch (IOException e) {
      return "(" + log + " cannot be read)";
    }
  }
}
