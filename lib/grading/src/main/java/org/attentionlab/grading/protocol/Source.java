package org.attentionlab.grading.protocol;

import java.util.List;

/** The text of a submission, in one of its two forms. */
public sealed interface Source {

  /** One Java file. */
  record JavaFile(String text) implements Source {}

  /** The code cells of a notebook. */
  record Cells(List<CodeCell> cells) implements Source {
    /** Copies the list. */
    public Cells {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One code cell.
   *
   * @param number place among the notebook's code cells, counted from 1
   * @param answer whether the notebook marks it as the place of an answer
   * @param text the cell's text
   */
  record CodeCell(int number, boolean answer, String text) {}
}
