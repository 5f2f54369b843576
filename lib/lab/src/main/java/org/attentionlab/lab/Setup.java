package org.attentionlab.lab;

import java.nio.file.Path;
import java.util.Optional;

/** Brings JupyterLab and the kernel to where {@code start} and {@code run} need them. */
final class Setup {

  private Setup() {}

  /** The environment with the kernel in it; empty where there is no Python to make it with. */
  static Optional<JupyterEnvironment> jupyter(Project project, Steps steps) throws Exception {
    JupyterEnvironment jupyter = JupyterEnvironment.of(project);
    if (!jupyter.isReady()) {
      Optional<Python> python = Python.find();
      if (python.isEmpty()) {
        return Optional.empty();
      }
      Path log = project.state().resolve("jupyter.log");
      steps.step(
          "Installing JupyterLab in " + project.shown(jupyter.folder()),
          () -> {
            jupyter.install(python.get(), log);
            return jupyter;
          });
    }
    CourseKernel.prepare(project, steps);
    CourseKernel.installInto(jupyter.folder(), project);
    return Optional.of(jupyter);
  }
}
