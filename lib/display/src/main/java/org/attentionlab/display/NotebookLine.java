package org.attentionlab.display;

import java.util.Locale;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * A progress as one output of a cell that changes in place: a bar while it moves, one line of text
 * when it has ended. The saved notebook holds that line alone.
 *
 * <p>Works in kernels of the JJava family.
 */
final class NotebookLine implements ProgressLine {
  /** More often than this nobody can see. */
  private static final long PAUSE_NANOS = 100_000_000;

  private final String id = "progress-" + UUID.randomUUID();
  private final long begin = System.nanoTime();
  private boolean shown;
  private long last;

  static boolean isThere() {
    try {
      // Other versions of the family have no such method: better known before the first step.
      new DisplayData("").setDisplayId("");
      return BaseKernel.notebookKernel() != null;
    } catch (RuntimeException | LinkageError e) {
      // So the family's classes say that no kernel runs, or one of another version.
      return false;
    }
  }

  @Override
  public void moving(Progress.State state) {
    long now = System.nanoTime();
    if (!shown || now - last >= PAUSE_NANOS) {
      last = now;
      show(bar(state, state.timeLeft((now - begin) / 1e9)), state.line());
    }
  }

  @Override
  public void ended(Progress.State state) {
    show(Style.block("<span>" + Html.escape(state.line()) + "</span>"), state.line());
  }

  private void show(String html, String text) {
    DisplayData data = new DisplayData(text);
    data.putHTML(html);
    data.setDisplayId(id);
    BaseKernel kernel = BaseKernel.notebookKernel();
    if (shown) {
      kernel.getIO().display.updateDisplay(id, data);
    } else {
      kernel.display(data);
      shown = true;
    }
  }

  static String bar(Progress.State state, String timeLeft) {
    double percent = 100.0 * state.step() / Math.max(1, state.steps());
    return Style.block(
        "<div>"
            + Html.escape(state.line() + timeLeft)
            + "</div><div class=\"al-bar\"><div style=\"width:"
            + String.format(Locale.ROOT, "%.1f", percent)
            + "%\"></div></div>");
  }
}
