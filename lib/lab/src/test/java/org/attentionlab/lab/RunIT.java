package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks that fail, run by the course's kernel as {@code ./lab run} does without Python. */
class RunIT {

  @TempDir Path folder;

  private List<String> errorsOf(String code) throws Exception {
    Path file = folder.resolve("try.ipynb");
    Files.writeString(
        file,
        "{\"cells\": [{\"cell_type\": \"code\", \"id\": \"tried\", \"metadata\": {},"
            + " \"outputs\": [], \"execution_count\": null, \"source\": \""
            + code
            + "\"}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}");
    Notebook after = new KernelRunner(CommandRun.thisClone()).run(file);
    for (Cell cell : after.cells()) {
      assertEquals("tried", cell.id());
    }
    return Notebooks.errors(after);
  }

  @Test
  void unknownMagicIsNamed() throws Exception {
    List<String> errors = errorsOf("%claspath x");
    assertEquals(1, errors.size());
    assertTrue(errors.get(0).contains("%claspath"), errors.get(0));
    assertTrue(errors.get(0).contains("%classpath"), "the nearest is proposed: " + errors.get(0));
  }

  @Test
  void shapesThatDoNotFitAreNamedWithTheRepair() throws Exception {
    List<String> errors =
        errorsOf(
            "org.attentionlab.tensor.Tensor.zeros(2, 3)"
                + ".matmul(org.attentionlab.tensor.Tensor.zeros(2, 3))");
    assertEquals(1, errors.size());
    assertTrue(errors.get(0).contains("matmul: (2, 3) x (2, 3)"), errors.get(0));
    assertTrue(errors.get(0).contains("Did you mean right.transpose(-2, -1)"), errors.get(0));
  }

  @Test
  void cellThatRunsGivesNoError() throws Exception {
    assertEquals(List.of(), errorsOf("1 + 1"));
  }
}
