package org.attentionlab.kernel.session;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/**
 * Finds out whether this JShell can declare a non-sealed type before its sealed supertype is
 * complete. That of Java 17 cannot; then no order of declarations works.
 */
final class NonSealedSupport {
  private static final List<String> PROBE =
      List.of(
          "sealed interface SealedProbe permits NonSealedProbe, FinalProbe {}",
          "non-sealed interface NonSealedProbe extends SealedProbe {}");

  private NonSealedSupport() {}

  static boolean of(JShell shell) {
    boolean works = true;
    for (String source : PROBE) {
      for (SnippetEvent event : shell.eval(source)) {
        works &= event.status() != Status.REJECTED;
      }
    }
    shell.types().filter(t -> t.name().endsWith("SealedProbe")).forEach(shell::drop);
    return works;
  }
}
