package org.attentionlab.kernel;

import java.nio.charset.StandardCharsets;
import org.attentionlab.kernel.protocol.InputChannel;
import org.attentionlab.kernel.session.Cell;
import org.attentionlab.kernel.session.FrontendInput;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.messages.ContentType;

/**
 * jjava-jupyter's view of input and output, for {@code display} and for extensions.
 *
 * <p>It is attached for good, and leads to the cell that the calling thread belongs to.
 */
final class NotebookIo extends JupyterIO {
  NotebookIo(InputChannel input) {
    super(StandardCharsets.UTF_8);
    setEnv(new CurrentCell(input));
    setJupyterInEnabled(true);
  }

  private static final class CurrentCell extends ShellReplyEnvironment {
    private final InputChannel input;

    CurrentCell(InputChannel input) {
      super(null, null, null, null);
      this.input = input;
    }

    @Override
    public <T extends ContentType<T>> void publish(T content) {
      Cell.current().ifPresent(cell -> cell.publish(content));
    }

    @Override
    public String readFromStdIn(String prompt, boolean password) {
      return FrontendInput.ask(input, prompt, password).map(line -> line + "\n").orElse("");
    }
  }
}
