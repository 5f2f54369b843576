package org.attentionlab.kernel;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.kernel.protocol.KernelLog;

/** What went wrong before the first cell; it is logged, and told again where the user sees it. */
final class StartupNotices {
  private final List<String> waiting = new ArrayList<>();

  synchronized void add(String notice) {
    KernelLog.warn(notice);
    waiting.add(notice);
  }

  /** What nobody has been told yet. */
  synchronized List<String> take() {
    List<String> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }
}
