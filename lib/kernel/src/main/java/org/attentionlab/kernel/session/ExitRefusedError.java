package org.attentionlab.kernel.session;

/** A cell tried to end the process, which would lose the session. */
public final class ExitRefusedError extends Error {
  private static final long serialVersionUID = 1L;

  ExitRefusedError(String call) {
    super(
        call
            + " would end the kernel and lose every variable, so it is refused. To leave a method"
            + " early use return; to begin afresh choose Restart in the Kernel menu.");
  }
}
