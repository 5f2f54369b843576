package org.attentionlab.kernel.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.attentionlab.kernel.KernelCommand;
import org.attentionlab.kernel.history.HistoryPlace;

/** A kernel's process, and the last lines that it wrote to its own output. */
final class KernelProcess {
  private static final int LINES_KEPT = 20;

  private final Process process;
  private final Thread reader;
  private final Deque<String> lastLines = new ArrayDeque<>();

  private KernelProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "kernel output");
    reader.setDaemon(true);
    reader.start();
  }

  static KernelProcess start(
      List<String> argv, Path connectionFile, Path directory, Map<String, String> environment) {
    List<String> command =
        argv.stream()
            .map(word -> word.replace(KernelCommand.CONNECTION_FILE, connectionFile.toString()))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    // What a program runs is not what the user has typed.
    builder.environment().put(HistoryPlace.VARIABLE, HistoryPlace.OFF);
    builder.environment().putAll(environment);
    builder.environment().put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new KernelProcess(process);
    } catch (IOException e) {
      throw new KernelException("the kernel does not start: " + e.getMessage(), e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Process process() {
    return process;
  }

  /** How it ended, with what it wrote last. */
  String obituary() {
    try {
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        return "still runs";
      }
      reader.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "exit status " + process.exitValue() + output();
  }

  String output() {
    synchronized (lastLines) {
      return lastLines.isEmpty() ? "" : "; it wrote:\n  " + String.join("\n  ", lastLines);
    }
  }

  private void read() {
    try (InputStream in = process.getInputStream();
        var lines =
            new java.io.BufferedReader(new java.io.InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (lastLines) {
          lastLines.addLast(line);
          if (lastLines.size() > LINES_KEPT) {
            lastLines.removeFirst();
          }
        }
      }
    } catch (IOException e) {
      synchronized (lastLines) {
        lastLines.addLast("(the rest cannot be read: " + e.getMessage() + ")");
      }
    }
  }

  void end(long graceMillis) {
    try {
      if (!process.waitFor(graceMillis, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
