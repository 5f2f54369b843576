package org.attentionlab.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.attentionlab.kernel.client.KernelException;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;

/** Executes with the kernel alone, for machines without Python and for {@code build}. */
final class KernelRunner implements NotebookRunner {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration CELL = Duration.ofMinutes(5);

  private final Project project;

  KernelRunner(Project project) {
    this.project = project;
  }

  @Override
  public Notebook run(Path file) {
    return execute(Notebooks.read(file), file.toAbsolutePath().getParent());
  }

  /**
   * Executes a notebook that need not be a file yet.
   *
   * @param folder where the kernel runs
   */
  Notebook execute(Notebook notebook, Path folder) {
    try (KernelClient kernel =
        KernelClient.start(CourseKernel.command(project).argv(), folder, Map.of(), START)) {
      // A later cell may update what an earlier one displays, so all run before any is taken down.
      List<Execution> executions = new ArrayList<>();
      for (Cell cell : notebook.cells()) {
        if (cell.isCode()) {
          executions.add(kernel.execute(cell.source(), CELL));
        }
      }
      return notebook.withCells(filled(notebook.cells(), executions));
    } catch (KernelException e) {
      throw new LabException(e.getMessage(), e);
    }
  }

  private static List<Cell> filled(List<Cell> cells, List<Execution> executions) {
    List<Cell> filled = new ArrayList<>();
    int next = 0;
    for (Cell cell : cells) {
      if (cell.isCode()) {
        Execution execution = executions.get(next++);
        ArrayNode outputs = JsonNodeFactory.instance.arrayNode();
        outputs.addAll(execution.outputs());
        filled.add(cell.executed(execution.count(), outputs));
      } else {
        filled.add(cell);
      }
    }
    return filled;
  }
}
