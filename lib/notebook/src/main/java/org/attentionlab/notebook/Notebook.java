package org.attentionlab.notebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A notebook of format 4.5.
 *
 * @param metadata the notebook's own: {@code kernelspec}, {@code language_info} and what tools add
 * @param cells from top to bottom
 */
public record Notebook(ObjectNode metadata, List<Cell> cells) {

  /** Copies the list, not the nodes. */
  public Notebook {
    cells = List.copyOf(cells);
  }

  /** The same with other cells. */
  public Notebook withCells(List<Cell> other) {
    return new Notebook(metadata, other);
  }
}
