package org.attentionlab.display;

/** Where a progress shows itself. */
interface ProgressLine {

  /** Shows how far it is; may come as often as it likes. */
  void moving(Progress.State state);

  /** Shows how it ended, once. */
  void ended(Progress.State state);

  /** A line that moves in place where the kernel can do that, else a few printed lines. */
  static ProgressLine here() {
    try {
      return NotebookLine.isThere() ? new NotebookLine() : new PrintedLines(System.out);
    } catch (LinkageError e) {
      // Not every kernel is of the family whose classes the other line needs.
      return new PrintedLines(System.out);
    }
  }
}
