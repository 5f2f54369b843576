package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attentionlab.notebook.Cell;
import org.attentionlab.notebook.Notebook;
import org.junit.jupiter.api.Test;

class OtherKernelRunnerTest {

  private static final Notebook LESSON =
      new Notebook(
          JsonNodeFactory.instance.objectNode(), List.of(Cell.code("one", "int one = 1;")));

  private static Notebook executed(String... outcome) {
    List<Cell> cells =
        new ArrayList<>(OtherKernelRunner.withClassPath(LESSON, Path.of("jars")).cells());
    ArrayNode outputs = JsonNodeFactory.instance.arrayNode();
    for (String error : outcome) {
      outputs.addObject().put("output_type", "error").put("ename", error).put("evalue", "no jar");
    }
    cells.set(0, cells.get(0).executed(1, outputs));
    return LESSON.withCells(cells);
  }

  @Test
  void jarsComeFirstAndTheRestIsUnchanged() {
    List<Cell> cells = OtherKernelRunner.withClassPath(LESSON, Path.of("jars")).cells();
    assertEquals("%classpath jars/*.jar", cells.get(0).source());
    assertEquals(LESSON.cells(), cells.subList(1, cells.size()));
  }

  @Test
  void folderWithBlanksIsQuoted() {
    Notebook notebook = OtherKernelRunner.withClassPath(LESSON, Path.of("my jars"));
    assertEquals("%classpath \"my jars/*.jar\"", notebook.cells().get(0).source());
  }

  @Test
  void cellOnTopIsNoPartOfTheResult() {
    assertEquals(LESSON.cells(), OtherKernelRunner.withoutClassPath(executed()).cells());
  }

  @Test
  void failureOfTheCellOnTopIsTold() {
    LabException thrown =
        assertThrows(
            LabException.class, () -> OtherKernelRunner.withoutClassPath(executed("Missing")));
    assertTrue(thrown.getMessage().contains("Missing: no jar"), thrown.getMessage());
  }
}
