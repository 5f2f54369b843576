package org.attentionlab.kernel.session;

import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Lets go of what no later cell can name: statements that have run, values that were only shown,
 * declarations that were replaced.
 *
 * <p>The variables in which JShell keeps every value shown ($1, $2 and so on, or a {@link
 * ShownValue}) go at once: they would keep the values alive, and slow down every cell after them.
 */
final class Forgetting {
  private final JShell shell;
  private final Variables variables;
  private final Optional<JShellMemory> memory;

  Forgetting(JShell shell, Variables variables, SnippetOrigins origins) {
    this.shell = shell;
    this.variables = variables;
    this.memory = JShellMemory.of(shell, origins, this::className);
  }

  /** Looks at what an evaluation left behind. */
  void after(List<SnippetEvent> events) {
    for (SnippetEvent event : events) {
      Snippet snippet = event.snippet();
      boolean ran = event.causeSnippet() == null && !snippet.kind().isPersistent();
      boolean shown =
          event.causeSnippet() == null
              && event.status() == Status.VALID
              && (snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                  || ShownValue.is(snippet));
      if (ran || event.status() == Status.OVERWRITTEN || event.status() == Status.DROPPED) {
        memory.ifPresent(m -> m.retire(snippet));
      } else if (shown) {
        drop(snippet);
      }
    }
  }

  /** Undoes an attempt that did not compile. */
  void discard(List<SnippetEvent> events) {
    for (SnippetEvent event : events) {
      if (event.status().isActive()) {
        drop(event.snippet());
      } else {
        memory.ifPresent(m -> m.retire(event.snippet()));
      }
    }
  }

  private void drop(Snippet snippet) {
    shell.drop(snippet);
    variables.remove(((VarSnippet) snippet).name());
    memory.ifPresent(m -> m.retire(snippet));
  }

  private String className(Snippet snippet) {
    return shell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
  }
}
