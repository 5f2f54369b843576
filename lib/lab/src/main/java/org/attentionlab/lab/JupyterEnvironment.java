package org.attentionlab.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The virtual environment that holds the pinned JupyterLab; nothing outside of it is touched.
 *
 * @param folder the environment
 */
record JupyterEnvironment(Path folder) {

  static JupyterEnvironment of(Project project) {
    return new JupyterEnvironment(project.state().resolve("venv"));
  }

  /** Whether the environment holds what the requirements ask for now. */
  boolean isReady() throws IOException {
    Path stamp = stamp();
    return Files.exists(stamp)
        && Files.isExecutable(python())
        && Files.readString(stamp).equals(resource("requirements.txt"));
  }

  /** Makes the environment and installs JupyterLab in it. */
  void install(Python python, Path log) throws IOException {
    List<String> create = new ArrayList<>(python.command());
    create.addAll(List.of("-m", "venv", "--clear", folder.toString()));
    Files.createDirectories(folder.getParent());
    if (Shell.run(create, folder.getParent(), log) != 0) {
      throw new LabException(
          "Python cannot make a virtual environment (Debian: apt-get install python3-venv):\n"
              + Shell.tail(log, 5));
    }
    Path requirements = folder.resolve("requirements.txt");
    Files.writeString(requirements, resource("requirements.txt"));
    // One quick try, then a patient one: behind a mirror of packages the many retries against the
    // public index would take minutes; on a shaky line they are what helps.
    if (pip(List.of("--retries", "0"), requirements, log) != 0
        && pip(List.of(), requirements, log) != 0) {
      throw new LabException(
          "pip could not install JupyterLab (the whole log is "
              + log
              + "):\n"
              + Shell.tail(log, 6));
    }
    Path settings = Files.createDirectories(folder.resolve("share/jupyter/lab/settings"));
    Files.writeString(settings.resolve("overrides.json"), resource("overrides.json"));
    Files.writeString(stamp(), resource("requirements.txt"));
  }

  private int pip(List<String> options, Path requirements, Path log) {
    List<String> command =
        new ArrayList<>(
            List.of(
                python().toString(), "-m", "pip", "install", "--disable-pip-version-check", "-q"));
    command.addAll(options);
    command.addAll(List.of("-r", requirements.toString()));
    return Shell.run(command, folder, log);
  }

  /** The environment's Python; {@code -m jupyter ...} starts the rest. */
  Path python() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return folder.resolve(windows ? "Scripts/python.exe" : "bin/python");
  }

  private Path stamp() {
    return folder.resolve("attentionlab.stamp");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = JupyterEnvironment.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
