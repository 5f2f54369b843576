package org.attentionlab.lab;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Says what a long step does and, when it is through, how long it took. */
final class Steps {

  private final PrintWriter out;

  Steps(PrintWriter out) {
    this.out = out;
  }

  /** Tells of something that needs no answer. */
  void note(String text) {
    out.println(text);
    out.flush();
  }

  <T> T step(String what, Callable<T> work) throws Exception {
    out.print(what + " ... ");
    out.flush();
    long start = System.nanoTime();
    try {
      T result = work.call();
      out.printf(Locale.ROOT, "%.1f s%n", (System.nanoTime() - start) / 1e9);
      return result;
    } catch (Exception e) {
      out.println("failed");
      throw e;
    } finally {
      out.flush();
    }
  }
}
