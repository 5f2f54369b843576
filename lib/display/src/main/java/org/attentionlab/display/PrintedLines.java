package org.attentionlab.display;

import java.io.PrintStream;

/**
 * A progress as lines of text: one for each tenth of the way, and one at the end.
 *
 * <p>When a line is printed depends on the steps alone, so two runs print the same.
 */
final class PrintedLines implements ProgressLine {
  private static final int PARTS = 10;

  private final PrintStream out;
  private int printed;

  PrintedLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void moving(Progress.State state) {
    int part = (int) ((long) PARTS * state.step() / Math.max(1, state.steps()));
    if (part > printed && part < PARTS) {
      printed = part;
      out.println(state.line());
    }
  }

  @Override
  public void ended(Progress.State state) {
    out.println(state.line());
  }
}
