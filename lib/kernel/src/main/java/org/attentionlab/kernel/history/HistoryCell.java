package org.attentionlab.kernel.history;

import java.util.Objects;

/**
 * A cell that was run.
 *
 * @param session counts the kernel's starts, from 1
 * @param number as in In [number]; 0 marks the start of a session
 * @param input the code
 * @param output the result as text; empty where there was none
 */
record HistoryCell(int session, int number, String input, String output) {
  private static final int LONGEST_OUTPUT = 4000;

  /** Cuts the output: history is for what was typed. */
  HistoryCell {
    Objects.requireNonNull(input);
    if (output.length() > LONGEST_OUTPUT) {
      output = output.substring(0, LONGEST_OUTPUT) + "...";
    }
  }

  static HistoryCell start(int session) {
    return new HistoryCell(session, 0, "", "");
  }

  boolean isStart() {
    return number == 0;
  }
}
