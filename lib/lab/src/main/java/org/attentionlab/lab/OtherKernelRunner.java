package org.attentionlab.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;

/**
 * Executes with Jupyter in a kernel that does not know the course, such as IJava or JJava: a cell
 * on top, which is no part of the result, puts the course's jars on the class path.
 */
final class OtherKernelRunner implements NotebookRunner {

  private static final String TOP = "course-class-path";

  private final JupyterEnvironment jupyter;
  private final Project project;
  private final String kernel;

  OtherKernelRunner(JupyterEnvironment jupyter, Project project, String kernel) {
    this.jupyter = jupyter;
    this.project = project;
    this.kernel = kernel;
    List<String> installed = installed();
    if (!installed.contains(kernel)) {
      throw new LabException(
          "Jupyter knows no kernel " + kernel + "; it knows " + String.join(", ", installed));
    }
  }

  private List<String> installed() {
    Path list = project.state().resolve("run").resolve("kernels.json");
    int exit =
        Shell.run(
            List.of(
                jupyter.python().toString(),
                "-W",
                "ignore",
                "-m",
                "jupyter",
                "kernelspec",
                "list",
                "--json",
                "--log-level=CRITICAL"),
            project.root(),
            list);
    try {
      JsonNode found = new ObjectMapper().readTree(list.toFile()).path("kernelspecs");
      List<String> names = new ArrayList<>();
      found.fieldNames().forEachRemaining(names::add);
      if (exit == 0 && found.isObject()) {
        return names;
      }
    } catch (IOException e) {
      throw new LabException("cannot read Jupyter's kernels: " + Shell.tail(list, 4), e);
    }
    throw new LabException("cannot list Jupyter's kernels: " + Shell.tail(list, 4));
  }

  @Override
  public Notebook run(Path file) {
    Path home = file.toAbsolutePath().getParent();
    Path folder = project.state().resolve("run").resolve(kernel);
    String name = home.getFileName() + "-" + file.getFileName();
    Path input = folder.resolve("with-class-path-" + name);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new LabException("cannot make " + folder + ": " + e.getMessage(), e);
    }
    Notebooks.write(withClassPath(Notebooks.read(file), project.jars()), input);
    Path log = folder.resolve(name + ".log");
    int exit =
        Shell.run(
            List.of(
                jupyter.python().toString(),
                "-m",
                "jupyter",
                "nbconvert",
                "--stdin",
                "--to=notebook",
                "--execute",
                "--allow-errors",
                "--ExecutePreprocessor.timeout=" + JupyterRunner.CELL_SECONDS,
                "--ExecutePreprocessor.kernel_name=" + kernel,
                "--output=" + folder.resolve(name)),
            // A notebook that comes by standard input runs in the folder of the process.
            home,
            input,
            log);
    if (exit != 0) {
      throw new LabException(Shell.tail(log, 4));
    }
    return withoutClassPath(Notebooks.read(folder.resolve(name)));
  }

  /** With the cell on top. */
  static Notebook withClassPath(Notebook notebook, Path jars) {
    String glob = jars.resolve("*.jar").toString().replace('\\', '/');
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.code(TOP, "%classpath " + (glob.contains(" ") ? "\"" + glob + "\"" : glob)));
    cells.addAll(notebook.cells());
    return notebook.withCells(cells);
  }

  /** Without the cell on top, which has done its work. */
  static Notebook withoutClassPath(Notebook executed) {
    List<String> errors = Notebooks.errors(executed);
    if (!errors.isEmpty() && errors.get(0).startsWith("cell " + TOP + ":")) {
      throw new LabException(errors.get(0));
    }
    return executed.withCells(
        executed.cells().stream().filter(cell -> !cell.id().equals(TOP)).toList());
  }
}
