package org.attentionlab.lab;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.attentionlab.notebook.Notebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Executes the notebooks without a browser. */
@Command(
    name = "run",
    description = {
      "Execute every notebook through Jupyter, without a browser; none of them is changed.",
      "Where there is no Python, the kernel runs them without Jupyter."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private final Project project;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NOTEBOOK",
      arity = "0..*",
      description = "Only these (default: all of notebooks, exercises and solutions).")
  private List<Path> chosen = new ArrayList<>();

  @Option(
      names = "--check",
      description = "Fail also where a cell's text output differs from the one in the notebook.")
  private boolean check;

  @Option(
      names = "--kernel",
      paramLabel = "NAME",
      description = {
        "Run in another Java kernel that Jupyter knows, such as IJava's \"java\"; a %%classpath cell",
        "with the course's jars is put on top."
      })
  private Optional<String> kernel = Optional.empty();

  RunCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() throws Exception {
    for (Path notebook : chosen) {
      if (!Files.isRegularFile(notebook)) {
        throw new LabException("there is no notebook at " + notebook);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    Optional<JupyterEnvironment> jupyter = Setup.jupyter(project, new Steps(out));
    if (jupyter.isEmpty()) {
      out.println("No Python: the notebooks run in the kernel alone, without Jupyter.");
    }
    NotebookRunner runner = runner(jupyter);
    int failed = 0;
    for (Path notebook : chosen.isEmpty() ? project.notebooks() : chosen) {
      if (!runOne(runner, notebook, out)) {
        failed++;
      }
    }
    return failed == 0 ? 0 : 1;
  }

  private NotebookRunner runner(Optional<JupyterEnvironment> jupyter) {
    if (kernel.isEmpty()) {
      return jupyter.isPresent()
          ? new JupyterRunner(jupyter.get(), project)
          : new KernelRunner(project);
    }
    return new OtherKernelRunner(
        jupyter.orElseThrow(
            () ->
                new LabException(
                    "--kernel " + kernel.get() + " needs Jupyter, and there is no Python for it")),
        project,
        kernel.get());
  }

  private boolean runOne(NotebookRunner runner, Path file, PrintWriter out) {
    long start = System.nanoTime();
    List<String> problems = new ArrayList<>();
    try {
      Notebook before = Notebooks.read(file);
      Notebook after = runner.run(file);
      problems.addAll(Notebooks.errors(after));
      if (check && problems.isEmpty()) {
        problems.addAll(Notebooks.differences(before, after));
      }
    } catch (LabException e) {
      problems.add(e.getMessage());
    }
    out.printf(
        Locale.ROOT,
        "%s %-44s %6.1f s%n",
        problems.isEmpty() ? "✓" : "✗",
        project.shown(file),
        (System.nanoTime() - start) / 1e9);
    problems.forEach(problem -> out.println("    " + problem.replace("\n", "\n    ")));
    out.flush();
    return problems.isEmpty();
  }
}
