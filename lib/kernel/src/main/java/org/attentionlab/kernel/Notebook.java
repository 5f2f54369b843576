package org.attentionlab.kernel;

import java.util.List;
import org.attentionlab.kernel.session.Cell;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.messages.publish.PublishClearOutput;

/**
 * What every cell of this kernel may call beside display, render and updateDisplay.
 *
 * <p>Other Java kernels do not have it; a notebook that is to run in them should not use it.
 */
public final class Notebook {
  private Notebook() {}

  /**
   * Removes what the cell has shown so far.
   *
   * @param untilNext true to remove it only when the next output comes, so that nothing flickers
   */
  public static void clearOutput(boolean untilNext) {
    Cell.current()
        .ifPresent(
            cell ->
                cell.publish(
                    untilNext ? PublishClearOutput.BEFORE_NEXT_OUTPUT : PublishClearOutput.NOW));
  }

  /**
   * Runs a line magic; a magic inside a block of code becomes a call of this.
   *
   * @param name without the percent sign
   * @param arguments of the magic
   * @return what the magic gives, which may be null
   */
  // As in other Java kernels, the caller says what it takes the value for.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public static <T> T lineMagic(String name, List<String> arguments) throws Exception {
    return (T) ((JavaKernel) BaseKernel.notebookKernel()).magics().line(name, arguments);
  }
}
