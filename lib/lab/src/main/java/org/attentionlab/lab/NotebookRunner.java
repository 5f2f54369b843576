package org.attentionlab.lab;

import java.nio.file.Path;
import org.attentionlab.notebook.Notebook;

/** Executes a notebook in the folder that it lies in, as a front end does. */
interface NotebookRunner {

  /**
   * Executes all cells; a cell that fails does not stop the others.
   *
   * @param file the notebook; it is left as it is
   * @return the notebook with the outputs of this run
   * @throws LabException where the kernel does not come up or dies
   */
  Notebook run(Path file);
}
