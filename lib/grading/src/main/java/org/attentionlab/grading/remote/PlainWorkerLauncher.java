package org.attentionlab.grading.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts a worker as a plain process of the same user, with an environment of its own.
 *
 * <p>It keeps hidden tests and points out of reach of the student's code, not the user's files.
 */
public final class PlainWorkerLauncher implements WorkerLauncher {

  /** Windows cannot open a socket or a random generator without it. */
  private static final String WINDOWS_ROOT = "SystemRoot";

  private final List<String> options;

  /** Starts workers as they are. */
  public PlainWorkerLauncher() {
    this(new String[0]);
  }

  /** Starts workers with more options of the JVM. */
  PlainWorkerLauncher(String... options) {
    this.options = List.of(options);
  }

  @Override
  public String name() {
    return "plain process";
  }

  @Override
  public boolean isSandbox() {
    return false;
  }

  @Override
  public Process launch(WorkerCommand command) throws IOException {
    List<String> line = new ArrayList<>(command.line());
    line.addAll(1, options);
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.directory(command.directory().toFile());
    Map<String, String> environment = builder.environment();
    Optional<String> root = Optional.ofNullable(environment.get(WINDOWS_ROOT));
    environment.clear();
    environment.putAll(WorkerCommand.ENVIRONMENT);
    root.ifPresent(path -> environment.put(WINDOWS_ROOT, path));
    return builder.start();
  }
}
