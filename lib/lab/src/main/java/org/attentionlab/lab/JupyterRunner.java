package org.attentionlab.lab;

import java.nio.file.Path;
import java.util.List;
import org.attentionlab.notebook.Notebook;

/** Executes with Jupyter's own machinery, as JupyterLab would. */
final class JupyterRunner implements NotebookRunner {

  /** A cell may train a model; one that takes longer than this hangs. */
  static final int CELL_SECONDS = 300;

  private final JupyterEnvironment jupyter;
  private final Project project;

  JupyterRunner(JupyterEnvironment jupyter, Project project) {
    this.jupyter = jupyter;
    this.project = project;
  }

  @Override
  public Notebook run(Path file) {
    Path folder = project.state().resolve("run");
    String name = file.toAbsolutePath().getParent().getFileName() + "-" + file.getFileName();
    Path log = folder.resolve(name + ".log");
    int exit =
        Shell.run(
            List.of(
                jupyter.python().toString(),
                "-m",
                "jupyter",
                "nbconvert",
                "--to=notebook",
                "--execute",
                "--allow-errors",
                "--ExecutePreprocessor.timeout=" + CELL_SECONDS,
                "--output-dir=" + folder,
                "--output=" + name,
                file.toAbsolutePath().toString()),
            project.root(),
            log);
    if (exit != 0) {
      throw new LabException(Shell.tail(log, 4));
    }
    return Notebooks.read(folder.resolve(name));
  }
}
