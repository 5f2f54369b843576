package org.attentionlab.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens the course in JupyterLab. */
@Command(
    name = "start",
    description = "Install what is missing and open the course in JupyterLab.",
    mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

  private final Project project;

  @Spec private CommandSpec spec;

  @Option(names = "--no-browser", description = "Print the address instead of opening a browser.")
  private boolean noBrowser;

  @Option(names = "--port", description = "The port to serve on (default: the first free of 8888.)")
  private Integer port;

  StartCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() throws Exception {
    Steps steps = new Steps(spec.commandLine().getOut());
    JupyterEnvironment jupyter =
        Setup.jupyter(project, steps)
            .orElseThrow(
                () ->
                    new LabException(
                        "JupyterLab needs Python "
                            + Python.OLDEST
                            + " or newer, and there is none (./lab doctor says how to get it)."
                            + " Without it, ./lab run still executes the notebooks."));
    return serve(jupyter);
  }

  private int serve(JupyterEnvironment jupyter) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                jupyter.python().toString(),
                "-m",
                "jupyter",
                "lab",
                // The root is the whole course, so that a lesson's links reach its exercises.
                "--ServerApp.root_dir=" + project.root(),
                "--LabApp.default_url=/lab/tree/notebooks"));
    if (noBrowser) {
      command.add("--no-browser");
    }
    if (port != null) {
      command.add("--port=" + port);
    }
    if (isRoot()) {
      // In a container one is root; Jupyter then wants to be told that this is meant.
      command.add("--allow-root");
    }
    Process process =
        new ProcessBuilder(command).directory(project.root().toFile()).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return Shell.waitFor(process);
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
