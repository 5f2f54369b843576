package org.attentionlab.kernel;

import org.attentionlab.kernel.session.NoInputError;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * Questions to the user, which every cell may ask; {@code System.in} asks too, without a text.
 *
 * <p>Other Java kernels do not have it; a notebook that is to run in them should not use it.
 */
public final class Prompt {
  private Prompt() {}

  /**
   * Asks for a line.
   *
   * @param prompt shown beside the field
   * @return the line, without its end
   * @throws NoInputError if the front end answers no questions, or the user ends the input
   */
  public static String readLine(String prompt) {
    return ask(prompt, false);
  }

  /**
   * Asks for a line that is not shown while it is typed, and kept nowhere.
   *
   * @param prompt shown beside the field
   * @return the line, without its end
   * @throws NoInputError if the front end answers no questions, or the user ends the input
   */
  public static String readPassword(String prompt) {
    return ask(prompt, true);
  }

  private static String ask(String prompt, boolean password) {
    return ((JavaKernel) BaseKernel.notebookKernel())
        .ask(prompt, password)
        .orElseThrow(() -> new NoInputError("the input has ended: nobody answered " + prompt));
  }
}
